/**
 * Of a list of pages those that this process draws: all, or where several share the work every so many, by `TIENDO_PART`
 * (`1/2` is the first of two). Whatever a page shows does not depend on who draws it.
 * @throws {Error} where the variable is set and says nothing
 */
export function ownPart<Page>(pages: readonly Page[], part = process.env.TIENDO_PART): Page[] {
  if (part === undefined || part === "") return [...pages];
  const [, own, all] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(part) ?? []).map(Number);
  if (own === undefined || all === undefined || own > all) throw new Error(`TIENDO_PART is ${part}; expected 1/2`);
  return pages.filter((_, at) => at % all === own - 1);
}
