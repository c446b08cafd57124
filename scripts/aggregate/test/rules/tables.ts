import { fileURLToPath } from "node:url";
import {
  type CompiledColumn,
  checkSelect,
  checksFor,
  identifier,
  literal,
  measureUnits,
  PersonDose,
  rowKinds,
  vaccines,
} from "@tiendo/schema";
import { EDITIONS, unitsOf } from "@tiendo/units";
import { Database } from "../../src/db.ts";

/** The tables of text cells by name, with the columns that name a row. */
const kinds = [
  ...Object.entries(rowKinds).map(([name, { schema }]) => ({ name, schema, keys: ["input_file", "record", "line"] })),
  { name: "person_dose", schema: PersonDose, keys: ["input_file", "record", "line", "slot"] },
].map(({ name, schema, keys }) => ({ name, keys, columns: checksFor(schema) }));

export type TableName = keyof typeof rowKinds | "person_dose";

/** A database with the lists that checks refer to and an empty `raw_<kind>` and `checked_<kind>` of each kind. */
export async function emptyTables(): Promise<Database> {
  const db = await Database.open();
  await loadUnits(db);
  await loadTerms(db, "measure_unit", measureUnits);
  await loadTerms(db, "vaccine", vaccines);
  for (const list of ["dose_rules", "vaccine_ages", "country_codes", "return_deadlines"]) await loadList(db, list);
  await loadList(db, "indicators");
  await db.run(`create view indicator as
    select indicators.*, measure_unit_vi, measure_unit_en from indicators left join measure_unit using (measure_unit)`);
  await db.run(`create table params (as_of date, edition varchar, root_unit varchar, suppress_below integer,
    min_denominator integer, synthetic boolean, merge_score integer, review_score integer)`);
  await db.run(`create table unit_match (province varchar, district varchar, commune varchar, edition varchar,
    unit_code varchar, status varchar, candidates varchar)`);
  await db.run("create table quarantined (input_file varchar, record bigint)");
  for (const { name, keys, columns } of kinds) await db.run(tableSql(name, keys, columns));
  return db;
}

function tableSql(name: string, keys: readonly string[], columns: readonly CompiledColumn[]): string {
  const types = { input_file: "varchar", record: "bigint", line: "bigint", slot: "integer" } as const;
  const keyed = keys.map((key) => `${key} ${types[key as keyof typeof types]}`);
  const texts = columns.map((column) => `${identifier(column.name)} varchar`);
  const typed = columns.map((column) => `${identifier(column.name)} ${column.sqlType}`);
  return `create table raw_${name} (${[...keyed, ...texts].join(", ")});
    create view judged_${name} as ${checkSelect(columns, `raw_${name}`, keys)};
    create table none_${name} (${[...keyed, ...typed, "issues varchar[]"].join(", ")});
    create view checked_${name} as from none_${name}`;
}

/** Says whether `raw_<kind>` holds rows: without, nobody has to plan how each would be judged, which takes longer than to do it. */
export async function judge(db: Database, kind: string, some: boolean): Promise<void> {
  await db.run(`create or replace view checked_${kind} as from ${some ? "judged" : "none"}_${kind}`);
}

async function loadUnits(db: Database): Promise<void> {
  const positions = { country: 0, province: 1, district: 2, commune: 3 } as const;
  await db.run(`create table unit (edition varchar, unit_code varchar, level varchar, level_position integer,
    parent_code varchar, name_vi varchar, name_en varchar, slug varchar)`);
  for (const edition of EDITIONS) {
    await db.append(
      "unit",
      unitsOf(edition).map((unit) => [
        edition,
        unit.code,
        unit.level,
        positions[unit.level],
        unit.parent_code,
        unit.full_name,
        unit.name_en ?? unit.full_name,
        unit.slug,
      ]),
    );
  }
}

async function loadTerms(db: Database, table: string, terms: Record<string, { vi: string; en: string }>) {
  const names = table === "vaccine" ? ["name_vi", "name_en"] : [`${table}_vi`, `${table}_en`];
  await db.run(`create table ${table} (${[table, ...names].map((name) => `${name} varchar`).join(", ")})`);
  await db.append(
    table,
    Object.entries(terms).map(([code, { vi, en }]) => [code, vi, en]),
  );
}

async function loadList(db: Database, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`../../../../data/reference/${name}.csv`, import.meta.url));
  await db.run(`create table ${name} as
    select * from read_csv(${literal(path)}, header = true, all_varchar = true, delim = ',', quote = '"')`);
}
