import { beforeAll, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

let db: Database;

beforeAll(async () => {
  db = await Database.open();
});

describe("published_figure", () => {
  test("says of each number whether it does not apply or was not reported, in the order of days, units and indicators", async () => {
    await db.run(`create or replace table figure_claim as select figure_id, unit_code, '2022' as edition, cast(as_of as date) as as_of,
        'day' as as_of_precision, indicator, done, 'exact' as done_qualifier, total, 'exact' as total_qualifier, value,
        'exact' as value_qualifier, 'person' as measure_unit, reported_pct, 1 as reported_pct_decimals, computed_pct,
        computed_pct as computed_pct_low, computed_pct as computed_pct_high, null as pct_gap, 'agrees' as verdict,
        null as explanation, 'Báo' as source, null as note, null as note_en, 'f.csv' as input_file, 2 as line
      from (values
        ('whole', '70', '2022-04-26', 'b', 5, 10, null, 50, 50.0), ('whole', '70', '2022-04-25', 'b', 5, 10, null, 50, 50.0),
        ('part', '70', '2022-04-26', 'a', 5, null, null, null, null), ('count', '01', '2022-04-26', 'b', null, null, 9, null, null),
        ('of none', '70', '2022-04-26', 'c', 0, 0, null, 0, null), ('of nobody', '70', '2022-04-26', 'c', 0, 0, null, 0, null),
        ('total alone', '70', '2022-04-26', 'd', null, 10, null, 50, null)
      ) as claim (figure_id, unit_code, as_of, indicator, done, total, value, reported_pct, computed_pct)`);
    expect(
      await lines(
        db,
        `select day(as_of), figure_id, done_status, total_status, value_status, reported_pct_status, computed_pct_status
          from (${sqlFile("published_figure").sql})`,
      ),
    ).toEqual([
      "25 whole ∅ ∅ z ∅ ∅",
      "26 count z z ∅ z z",
      "26 part ∅ x z x x",
      "26 whole ∅ ∅ z ∅ ∅",
      "26 of nobody ∅ ∅ z ∅ z",
      "26 of none ∅ ∅ z ∅ z",
      "26 total alone z ∅ z ∅ z",
    ]);
  });

  test("each number and word is told in its own column, percentages to two places", async () => {
    await db.run(`create or replace table figure_claim as select 'f' as figure_id, '70' as unit_code, '2022' as edition,
      date '2022-04-26' as as_of, 'month' as as_of_precision, 'i' as indicator, 5 as done, 'at_least' as done_qualifier,
      12 as total, 'about' as total_qualifier, 9 as value, 'over' as value_qualifier, 'dose' as measure_unit,
      41.5 as reported_pct, 1::bigint as reported_pct_decimals, 41.666 as computed_pct, 40.994 as computed_pct_low,
      1234567.125 as computed_pct_high, -0.166 as pct_gap, 'differs' as verdict, 'swapped' as explanation, 'Báo' as source,
      'ghi' as note, 'said' as note_en, 'f.csv' as input_file, 2 as line`);
    const of = async (names: string) =>
      (await lines(db, `select ${names} from (${sqlFile("published_figure").sql})`))[0];
    expect([
      await of("figure_id, unit_code, edition, as_of::varchar, as_of_precision, indicator, measure_unit"),
      await of("done, done_qualifier, total, total_qualifier, value, value_qualifier"),
      await of("reported_pct, reported_pct_decimals, computed_pct, computed_pct_low, computed_pct_high, pct_gap"),
      await of("verdict, explanation, source, note, note_en, input_file, input_line"),
    ]).toEqual([
      "f 70 2022 2022-04-26 month i dose",
      "5 at_least 12 about 9 over",
      "41.5 1 41.67 40.99 1234567.13 -0.17",
      "differs swapped Báo ghi said f.csv 2",
    ]);
  });

  test("many of few are millions of per cent", async () => {
    const each = ["computed_pct", "computed_pct_low", "pct_gap"].map((name) => `computed_pct_high as ${name}`);
    await db.run(`create or replace table figure_claim as select * replace (${each.join(", ")}) from figure_claim`);
    const names = "computed_pct, computed_pct_low, computed_pct_high, pct_gap";
    expect(await lines(db, `select ${names} from (${sqlFile("published_figure").sql})`)).toEqual([
      "1234567.13 1234567.13 1234567.13 1234567.13",
    ]);
  });

  test("what can be computed of bounds alone has no percentage of its own", async () => {
    await db.run("update figure_claim set computed_pct = null");
    const statuses = `select computed_pct_status, computed_pct_high from (${sqlFile("published_figure").sql})`;
    expect(await lines(db, statuses)).toEqual(["x 1234567.13"]);
  });
});
