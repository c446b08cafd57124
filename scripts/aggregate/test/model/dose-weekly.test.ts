import { beforeAll, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { limitDepth } from "../../src/protect/depth.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;

/** 26 April 2021 is a Monday. */
beforeAll(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run(
    "create table person as from (values (1, '25195'), (2, '25198'), (3, '689'), (4, '01')) as t (person_id, unit_code)",
  );
  await db.run(`create table dose_given as from (values
    (1, date '2021-04-25', 'pfizer', 'primary'), (1, date '2021-04-26', 'pfizer', 'primary'), (2, date '2021-05-02', 'pfizer', 'primary'),
    (2, date '2021-05-03', 'pfizer', 'primary'), (3, date '2021-04-28', 'pfizer', 'primary'), (3, date '2021-04-28', 'moderna', 'primary'),
    (3, date '2021-04-28', 'moderna', 'booster_1'), (4, date '2021-04-28', 'moderna', 'booster_1')
  ) as t (person_id, dose_date, vaccine, dose_kind)`);
  await build(db, "dose_weekly");
});

test("a week goes from Monday to Sunday; doses count where the person lives and in every unit above", async () => {
  const weeks = (where: string) =>
    lines(
      db,
      `select unit_code, week::varchar, vaccine, dose_kind, doses from dose_weekly where ${where} order by all`,
    );
  expect(await weeks("scope = 'all' and unit_code in ('25195', '25198', '70')")).toEqual([
    "25195 2021-04-19 pfizer primary 1",
    "25195 2021-04-26 pfizer primary 1",
    "25198 2021-04-26 pfizer primary 1",
    "25198 2021-05-03 pfizer primary 1",
    "70 2021-04-19 pfizer primary 1",
    "70 2021-04-26 moderna booster_1 1",
    "70 2021-04-26 moderna primary 1",
    "70 2021-04-26 pfizer primary 3",
    "70 2021-05-03 pfizer primary 1",
  ]);
  expect(await weeks("scope = 'at_this_level' and vaccine = 'pfizer'")).toEqual(["689 2021-04-26 pfizer primary 1"]);
});

test("counts below the limit are hidden, the limit itself is not", async () => {
  const published = `select week::varchar, doses, doses_status from (${sqlFile("published_dose_weekly").sql})
    where unit_code = '70' and vaccine = 'pfizer'`;
  expect(await lines(db, published)).toEqual(["2021-04-19 ∅ c", "2021-04-26 3 ∅", "2021-05-03 ∅ c"]);
});

test("weeks are told from the district up: by commune nearly all would be hidden", async () => {
  await db.run(`create table published_dose_weekly as ${sqlFile("published_dose_weekly").sql}`);
  const told = "select distinct unit_code from published_dose_weekly order by all";
  expect(await lines(db, told)).toEqual(["25195", "25198", "689", "70"]);
  await limitDepth(db, new Set(["dose_weekly"]), {});
  expect(await lines(db, told)).toEqual(["689", "70"]);
});
