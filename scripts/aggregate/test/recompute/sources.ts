import { readdir } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";

/** The rows of a Parquet file as JSON gives them. */
export async function objects<Row>(path: string, columns = "*"): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(`select ${columns} from '${path}'`);
  const rows = reader.getRowObjectsJson() as Row[];
  connection.closeSync();
  return rows;
}

/** The names of all files below a folder that end so, as they are called there, in order. */
export async function filesBelow(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).sort();
}
