import { parseArgs } from "node:util";
import { readBench } from "./read-bench.ts";

const usage = `npm run bench -- read [--doses 10000000] [--rows 1000000]

read   reads and checks dose records in CSV, against DuckDB's bare CSV to Parquet of the same file in the same run;
       a workbook of ten columns; and a file of 1,000 rows, start-up included

Prints seconds and peak memory of each, then a line \`peak <megabytes>\` and a line \`ratio <name> <number>\`.
What is generated is kept under data/private/bench and used again.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    doses: { type: "string", default: "10000000" },
    rows: { type: "string", default: "1000000" },
    help: { type: "boolean", default: false },
  },
});

if (values.help || positionals[0] !== "read") {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else await readBench(Number(values.doses), Number(values.rows));
