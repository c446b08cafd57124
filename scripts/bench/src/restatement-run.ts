// Compares the snapshots of one Parquet file, in a process of its own, and prints what was found as one line of JSON.
import { readFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { sqlFile } from "@tiendo/aggregate";

const [path = ""] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(":memory:", { memory_limit: "4GB" })).connect();
await connection.run(`create view rki as from read_parquet('${path.replaceAll("'", "''")}')`);
await connection.run(
  `create view snapshot as ${await readFile(new URL("../sql/rki_snapshot.sql", import.meta.url), "utf8")}`,
);
const counted = await connection.runAndReadAll(`
  select (select count(*) from rki)::double as rows, (select count(distinct snapshot_date) from rki)::double as snapshots,
    count(*)::double as restated, (count(*) filter (downward))::double as downward
  from (${sqlFile("restatement").sql})`);
console.log(JSON.stringify(counted.getRowObjectsJS()[0]));
