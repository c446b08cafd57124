import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { literal } from "@tiendo/schema";
import type { Database } from "./db.ts";
import { createMacros } from "./macros.ts";
import type { SampleOptions } from "./options.ts";
import { profilesOf } from "./profile.ts";
import { makeTables } from "./sql-files.ts";
import { communeRows, idPlaces } from "./unit-rows.ts";

const dataFolder = fileURLToPath(new URL("../data", import.meta.url));
const referenceFolder = fileURLToPath(new URL("../../../data/reference", import.meta.url));
const ownLists = [
  "rates",
  "surnames",
  "middle_names",
  "given_names",
  "foreign_names",
  "age_groups",
  "campaign_waves",
  "wave_vaccines",
  "vaccine_courses",
  "booster_vaccines",
] as const;
const setupTables = [
  "surname_slot",
  "middle_slot",
  "given_slot",
  "age_slot",
  "household_pattern",
  "day_slot",
  "day_text",
  "vaccine_slot",
  "booster_slot",
  "vaccine_course",
  "arrival",
  "return_day",
  "commune",
  "id_used",
] as const;

/** Makes everything that does not depend on the block: macros, parameters, lists, units. */
export async function setUp(db: Database, options: SampleOptions): Promise<void> {
  await createMacros(db, options);
  for (const name of ownLists) await loadList(db, name, `${dataFolder}/${name}.csv`);
  for (const name of ["dose_rules", "indicators"]) await loadList(db, name, `${referenceFolder}/${name}.csv`);
  await createParams(db, options);
  await createUnits(db, options);
  await makeTables(db, "setup", setupTables);
}

async function loadList(db: Database, name: string, path: string): Promise<void> {
  await db.run(`create table ${name} as from read_csv(${literal(path)}, header = true, all_varchar = true)`);
}

/** The one-row table `params`: the options, and each rate as a column; a kind of dirt not asked for has the rate 0. */
async function createParams(db: Database, options: SampleOptions): Promise<void> {
  const rates = await db.all<{ rate: string; value: string; certain: string }>(
    "select rate, value, certain from rates",
  );
  const columns = rates
    .filter(({ rate }) => !profileRates.has(rate))
    .map(
      ({ rate, value, certain }) => `${options.dirt === "certain" && certain === "no" ? 0 : value}::double as ${rate}`,
    );
  const hasDistricts = options.edition === "2022" && options.units.length <= 3 && !options.units.includes("VN");
  await db.run(`create table params as select
    date ${literal(options.asOf)} as as_of,
    ${literal(options.edition)} as edition,
    ${literal(hasDistricts ? options.filesBy : "province")} as files_by,
    ${literal(`.${options.format}`)} as extension,
    ${options.peoplePerBlock} as people_per_block,
    ${columns.join(",\n")}`);
}

// These differ from province to province.
const profileRates = new Set(["missing_or_bad_id", "wrong", "unchecked", "cleaned_share", "people_share"]);

async function createUnits(db: Database, options: SampleOptions): Promise<void> {
  await db.run("create table arrival_day (day date)");
  const days = options.arrivals.length === 0 ? [options.asOf] : options.arrivals;
  await db.run(`insert into arrival_day values ${days.map((day) => `(date ${literal(day)})`).join(", ")}`);
  await db.run("create table id_place (position bigint, code varchar)");
  await db.append(
    "id_place",
    idPlaces().map((code, at) => [BigInt(at), code]),
  );
  await db.run(`create table foreign_name as select name, row_number() over () - 1 as position from foreign_names`);
  await db.run(`create table commune_unit (commune_code varchar, commune varchar, kind varchar, district_code varchar,
    district varchar, province_code varchar, province varchar, id_position bigint)`);
  await db.append("commune_unit", communeRows(options));
  await db.run(`create table profile (province_code varchar, population bigint, people bigint, missing_or_bad_id double,
    wrong double, unchecked double, cleaned_share double)`);
  await db.append(
    "profile",
    profilesOf(options, readFileSync(`${dataFolder}/province_profile.csv`, "utf8"), await nationalRates(db)),
  );
}

async function nationalRates(db: Database): Promise<Map<string, number>> {
  const rows = await db.all<{ rate: string; value: string }>("select rate, value from rates");
  return new Map(rows.map(({ rate, value }) => [rate, Number(value)]));
}
