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
});
