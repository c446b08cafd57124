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
  const there = new Set(resources.map(({ path }) => path));
  const tables = new Map<PublishedTableName, Row[]>();
  for (const table of rolledTables.filter((name) => there.has(`${name}.parquet`)))
    tables.set(table, await readTable(db, folder, table, tiendo.report.root_unit));
  return tables;
}

/** @throws {FolderRefusal} where a row is not what the table's schema says: signed is not yet right */
async function readTable(db: Database, folder: string, table: PublishedTableName, unit: string): Promise<Row[]> {
  const { schema, primaryKey }: PublishedTable = publishedTables[table];
  const rows = (await jsonRows(db, folder, table, unit, "scope" in schema.shape)).map((row) =>
    rowOf(table, schema, row),
  );
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

async function jsonRows(
  db: Database,
  folder: string,
  table: string,
  unit: string,
  scoped: boolean,
): Promise<unknown[]> {
  const path = join(folder, `${table}.parquet`);
  const scope = scoped ? "and scope = 'all'" : "";
  const select = `select to_json(sent) as row from read_parquet(${literal(path)}) as sent where unit_code = ${literal(unit)} ${scope}`;
  try {
    return (await db.all<{ row: string }>(select)).map(({ row }) => JSON.parse(row));
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause;
    throw unreadable(`${table}.parquet`);
  }
}
