import { copyFile, rm } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";

/** Takes the last row away from a Parquet file while something is done, and puts the file back as it was. */
export async function oneRowLess<Result>(path: string, task: () => Promise<Result>): Promise<Result> {
  const [whole, aside] = [`${path}.whole`, `${path}.less`];
  await copyFile(path, whole);
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`copy (
      from read_parquet('${path}') limit (select count(*) - 1 from read_parquet('${path}'))
    ) to '${aside}' (format parquet)`);
  connection.closeSync();
  try {
    await copyFile(aside, path);
    return await task();
  } finally {
    await copyFile(whole, path);
    for (const copy of [whole, aside]) await rm(copy);
  }
}
