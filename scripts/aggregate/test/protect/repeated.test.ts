import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { tellDays } from "../../src/protect/days-told.ts";
import { hideRepeated } from "../../src/protect/repeated.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

let db: Database;
beforeAll(async () => {
  db = await Database.open();
  await db.run(sqlFile("too_small").sql);
  await db.run("create table params as select '2022' as edition, '70' as root_unit, 10 as suppress_below");
  await db.run(`create table unit as from (values
    ('70', '2022', 'province', 'VN'), ('689', '2022', 'district', '70'), ('690', '2022', 'district', '70'),
    ('25195', '2022', 'commune', '689')) as unit (unit_code, edition, level, parent_code)`);
});
afterAll(() => db.close());

describe("cleaned by day", () => {
  beforeAll(async () => {
    // On the 2nd the one district has 4, which the province and the other district would give back.
    await db.run(`create table cleaning_daily as from (values
      ('70', date '2022-04-01', 70, 0, 70), ('689', date '2022-04-01', 40, 0, 40), ('690', date '2022-04-01', 30, 0, 30),
      ('70', date '2022-04-02', 44, 0, 114), ('689', date '2022-04-02', 4, 0, 44), ('690', date '2022-04-02', 40, 0, 70),
      ('70', date '2022-04-03', 60, 0, 174), ('689', date '2022-04-03', 30, 0, 74), ('690', date '2022-04-03', 30, 0, 100),
      ('70', date '2022-04-04', 60, 0, 234), ('689', date '2022-04-04', 30, 0, 104), ('690', date '2022-04-04', 30, 0, 130),
      ('25195', date '2022-04-04', 30, 0, 104)) as cleaning_daily (unit_code, day, newly_cleaned, fell_back, cleaned_to_date)`);
    await tellDays(db, { as_of: "2022-04-04", releases: [], suppress_below: 10 });
    await db.run(`create table published_cleaning_daily as ${sqlFile("published_cleaning_daily").sql}`);
  });
  const told = (unit: string) =>
    lines(
      db,
      `select day::varchar, coalesce(newly_cleaned::varchar, newly_cleaned_status), coalesce(cleaned_to_date::varchar, cleaned_to_date_status)
        from published_cleaning_daily where unit_code = '${unit}' order by day`,
    );

  test("a day is told of the units below one when it can be told of each, and the day after has no change", async () => {
    const expected = (first: string, third: string, last: string) => [
      `2022-04-01 ${first}`,
      "2022-04-02 c c",
      `2022-04-03 c ${third}`,
      `2022-04-04 ${last}`,
    ];
    expect(await told("689")).toEqual(expected("40 40", "74", "30 104"));
    expect(await told("690")).toEqual(expected("30 30", "100", "30 130"));
  });

  test("what is told of the unit above stays", async () => {
    expect(await told("70")).toEqual([
      "2022-04-01 70 70",
      "2022-04-02 44 114",
      "2022-04-03 60 174",
      "2022-04-04 60 234",
    ]);
  });

  test("communes are left out: by day nearly all of theirs would be hidden", async () => {
    expect(await told("25195")).toEqual([]);
  });
});

test("what is hidden of how many are cleaned is told by no other table", async () => {
  await db.run(`create table published_cleaning_progress as from (values
    ('689', 'all', 'c', cast(null as varchar), 12, cast(null as varchar)), ('690', 'all', null, null, 50, null),
    ('690', 'at_this_level', null, 'c', 11, null)
    ) as progress (unit_code, scope, cleaned_status, subjects_status, remaining, remaining_status)`);
  await db.run(`create table published_pace_needed as from (values
    ('689', date '2022-05-05', 12, null, 1.5, null), ('690', date '2022-05-05', 50, null, 5.5, null)
    ) as pace_needed (unit_code, deadline_on, remaining, remaining_status, needed_a_day, needed_a_day_status)`);
  await db.run("alter table published_pace_needed alter remaining_status type varchar");
  await db.run("alter table published_pace_needed alter needed_a_day_status type varchar");
  await hideRepeated(db, new Set(["cleaning_progress", "pace_needed"]));
  expect(
    await lines(
      db,
      `select unit_code, coalesce(remaining::varchar, remaining_status), coalesce(needed_a_day::varchar, needed_a_day_status)
        from published_pace_needed order by unit_code`,
    ),
  ).toEqual(["689 c c", "690 50 5.5"]);
  const remaining =
    "select unit_code, scope, coalesce(remaining::varchar, remaining_status) from published_cleaning_progress";
  expect(await lines(db, `${remaining} order by all`)).toEqual(["689 all c", "690 all 50", "690 at_this_level c"]);
});
