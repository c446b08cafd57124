/** A row of a table, as JSON has it. */
export type Row = Record<string, unknown>;

/** A table as it is counted again: what tells its rows apart, each row exactly, and what the public is told of it. */
export interface Recounted {
  table: string;
  keys: readonly string[];
  /** Where the public columns have other names. */
  publicKeys?: readonly string[];
  exact: readonly Row[];
  told: (row: Row) => Row | null;
  /** Rows that the public may be told too, so that a row that is there says nothing. */
  perhaps?: readonly Row[];
}

/** What a public cell is expected to be where the days of a series decide whether it is told, which `protect` tests. */
export const PERHAPS = "?";

/** How two tables differ, at most ten cells or rows: every column of an expected row is looked at, and that no row is too many. */
export function differences(found: readonly Row[], expected: readonly Row[], keys: readonly string[]): string[] {
  const nameOf = (row: Row) => keys.map((key) => String(row[key] ?? "")).join(" ");
  const rest = new Map(found.map((row) => [nameOf(row), row]));
  const told: string[] =
    rest.size === found.length ? [] : [`${found.length - rest.size} rows of a name that others have`];
  for (const row of expected) {
    const name = nameOf(row);
    told.push(...cellsThatDiffer(rest.get(name), row).map((cell) => `${name}: ${cell}`));
    rest.delete(name);
  }
  return [...told, ...[...rest.keys()].map((name) => `${name}: not recounted`)].slice(0, 10);
}

function cellsThatDiffer(found: Row | undefined, expected: Row): string[] {
  if (found === undefined) return ["missing"];
  return Object.keys(expected)
    .filter((column) => !isSame(found, expected, column))
    .map((column) => `${column} is ${found[column]}, recounted ${expected[column]}`);
}

function isSame(found: Row, expected: Row, column: string): boolean {
  const hidden = expected[`${column}_status`] === PERHAPS && found[`${column}_status`] === "c";
  if (hidden) return found[column] === null;
  if (expected[column] === PERHAPS) return ["c", null, "z"].includes(found[column] as string | null);
  return same(found[column], expected[column]);
}

/** Whether two cells say the same: long numbers and decimals come as texts. */
function same(found: unknown, expected: unknown): boolean {
  if (typeof expected === "number") return found !== null && Number(found) === expected;
  return (found ?? null) === (expected ?? null);
}
