// Protects the counts of the demo, or of a country of such provinces, and prints what was measured as one line of JSON.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  cellColumns,
  Database,
  type Hidden,
  hiddenShares,
  hideFromArithmetic,
  limitDepth,
  publicCounts,
  refuseNarrowed,
  sqlFile,
  tellDays,
} from "@tiendo/aggregate";
import { type Unit, unitsOf } from "@tiendo/units";

const provinces = Number(process.argv[2] ?? "1");
const models = fileURLToPath(new URL("../../../data/private/binh-phuoc-demo/models", import.meta.url));
if (!existsSync(models)) throw new Error("the demo is not there; run: npm run aggregate");

const AS_OF = "2022-04-26";
const LEAST = 10;
const ROOT = "70";

const db = await Database.open();
await loadUnits();
for (const { table, keys } of publicCounts) await loadModel(table, keys);
await db.run(sqlFile("too_small").sql);
await db.run(
  "create table issue_code as select distinct code, 'warning' as effect, null::varchar as ministry_class from person_issue_count",
);
await tellDays(db, { as_of: AS_OF, releases: [], suppress_below: LEAST });
const tables = new Set<string>(publicCounts.map(({ table }) => table));
for (const name of tables) await db.run(`create table published_${name} as ${sqlFile(`published_${name}`).sql}`);
await limitDepth(db, tables, {});

let hidden: Hidden | undefined;
const hide = await secondsOf(async () => {
  hidden = await hideFromArithmetic(db, tables, LEAST);
});
const attack = await secondsOf(() => refuseNarrowed(db, tables, LEAST, [], hidden));
const shares = await hiddenShares(db, tables);
const sum = (of: "cells" | "primary" | "additional") => shares.reduce((all, one) => all + one[of], 0);
console.log(
  JSON.stringify({
    seconds: { hide, attack },
    cells: sum("cells"),
    primary: sum("primary"),
    additional: sum("additional"),
  }),
);
db.close();

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The province's code within the country: its own where it is the only one. */
function codeIn(province: number, code: string): string {
  return provinces === 1 ? code : `${province}-${code}`;
}

async function loadUnits(): Promise<void> {
  const root = provinces === 1 ? ROOT : "VN";
  await db.run(`create table params as select date '${AS_OF}' as as_of, '2022' as edition, '${root}' as root_unit,
    ${LEAST} as suppress_below, 20 as min_denominator`);
  await db.run(
    `create table unit (unit_code varchar, edition varchar, level varchar, level_position integer, parent_code varchar)`,
  );
  await db.append("unit", [...(provinces === 1 ? [] : [["VN", "2022", "country", 0, null]]), ...unitRows()]);
  await db.run(`create table unit_path as ${sqlFile("unit_path").sql}`);
}

function unitRows() {
  const own = unitsOf("2022");
  const districts = new Set(own.filter(({ parent_code }) => parent_code === ROOT).map(({ code }) => code));
  const wanted = own.filter(
    ({ code, parent_code }) => code === ROOT || districts.has(code) || districts.has(parent_code ?? ""),
  );
  return range(provinces).flatMap((province) => wanted.map((unit) => unitRow(province, unit)));
}

function unitRow(province: number, { code, level, parent_code }: Unit) {
  const above = code === ROOT ? "VN" : codeIn(province, parent_code ?? "");
  return [codeIn(province, code), "2022", level, ["country", "province", "district", "commune"].indexOf(level), above];
}

/** A model of the demo for each province, and its sums for the country. */
async function loadModel(table: string, keys: readonly string[]): Promise<void> {
  const from = `read_parquet('${models}/${table}.parquet')`;
  if (provinces === 1) return db.run(`create table ${table} as from ${from}`);
  await db.run(`create table ${table} as select concat(province, '-', unit_code) as unit_code, demo.* exclude (unit_code)
    from ${from} as demo, range(${provinces}) as provinces (province)`);
  const described = await db.all<{ column_name: string }>(`describe ${table}`);
  const names = described.map(({ column_name }) => column_name).filter((name) => name !== "unit_code");
  const grain = names.filter((name) => name === "scope" || keys.includes(name));
  const counted = new Set(countColumns(table));
  const summed = names.map((name) =>
    grain.includes(name)
      ? name
      : counted.has(name)
        ? `sum(${name})::bigint as ${name}`
        : `any_value(${name}) as ${name}`,
  );
  await db.run(`insert into ${table} by name select 'VN' as unit_code, ${summed.join(", ")}
    from ${table} where unit_code in (select unit_code from unit where level = 'province')
      ${grain.includes("scope") ? "and scope = 'all'" : ""}
    group by all`);
}

function countColumns(table: string): string[] {
  const source = publicCounts.find((one) => one.table === table);
  if (source === undefined) return [];
  return [...cellColumns(source), ...Object.values(source.shares ?? {}).map(({ part }) => part), "subjects"];
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
