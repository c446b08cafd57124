// The bare work that a run is judged against: a hand-written DuckDB query a stage on the same files, without issue lists,
// accounts, caches, hiding or publishing. Prints the seconds of each stage as JSON; what it counted is written afterwards.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { unitFile } from "@tiendo/units";

const [data = "", report = "", memoryLimit = "8GB", out = ""] = process.argv.slice(2);
const folder = fileURLToPath(new URL("../sql/bare/", import.meta.url));
const definition = JSON.parse(readFileSync(join(data, "reports", report, "report.json"), "utf8"));
const given: Readonly<Record<string, string>> = {
  raw: join(data, "private", report, "raw"),
  units: join(data, "reports", report, "raw"),
  reference: join(data, "reference"),
  unit_file: unitFile("2022"),
  as_of: definition.as_of,
  root: definition.root_unit,
};

const instance = await DuckDBInstance.create(":memory:", {
  memory_limit: memoryLimit,
  temp_directory: join(out, "spill"),
  // There is no file to bring up to date, as in the run.
  checkpoint_threshold: "1TB",
});
const connection = await instance.connect();
await runFile(connection, "reference.sql");
const seconds: Record<string, number> = {};
for (const stage of ["read", "clean", "models"]) {
  const start = performance.now();
  for (const name of filesOf(stage)) await runFile(connection, join(stage, name));
  seconds[stage] = (performance.now() - start) / 1000;
}
for (const name of filesOf("told"))
  await connection.run(`copy (${textOf(join("told", name))}) to '${join(out, name.replace(".sql", ".parquet"))}'`);
console.log(JSON.stringify(seconds));

/** The files of a stage, in the order of their numbers. */
function filesOf(stage: string): string[] {
  return readdirSync(join(folder, stage)).sort();
}

function textOf(name: string): string {
  return readFileSync(join(folder, name), "utf8").replaceAll(/\{(\w+)\}/g, (whole, key) => given[key] ?? whole);
}

async function runFile(db: DuckDBConnection, name: string): Promise<void> {
  for (const statement of textOf(name)
    .split(";\n")
    .filter((text) => text.trim() !== ""))
    await db.run(statement);
}
