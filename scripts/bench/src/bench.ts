// What is measured inherits it, the bare work too.
import "@tiendo/aggregate/freed-memory";
import { parseArgs } from "node:util";
import { aggregateBench } from "./aggregate-bench.ts";
import { cleanBench } from "./clean-bench.ts";
import { deliverBench } from "./deliver-bench.ts";
import { protectBench } from "./protect-bench.ts";
import { readBench } from "./read-bench.ts";
import { restatementBench } from "./restatement-bench.ts";
import { rollupBench } from "./rollup-bench.ts";
import { demoBench, siteBench } from "./site-bench.ts";

const usage = `npm run bench -- read [--doses 10000000] [--rows 1000000]
       npm run bench -- clean [--people 1000000]
       npm run bench -- aggregate [--doses 10000000] [--memory 8GB]
       npm run bench -- deliver
       npm run bench -- protect [--provinces 63]
       npm run bench -- site [--units 11368]
       npm run bench -- rollup
       npm run bench -- lighthouse
       npm run bench -- restatement [--file ../shared/data/real/rki_daily_restatements.parquet]

read   reads and checks dose records in CSV, against DuckDB's bare CSV to Parquet of the same file in the same run;
       a workbook of ten columns; and a file of 1,000 rows, start-up included
clean  tells people apart, counts doses and follows the five steps, for so many synthetic people and a tenth of them, with
       precision and recall against the truth kept aside
aggregate
       the whole walk of a report from Parquet files to its published folder, for so many synthetic doses and a tenth of them,
       stage by stage against one hand-written query a stage on the same files
deliver
       delivers the built site to a folder and over SFTP to OpenSSH on this machine: first, again with nothing changed, again
       with a page changed; against cp and diff, and OpenSSH's own sftp, of the same files there and back
protect
       hides what sums would give back, and attacks the result, in the demo's counts (one province, 111 communes) and in a country
       of so many such provinces; each against its limit, 20 s and 15 minutes; needs npm run aggregate before
site   builds the demo's site, and that of the whole country, whose units have the rows of the demo's in turn, against a bare
       Astro site of as many pages and charts; has Lighthouse judge five types of pages, and ends with status 1 where one
       scores below 100, or 98 for performance
rollup adds up the signed folders of 63 provinces, each the demo's under its own code, into the 34 of 2025 and the country,
       against hashing the same files and summing the same tables
lighthouse
       the demo's part of that alone
restatement
       compares daily full snapshots of one cumulative return (27.6 million rows of the Robert Koch-Institut, not part of
       the project) by sql/restatement.sql, and counts the values that a later snapshot says otherwise, and the lower ones

Prints seconds and peak memory of each, then a line \`peak <megabytes>\` and lines \`ratio <name> <number>\` or
\`growth <name> <number>\`.
What is generated is kept under data/private/bench and used again.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    doses: { type: "string", default: "10000000" },
    rows: { type: "string", default: "1000000" },
    memory: { type: "string", default: "8GB" },
    provinces: { type: "string", default: "63" },
    units: { type: "string", default: "11368" },
    people: { type: "string", default: "1000000" },
    file: { type: "string", default: "../shared/data/real/rki_daily_restatements.parquet" },
    help: { type: "boolean", default: false },
  },
});

const benches: Readonly<Record<string, () => Promise<void>>> = {
  read: () => readBench(Number(values.doses), Number(values.rows)),
  aggregate: () => aggregateBench(Number(values.doses), values.memory),
  clean: () => cleanBench(Number(values.people)),
  deliver: () => deliverBench(),
  protect: () => protectBench(Number(values.provinces)),
  site: () => siteBench(Number(values.units)),
  rollup: () => rollupBench(),
  lighthouse: () => demoBench(),
  restatement: () => restatementBench(values.file),
};
const bench = benches[positionals[0] ?? ""];

if (values.help || bench === undefined) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else await bench();
