import { parseArgs } from "node:util";
import { cleanBench } from "./clean-bench.ts";
import { readBench } from "./read-bench.ts";

const usage = `npm run bench -- read [--doses 10000000] [--rows 1000000]
       npm run bench -- clean [--people 1000000]

read   reads and checks dose records in CSV, against DuckDB's bare CSV to Parquet of the same file in the same run;
       a workbook of ten columns; and a file of 1,000 rows, start-up included
clean  tells people apart, counts doses and follows the five steps, for so many synthetic people and a tenth of them, with
       precision and recall against the truth kept aside

Prints seconds and peak memory of each, then a line \`peak <megabytes>\` and lines \`ratio <name> <number>\` or
\`growth <name> <number>\`.
What is generated is kept under data/private/bench and used again.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    doses: { type: "string", default: "10000000" },
    rows: { type: "string", default: "1000000" },
    people: { type: "string", default: "1000000" },
    help: { type: "boolean", default: false },
  },
});

const benches: Readonly<Record<string, () => Promise<void>>> = {
  read: () => readBench(Number(values.doses), Number(values.rows)),
  clean: () => cleanBench(Number(values.people)),
};
const bench = benches[positionals[0] ?? ""];

if (values.help || bench === undefined) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else await bench();
