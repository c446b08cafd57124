import { access } from "node:fs/promises";
import { join } from "node:path";
import { identifier, literal, type PublishedTableName, publishedTables } from "@tiendo/schema";
import { Database } from "../db.ts";
import { tablesIn } from "./desk-folder.ts";

/** One cell that differs: the row by its key, the column, and the texts before and after, null where empty. */
export interface CellChange {
  key: string;
  column: string;
  before: string | null;
  after: string | null;
}

/** How a table differs: rows and columns that only one folder has, and cells of rows that both have. */
export interface TableDiff {
  table: string;
  only: "before" | "after" | null;
  added: number;
  removed: number;
  columns: Array<{ column: string; only: "before" | "after" }>;
  changed: number;
  cells: CellChange[];
}

/**
 * Compares the tables of two published folders by their keys; a table that is the same is not among the answers.
 * @param limit how many cells of a table are told
 */
export async function diffTables(before: string, after: string, limit: number): Promise<TableDiff[]> {
  const names = new Set([...(await tablesIn(before)), ...(await tablesIn(after))].map(([name]) => name));
  const db = await Database.open();
  try {
    const diffs: TableDiff[] = [];
    for (const name of [...names].sort()) diffs.push(await diffTable(db, name, before, after, limit));
    return diffs.filter(
      (diff) => diff.only !== null || diff.added + diff.removed + diff.changed + diff.columns.length > 0,
    );
  } finally {
    db.close();
  }
}

async function diffTable(
  db: Database,
  table: string,
  before: string,
  after: string,
  limit: number,
): Promise<TableDiff> {
  const paths = [before, after].map((folder) => join(folder, `${table}.parquet`));
  const [inBefore, inAfter] = await Promise.all(paths.map(exists));
  const none = { table, only: null, added: 0, removed: 0, columns: [], changed: 0, cells: [] };
  if (!inBefore || !inAfter) return { ...none, only: inBefore ? "before" : "after" };
  const [mine = "", theirs = ""] = paths.map((path) => `read_parquet(${literal(path)})`);
  const [own, others] = [await columnsOf(db, mine), await columnsOf(db, theirs)];
  const shared = own.filter((column) => others.includes(column));
  const key = keyOf(table, shared);
  await db.run(`create or replace temp table both_sides as ${joined(mine, theirs, key, shared)}`);
  const [rows] = await db.all<{ added: number; removed: number }>(
    "select count(*) filter (in_before is null)::double as added, count(*) filter (in_after is null)::double as removed from both_sides",
  );
  const changes = changesOf(shared.filter((column) => !key.includes(column)));
  const [count] = await db.all<{ changed: number }>(`select count(*)::double as changed from (${changes})`);
  const cells = await db.all<CellChange>(
    `select key, "column", "before", "after" from (${changes}) order by key, "column" limit ${limit}`,
  );
  const columns = [
    ...own.filter((column) => !others.includes(column)).map((column) => ({ column, only: "before" as const })),
    ...others.filter((column) => !own.includes(column)).map((column) => ({ column, only: "after" as const })),
  ];
  return { ...none, ...(rows ?? {}), columns, changed: count?.changed ?? 0, cells };
}

/** The table's own key; a table that is not known is compared by whole rows. */
function keyOf(table: string, columns: readonly string[]): string[] {
  const known = Object.hasOwn(publishedTables, table) ? publishedTables[table as PublishedTableName].primaryKey : [];
  const key = known.filter((column) => columns.includes(column));
  return key.length > 0 && key.length === known.length ? key : [...columns];
}

function joined(mine: string, theirs: string, key: readonly string[], shared: readonly string[]): string {
  const side = (source: string, mark: string, prefix: string) =>
    `(select true as ${mark}, concat_ws(' · ', ${key.map((column) => `coalesce(cast(${identifier(column)} as varchar), '∅')`).join(", ")}) as key,
      ${shared.map((column) => `cast(${identifier(column)} as varchar) as ${identifier(prefix + column)}`).join(", ")} from ${source})`;
  return `from ${side(mine, "in_before", "before_")} full join ${side(theirs, "in_after", "after_")} using (key)`;
}

function changesOf(columns: readonly string[]): string {
  const none = `select null as key, null as "column", null as "before", null as "after" where false`;
  const changes = columns.map(
    (
      column,
    ) => `select key, ${literal(column)} as "column", ${identifier(`before_${column}`)} as "before", ${identifier(`after_${column}`)} as "after"
      from both_sides where in_before and in_after and ${identifier(`before_${column}`)} is distinct from ${identifier(`after_${column}`)}`,
  );
  return [none, ...changes].join("\n union all ");
}

async function columnsOf(db: Database, source: string): Promise<string[]> {
  const columns = await db.all<{ column_name: string }>(`select column_name from (describe from ${source})`);
  return columns.map(({ column_name }) => column_name);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
