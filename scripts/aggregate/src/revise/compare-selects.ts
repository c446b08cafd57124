import { identifier, literal, publishedTables } from "@tiendo/schema";
import { publishedNames } from "../publish/protect.ts";
import type { Run } from "../run.ts";
import { type ComparedTable, comparedTables } from "./compared-tables.ts";
import { type EarlierRelease, earlierTable } from "./earlier-release.ts";

/** One select a column: the numbers of a release before that are numbers now too, and others. */
export async function compareSelects(
  run: Pick<Run, "files" | "report" | "sent">,
  earlier: EarlierRelease,
): Promise<string[]> {
  const names = new Set<string>(publishedNames(run));
  const selects: string[] = [];
  for (const compared of comparedTables.filter(({ table }) => names.has(table))) {
    const path = await earlierTable(earlier, compared.table);
    if (path !== null) selects.push(...selectsOf(compared, path, columnsIn(earlier, compared.table)));
  }
  return selects;
}

/** The columns that a table had in a release, which may be older than the table's columns of today. */
function columnsIn({ described }: EarlierRelease, table: string): ReadonlySet<string> {
  const resource = described.resources.find((one) => one["tiendo:table"] === table);
  return new Set(resource?.schema.fields.map(({ name }) => name));
}

function selectsOf(
  { table, day, columns, settled }: ComparedTable,
  path: string,
  there: ReadonlySet<string>,
): string[] {
  const key = [...new Set([...publishedTables[table].primaryKey, "unit_code", day])];
  if (!key.every((column) => there.has(column))) return [];
  const item = key.filter((column) => column !== "unit_code" && column !== day).map(identifier);
  // A hidden number is null, and nothing differs from null.
  return columns
    .filter((column) => there.has(column))
    .map(
      (column) => `
    select ${literal(table)}, unit_code, ${identifier(day)}, ${item.length === 0 ? "''" : `concat_ws(' · ', ${item.join(", ")})`},
      ${literal(column)}, before.${identifier(column)}, after.${identifier(column)}
    from (from read_parquet(${literal(path)}), release_before where ${settled}) as before
    join published_${table} as after using (${key.map(identifier).join(", ")})
    where before.${identifier(column)} <> after.${identifier(column)}`,
    );
}
