import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { checkUnits } from "../../src/model/unit-checks.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;

beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
});

/** What the checks find in units that have these tables. */
async function found(...tables: string[]): Promise<string[]> {
  await checkUnits(db, tables);
  return lines(
    db,
    "select code, unit_code, day::varchar, item, measure_unit, found, expected, whole from unit_finding order by all",
  );
}

describe("findings in coverage", () => {
  const kinds = ["primary_1", "primary_complete", "booster_1", "booster_2"];
  /** People of a unit by kind of dose, of all ages, against a population. */
  async function covered(unit: string, persons: readonly number[], population: number | null): Promise<void> {
    for (const [at, reached] of kinds.entries())
      await db.run(`insert into coverage values
        ('${unit}', 'all', 'all', 'all', '${reached}', ${persons[at] ?? 0}, ${population}),
        ('${unit}', 'at_this_level', 'all', 'all', '${reached}', ${100 - (persons[at] ?? 0)}, null)`);
  }
  beforeEach(async () => {
    await db.run(`create table coverage (unit_code varchar, scope varchar, age_group varchar, sex varchar, reached varchar,
      persons bigint, population bigint)`);
  });

  test("more people than the population, not as many", async () => {
    await covered("25195", [60, 50, 40, 0], 50);
    await covered("25198", [60, 50, 40, 0], null);
    expect(await found("coverage")).toEqual(["COVERAGE.OVER_100 25195 2022-04-26 all primary_1 person 60 50 ∅"]);
  });

  test("more people with a later dose than with the one before, in districts and above", async () => {
    await covered("689", [50, 50, 51, 20], 100);
    await covered("70", [90, 80, 70, 71], 100);
    await covered("25195", [10, 11, 12, 13], 100);
    await covered("688", [40, 41, 20, 10], 100);
    // One age group or sex tells nothing of all; nor does what the edition of 2025 calls a unit of the same code.
    await db.run(`insert into coverage select '689', 'all', age_group, sex, 'booster_1', 99, null
      from (values ('18-49', 'all'), ('all', 'male')) as part (age_group, sex)`);
    await db.run("insert into unit values ('2025', '689', 'district', 2, '70')");
    expect(await found("coverage")).toEqual([
      "DROPOUT.NEGATIVE 688 2022-04-26 primary_complete person 41 40 ∅",
      "DROPOUT.NEGATIVE 689 2022-04-26 booster_1 person 51 50 ∅",
      "DROPOUT.NEGATIVE 70 2022-04-26 booster_2 person 71 70 ∅",
    ]);
  });
});

test("doses heap on the 1st, the 15th and the last day where over a fifth of 100 or more fall there", async () => {
  await db.run(
    "create table person as from (values (1, '25195'), (2, '25216'), (3, '25198')) as p (person_id, unit_code)",
  );
  const days = (person: number, from: number, to: number, day: string) =>
    `select ${person} as person_id, ${day} as dose_date from range(${from}, ${to})`;
  // 21 of 100; 20 of 100; 21 of 99. District 689 has the first and the third, 688 the second.
  await db.run(`create table dose_given as
    ${days(1, 0, 7, "date '2022-03-01'")} union all ${days(1, 0, 7, "date '2022-03-15'")}
    union all ${days(1, 0, 7, "date '2022-02-28'")} union all ${days(1, 0, 79, "date '2022-03-02'")}
    union all ${days(2, 0, 20, "date '2022-03-01'")} union all ${days(2, 0, 80, "date '2022-03-30'")}
    union all ${days(3, 0, 21, "date '2022-03-01'")} union all ${days(3, 0, 78, "date '2022-03-14'")}
    union all ${days(1, 0, 1, "null")}`);
  expect(await found("dose_given")).toEqual([
    "HEAPING.DAY 25195 2022-04-26 dose_date dose 21 10 100",
    "HEAPING.DAY 689 2022-04-26 dose_date dose 42 19 199",
    "HEAPING.DAY 70 2022-04-26 dose_date dose 62 29 299",
  ]);
});

