const day = /^\d{4}-\d{2}-\d{2}$/;
const replaced = /^\.(\d{4}-\d{2}-\d{2})\.old$/;

/** What a day's published folder is called while a new one takes its place. */
export function replacedName(asOf: string): string {
  return `.${asOf}.old`;
}

/**
 * The days that a report's published folder holds, each with the name of the folder that stands for it. No system renames two
 * folders at once from here: where a run was killed between its two renames, the folder before stands under another name.
 * @param names of the folders in `data/published/<report>`
 */
export function standingFolders(names: readonly string[]): Map<string, string> {
  const before = names.flatMap((name) => {
    const asOf = replaced.exec(name)?.[1];
    return asOf === undefined ? [] : [[asOf, name] as const];
  });
  const days = names.filter((name) => day.test(name)).map((name) => [name, name] as const);
  return new Map([...before, ...days].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}
