// Hashes every file of the folders named, and sums the counts of nine tables over all of them: the work without any of our care.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const folders = process.argv.slice(2);
for (const folder of folders)
  for (const name of readdirSync(folder))
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");

const sums: Readonly<Record<string, string>> = {
  cleaning_progress: "sum(subjects), sum(cleaned)",
  what_blocks: "reason, sum(waiting)",
  coverage: "age_group, sex, reached, sum(persons)",
  dose_weekly: "week, vaccine, dose_kind, sum(doses)",
  dose_due: "dose_kind, sum(persons)",
  stock_left: "vaccine, expiry, sum(doses)",
  stock_and_due: "sum(doses_left), sum(persons_due)",
  return_completeness: "return_as_of, sum(received)",
  indicator_progress: "indicator, sum(done)",
};
const connection = await (await DuckDBInstance.create(":memory:")).connect();
for (const [table, columns] of Object.entries(sums)) {
  const files = folders.map((folder) => `'${join(folder, `${table}.parquet`)}'`).join(", ");
  // A province's code has two digits.
  await connection.runAndReadAll(
    `select ${columns} from read_parquet([${files}]) where len(unit_code) = 2 group by all`,
  );
}