describe("signals", () => {
  beforeEach(async () => {
    await checkUnits(db, []);
    await db.run(`create table row_outcome as
      from (values ('a.csv', 9), ('b.csv', 1), ('s.csv', 3), ('b.csv', 2)) as outcome (input_file, record)`);
    await db.run(`create table checked_progress_return as
      select 'a.csv' as input_file, record, unit_code, edition, date '2022-04-19' as as_of, 500 as subjects_total, 900 as doses_given
      from (values (1, '689', '2022'), (2, '01', '2022'), (3, '25195', '2025'), (9, '689', '2022')) as sent (record, unit_code, edition)`);
    await db.run(`create table checked_stock_return as
      select 's.csv' as input_file, 1 as record, '688' as unit_code, date '2022-04-27' as as_of, 'pfizer' as vaccine, 'FF2832' as lot
      union all select 's.csv', record, '688', date '2022-04-26', 'pfizer', 'FF283' || (record + 1) from range(2, 4) as sent (record)`);
    await db.run(
      "create table issue (input_file varchar, record bigint, column_name varchar, code varchar, original_value varchar, expected_en varchar)",
    );
  });
  const issue = (file: string, record: number, column: string, code: string, value: string, expected: string) =>
    db.run(`insert into issue values ('${file}', ${record}, '${column}', '${code}', '${value}', '${expected}')`);
  const signals = async () => {
    await build(db, "signals");
    return lines(
      db,
      "select code, unit_code, day::varchar, item, measure_unit, found, expected, whole from signals order by all",
    );
  };

  test("take over what the checks found in returns that count, of units and the edition of the report", async () => {
    await issue("a.csv", 1, "subjects_cleaned", "OUTLIER.VALUE", "480", "median 120");
    await issue("a.csv", 1, "subjects_total", "CUMULATIVE.FALLS", "500", "510");
    await issue("a.csv", 1, "doses_recorded", "SUM.CHILDREN", "800", "790");
    await issue("a.csv", 1, "received_at", "RETURN.LATE", "4", "within 3 days");
    for (const record of [2, 3, 9]) await issue("a.csv", record, "doses_given", "CUMULATIVE.FALLS", "900", "910");
    await issue("s.csv", 1, "closing", "STOCK.BALANCE", "7", "6");
    for (const record of [2, 3]) await issue("s.csv", record, "closing", "STOCK.BALANCE", "7", "-6");
    await issue("s.csv", 2, "expiry", "EXPIRY.PASSED", "1", "2");
    await issue("a.csv", 1, "doses_given", "CUMULATIVE.FALLS", "900", "910");
    await issue("a.csv", 1, "doses_not_entered", "SUM.CHILDREN", "100", "110");
    expect(await signals()).toEqual([
      "CUMULATIVE.FALLS 689 2022-04-19 doses_given dose 900 910 ∅",
      "CUMULATIVE.FALLS 689 2022-04-19 subjects_total person 500 510 ∅",
      "OUTLIER.VALUE 689 2022-04-19 subjects_cleaned person 480 120 500",
      "STOCK.BALANCE 688 2022-04-26 pfizer FF2833 ∅ 7 -6 ∅",
      "SUM.CHILDREN 689 2022-04-19 doses_not_entered dose 100 110 900",
      "SUM.CHILDREN 689 2022-04-19 doses_recorded dose 800 790 900",
    ]);
  });

  test("are published unless they rest on small counts, on all but few of a whole, or on few people", async () => {
    await db.run(`create table issue_code as from (values ('OUTLIER.VALUE', 'warning'), ('COVERAGE.OVER_100', 'warning'),
      ('STOCK.BALANCE', 'warning')) as issue_code (code, effect)`);
    await db.run(`create table signals as from (values
      ('OUTLIER.VALUE', 'shown', 'person', 97, 3, 100), ('OUTLIER.VALUE', 'few', 'person', 2, 90, 100),
      ('OUTLIER.VALUE', 'few expected', 'dose', 90, 2, 100), ('OUTLIER.VALUE', 'all but few', 'person', 98, 3, 100),
      ('OUTLIER.VALUE', 'all but few expected', 'person', 50, 98, 100),
      ('COVERAGE.OVER_100', 'shown', 'person', 6, 5, null), ('COVERAGE.OVER_100', 'few people', 'person', 6, 4, null),
      ('STOCK.BALANCE', 'shown', null, 1, 2, null)
    ) as signals (code, unit_code, measure_unit, found, expected, whole), (select date '2022-04-19' as day, 'x' as item)`);
    expect(
      await lines(db, `select code, unit_code, effect, found, expected from (${sqlFile("published_signals").sql})`),
    ).toEqual([
      "COVERAGE.OVER_100 shown warning 6 5",
      "OUTLIER.VALUE shown warning 97 3",
      "STOCK.BALANCE shown warning 1 2",
    ]);
    await db.run(`create or replace table signals as select *, date '2022-04-01' + nth::integer as day, 'person' as measure_unit, 20 as found,
        30 as expected, 100 as whole
      from (values ('70', 'STOCK.BALANCE', 2, 'b'), ('70', 'STOCK.BALANCE', 2, 'a'), ('70', 'STOCK.BALANCE', 1, 'c'),
        ('70', 'OUTLIER.VALUE', 3, 'd'), ('689', 'STOCK.BALANCE', 4, 'e')) as row (unit_code, code, nth, item)`);
    const names = "unit_code, code, effect, day::varchar, item, measure_unit, found, expected";
    expect(await lines(db, `select ${names} from (${sqlFile("published_signals").sql})`)).toEqual([
      ...["689 STOCK.BALANCE warning 2022-04-05 e person 20 30", "70 OUTLIER.VALUE warning 2022-04-04 d person 20 30"],
      ...["70 STOCK.BALANCE warning 2022-04-02 c person 20 30", "70 STOCK.BALANCE warning 2022-04-03 a person 20 30"],
      "70 STOCK.BALANCE warning 2022-04-03 b person 20 30",
    ]);
  });
});
