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
  const { schema }: PublishedTable = publishedTables[table];
  const rows = await jsonRows(db, folder, table, unit, "scope" in schema.shape);
  return rows.map((row) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new FolderRefusal(
      "FOLDER.UNREADABLE",
      plain(`${table}: ${issue?.path.join(".")}: ${issue?.message}`),
      plain(""),
    );
  });
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
    throw new FolderRefusal("FOLDER.UNREADABLE", plain(`${table}.parquet`), plain(""));
  }
}
