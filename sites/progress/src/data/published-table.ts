import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DataPackage, type PublishedTableName, publishedTables } from "@tiendo/schema";
import { z } from "zod";
import { PublishedError } from "./published-error.ts";

type RowOf<Name extends PublishedTableName> = z.infer<(typeof publishedTables)[Name]["schema"]>;

/** The data package of a published folder. @throws {PublishedError} where it is not one, or names a table not public */
export function readDataPackage(folder: string): DataPackage {
  const path = join(folder, "datapackage.json");
  const parsed = DataPackage.safeParse(readJson(path));
  if (!parsed.success) throw new PublishedError(path, z.prettifyError(parsed.error));
  for (const resource of parsed.data.resources) {
    const { path: file, "tiendo:table": table, format } = resource;
    if (!Object.hasOwn(publishedTables, table)) throw new PublishedError(path, `${table} is not a public table`);
    if (file !== `${table}.${format}`) throw new PublishedError(path, `${file}; expected ${table}.${format}`);
  }
  return parsed.data;
}

/** The rows of one public table, each held to its schema. */
export function readTable<Name extends PublishedTableName>(folder: string, name: Name): RowOf<Name>[] {
  const path = join(folder, `${name}.json`);
  const parsed = z.array(publishedTables[name].schema).safeParse(readJson(path));
  if (!parsed.success) throw new PublishedError(path, z.prettifyError(parsed.error));
  return parsed.data as RowOf<Name>[];
}

/** The rows of a table that a report may do without: none where its package does not name it. */
export function readOptionalTable<Name extends PublishedTableName>(
  folder: string,
  { resources }: DataPackage,
  name: Name,
): RowOf<Name>[] {
  return resources.some((resource) => resource["tiendo:table"] === name) ? readTable(folder, name) : [];
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new PublishedError(path, `cannot be read as JSON (${cause instanceof Error ? cause.message : cause})`, cause);
  }
}
