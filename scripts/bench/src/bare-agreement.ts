import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** How many rows of a model the bare work and the run tell alike, and how many each tells. */
export interface Agreement {
  model: string;
  alike: number;
  bare: number;
  run: number;
}

/**
 * Sets what the bare work counted against the models of the run, row by row: rows that count nobody are told by one of them alone.
 * @param bare a folder with `<model>.parquet` of some columns, what is counted last
 * @param models the folder of the models of the run
 */
export async function agreements(bare: string, models: string): Promise<Agreement[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const found: Agreement[] = [];
  for (const file of readdirSync(bare).filter((name) => name.endsWith(".parquet"))) {
    const [own, other] = [join(bare, file), join(models, file)];
    const shape = await connection.runAndReadAll(`describe from '${own}'`);
    const columns = shape.getRowObjectsJS().map((row) => String(row.column_name));
    const rows = (path: string) =>
      `select ${columns.map((name) => `cast(${name} as varchar) as ${name}`).join(", ")} from '${path}' where ${columns.at(-1)} > 0`;
    const counted = await connection.runAndReadAll(`
      with bare as (${rows(own)}), run as (${rows(other)})
      select (select count(*) from (from bare intersect all from run))::integer as alike,
        (select count(*) from bare)::integer as bare, (select count(*) from run)::integer as run`);
    found.push({ model: basename(file, ".parquet"), ...(counted.getRowObjectsJS()[0] as Omit<Agreement, "model">) });
  }
  connection.closeSync();
  return found;
}
