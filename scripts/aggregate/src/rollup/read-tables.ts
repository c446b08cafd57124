import { join } from "node:path";
import {
  type DataPackage,
  literal,
  type PublishedTable,
  type PublishedTableName,
  publishedTables,
} from "@tiendo/schema";
import type { Database } from "../db.ts";
import { QueryError } from "../query-error.ts";
import { FolderRefusal, plain } from "./folder-refusal.ts";
import type { Row } from "./part-counts.ts";
import { rolledTables } from "./rolled-tables.ts";

/** The rows of a folder about its own root unit with everything below it, by table; tables that it lacks are left out. */
export async function readTables(
  db: Database,
  folder: string,
  { resources, tiendo }: DataPackage,
): Promise<Map<PublishedTableName, Row[]>> {
  const paths = new Set(resources.map(({ path }) => path));
  const there = rolledTables.filter((name) => paths.has(`${name}.parquet`));
  const unit = tiendo.report.root_unit;
  const sent = Map.groupBy(await sentRows(db, folder, there, unit), ({ table_name }) => table_name);
  return new Map(there.map((table) => [table, checkedRows(table, sent.get(table) ?? [], unit)]));
}

/** @throws {FolderRefusal} where a row is not what the table's schema says: signed is not yet right */
function checkedRows(table: PublishedTableName, sent: readonly SentRow[], unit: string): Row[] {
  const { schema, primaryKey }: PublishedTable = publishedTables[table];
  const rows = sent.map(({ row }) => rowOf(table, schema, JSON.parse(row)));
  const keys = new Set(rows.map((row) => JSON.stringify(primaryKey.map((name) => row[name]))));
  if (keys.size < rows.length) throw unreadable(`${table}: ${unit}: ${primaryKey.join(", ")}`);
  // Other rows may be left out where nobody is counted in them; this one says whether anybody is.
  if (table === "cleaning_progress" && rows.length === 0) throw unreadable(`${table}: ${unit}`);
  return rows;
}

function rowOf(table: string, schema: PublishedTable["schema"], row: unknown): Row {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadable(`${table}: ${issue?.path.join(".")}: ${issue?.message}`);
}

function unreadable(found: string): FolderRefusal {
  return new FolderRefusal("FOLDER.UNREADABLE", plain(found), plain(""));
}

/** A row of a sent table, as JSON. */
interface SentRow {
  table_name: PublishedTableName;
  row: string;
}

// In one statement: to plan one for each of nine tables and sixty-three folders takes longer than to read them.
async function sentRows(
  db: Database,
  folder: string,
  tables: readonly PublishedTableName[],
  unit: string,
): Promise<SentRow[]> {
  if (tables.length === 0) return [];
  try {
    return await db.all<SentRow>(tables.map((table) => selectOf(folder, table, unit)).join(" union all "));
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause;
    throw unreadable(tables.map((table) => `${table}.parquet`).join(", "));
  }
}

function selectOf(folder: string, table: PublishedTableName, unit: string): string {
  const scope = "scope" in publishedTables[table].schema.shape ? "and scope = 'all'" : "";
  return `select ${literal(table)} as table_name, cast(to_json(sent) as varchar) as row
    from read_parquet(${literal(join(folder, `${table}.parquet`))}) as sent
    where unit_code = ${literal(unit)} ${scope}`;
}
