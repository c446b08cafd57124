// The bare work that reading is judged against: DuckDB's own CSV reader into Parquet, the same file, the same memory.
import { DuckDBInstance } from "@duckdb/node-api";

const [source = "", target = ""] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB" });
const connection = await instance.connect();
await connection.run(
  `copy (from read_csv('${source}', header = true, all_varchar = true)) to '${target}' (format parquet)`,
);
