import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Takes the last row away from a Parquet file while something is done, and puts the file back as it was. */
export async function oneRowLess<Result>(path: string, task: () => Promise<Result>): Promise<Result> {
  // Beside the folder of files that were sent: what lies in it is read, whatever it is called.
  const folder = await mkdtemp(join(dirname(dirname(path)), "one-row-less-"));
  const [whole, aside] = [join(folder, "whole"), join(folder, "less")];
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
    await rm(folder, { recursive: true });
  }
}
