// The bare work that a run is judged against: a hand-written DuckDB query a stage on the same Parquet, without issue lists,
// accounts, caches or publishing. Prints the seconds of each stage as JSON.
import { readdirSync, readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { unitFile } from "@tiendo/units";

const [raw = "", memoryLimit = "8GB", spill = ""] = process.argv.slice(2);
const folder = new URL("../sql/bare/", import.meta.url);
const instance = await DuckDBInstance.create(":memory:", { memory_limit: memoryLimit, temp_directory: spill });
const connection = await instance.connect();
await connection.run(`create table unit as from read_csv('${unitFile("2022")}', all_varchar = true)`);

const seconds: Record<string, number> = {};
for (const name of readdirSync(folder).sort()) {
  const sql = readFileSync(new URL(name, folder), "utf8").replaceAll("{raw}", raw);
  const stage = /^-- (\w+):/.exec(sql)?.[1] ?? "";
  const start = performance.now();
  for (const statement of sql.split(";\n").filter((text) => text.trim() !== "")) await connection.run(statement);
  seconds[stage] = (seconds[stage] ?? 0) + (performance.now() - start) / 1000;
}
console.log(JSON.stringify(seconds));
