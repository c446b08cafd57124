import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

let db: Database;

/** Units as of 26 April 2022, and what became of their subjects on single days. */
beforeEach(async () => {
  db = await Database.open();
  await db.run(
    "create table params as select date '2022-04-26' as as_of, 3 as suppress_below, '2022' as edition, '70' as root_unit",
  );
  await db.run(`create table unit as select unit_code, '2022' as edition, if(unit_code = '70', 'VN', '70') as parent_code
    from (values ('70'), ('688'), ('689'), ('690'), ('691'), ('692')) as unit (unit_code)`);
  await db.run("create table window_told as from (values ('', 7), ('', 28), ('70', 7)) as told (above, days)");
  await db.run(`create table cleaning_progress as
    select *, subjects - cleaned as remaining, 'all' as scope, date '2022-04-26' as as_of from (values
      ('70', 1000, 600), ('688', 50, 50), ('689', 400, 100), ('690', 20, 0), ('691', 0, 0), ('692', 200, 100)
    ) as progress (unit_code, subjects, cleaned)
    union all select '70', 9, 9, 0, 'at_this_level', date '2022-04-26'`);
  await db.run(`create table cleaning_daily as from (values
    ('70', date '2022-03-29', 500, 0), ('70', date '2022-03-30', 40, 0), ('70', date '2022-04-19', 19, 1),
    ('70', date '2022-04-20', 20, 0), ('70', date '2022-04-26', 6, 5),
    ('688', date '2022-04-26', 50, 0), ('689', date '2022-04-26', 1, 3), ('692', date '2022-04-26', 2, 0)
  ) as daily (unit_code, day, newly_cleaned, fell_back)`);
  await db.run(
    `create table deadline as from (values ('2022-04-26'), ('2022-05-05'), ('2022-05-05'), ('2022-06-01')) as deadline (deadline_on)`,
  );
  await db.run(sqlFile("too_small").sql);
  for (const name of ["pace", "pace_needed"]) await db.run(`create table ${name} as ${sqlFile(name).sql}`);
});

describe("pace", () => {
  const pace = (unit: string) =>
    lines(
      db,
      `select remaining, cleaned_7_days, cleaned_28_days, pace_7_days, pace_28_days, finish_on::varchar from pace where unit_code = '${unit}'`,
    );

  test("counts 7 and 28 days up to the report's day, less those who fell back", async () => {
    // 20 + 6 − 5 = 21 since 20 April; 40 + 19 − 1 more since 30 March. 400 remain at 3 a day: 134 days.
    expect(await pace("70")).toEqual(["400 21 79 3 2.8 2022-09-07"]);
  });

  test("nothing is projected where nobody remains, or where the pace is 0 or less", async () => {
    expect(await pace("688")).toEqual(["0 50 50 7.1 1.8 ∅"]);
    expect(await pace("689")).toEqual(["300 -2 -2 -0.3 -0.1 ∅"]);
    expect(await pace("690")).toEqual(["20 0 0 0 0 ∅"]);
  });

  test("nothing is projected more than a century ahead", async () => {
    // 36,525 days at 3 a day; one more subject takes a day more.
    const projected = `select remaining, finish_on::varchar from (${sqlFile("pace").sql}) where unit_code = '70'`;
    await db.run("update cleaning_progress set subjects = 110175, remaining = 109575 where unit_code = '70'");
    expect(await lines(db, projected)).toEqual(["109575 2122-04-27"]);
    await db.run("update cleaning_progress set subjects = 110176, remaining = 109576 where unit_code = '70'");
    expect(await lines(db, projected)).toEqual(["109576 ∅"]);
  });

  test("one subject is told of too, and what remains at the pace takes any day that it begins", async () => {
    // 1 at 3 in 7 days takes 2⅓ days, 2 at 1 in 7 days 14.
    await db.run(`insert into cleaning_progress values ('693', 4, 3, 1, 'all', '2022-04-26'), ('694', 3, 1, 2, 'all', '2022-04-26'),
      ('695', 1, 0, 1, 'all', '2022-04-26')`);
    await db.run("insert into cleaning_daily values ('693', '2022-04-26', 3, 0), ('694', '2022-04-26', 1, 0)");
    const projected = `select unit_code, remaining, finish_on::varchar from (${sqlFile("pace").sql}) where unit_code like '69_' and unit_code > '692'`;
    expect(await lines(db, `${projected} order by all`)).toEqual(["693 1 2022-04-29", "694 2 2022-05-10", "695 1 ∅"]);
  });

  test("a unit without subjects has no row", async () => {
    expect(await pace("691")).toEqual([]);
  });
});

test("a deadline asks for what remains over the days that are left, once however many documents set it", async () => {
  expect(
    await lines(
      db,
      "select deadline_on::varchar, days_left, needed_a_day from pace_needed where unit_code = '70' order by all",
    ),
  ).toEqual(["2022-04-26 0 ∅", "2022-05-05 9 44.5", "2022-06-01 36 11.2"]);
});

describe("published", () => {
  test("small counts hide the pace and the finish that would give them back", async () => {
    const published = `select unit_code, remaining, cleaned_7_days, cleaned_7_days_status, pace_7_days, pace_7_days_status, finish_on::varchar,
      finish_on_status from (${sqlFile("published_pace").sql})`;
    expect(await lines(db, published)).toEqual([
      "688 0 50 ∅ 7.1 ∅ ∅ z",
      "689 300 ∅ c ∅ c ∅ c",
      "690 20 0 ∅ 0 ∅ ∅ z",
      "692 100 ∅ c ∅ c ∅ c",
      "70 400 21 ∅ 3 ∅ 2022-09-07 ∅",
    ]);
  });

  test("days that cannot be told of all units under one are told of none of them", async () => {
    const published = `select cleaned_28_days, cleaned_28_days_status, pace_28_days, pace_28_days_status
      from (${sqlFile("published_pace").sql}) where unit_code = `;
    expect(await lines(db, `${published} '688'`)).toEqual(["∅ c ∅ c"]);
    expect(await lines(db, `${published} '70'`)).toEqual(["79 ∅ 2.8 ∅"]);
    await db.run("delete from window_told where days = 7");
    const seven = `select cleaned_7_days, pace_7_days_status from (${sqlFile("published_pace").sql}) where unit_code = '688'`;
    expect(await lines(db, seven)).toEqual(["∅ c"]);
  });

  test("a small fall is hidden like a small rise, also over 28 days", async () => {
    await db.run("insert into window_told values ('70', 28)");
    const published = `select unit_code, cleaned_28_days, cleaned_28_days_status from (${sqlFile("published_pace").sql})`;
    expect(await lines(db, `${published} where unit_code in ('688', '689')`)).toEqual(["688 50 ∅", "689 ∅ c"]);
  });

  test("each number is hidden for what is few of itself, the finish for what remains and for the 7 days, in this edition alone", async () => {
    await db.run("insert into window_told values ('70', 28)");
    const units = ["693", "694", "695", "696"];
    const edition = (name: string) => units.map((unit) => `('${unit}', '${name}', '70')`).join(", ");
    await db.run(`insert into unit values ${edition("2022")}, ${edition("2025")}`);
    // 2 of 40 remain, all others remain or are cleaned in good number; 2 of 50 were cleaned before the 7 days, or the 28.
    await db.run(`insert into cleaning_progress values ('693', 40, 38, 2, 'all', '2022-04-26'), ('694', 50, 50, 0, 'all', '2022-04-26'),
      ('695', 50, 50, 0, 'all', '2022-04-26'), ('696', 40, 20, 20, 'all', '2022-04-26')`);
    await db.run(`insert into cleaning_daily values ('693', '2022-04-26', 20, 0), ('693', '2022-04-10', 8, 0), ('694', '2022-04-26', 48, 0),
      ('694', '2022-04-10', 2, 0), ('695', '2022-04-10', 48, 0), ('696', '2022-04-26', 20, 0), ('696', '2022-04-10', 0, 18)`);
    await db.run(`create or replace table pace as ${sqlFile("pace").sql}`);
    const published = `select unit_code, as_of::varchar, remaining, remaining_status, cleaned_7_days, cleaned_7_days_status, cleaned_28_days,
      cleaned_28_days_status, finish_on::varchar, finish_on_status from (${sqlFile("published_pace").sql}) where unit_code between '693' and '696'`;
    expect(await lines(db, published)).toEqual([
      "693 2022-04-26 ∅ c 20 ∅ 28 ∅ ∅ c",
      "694 2022-04-26 0 ∅ 48 ∅ 50 ∅ ∅ z",
      "695 2022-04-26 0 ∅ 0 ∅ 48 ∅ ∅ z",
      // 18 had fallen back before: 20 remain at 20 in 7 days.
      "696 2022-04-26 20 ∅ 20 ∅ ∅ c 2022-05-03 ∅",
    ]);
  });

  test("what remains is hidden where few remain or few are cleaned, and with it the pace needed", async () => {
    await db.run("update cleaning_progress set cleaned = 2, remaining = 398 where unit_code = '689'");
    for (const name of ["pace", "pace_needed"]) await db.run(`create or replace table ${name} as ${sqlFile(name).sql}`);
    const remaining = `select remaining, remaining_status, finish_on_status from (${sqlFile("published_pace").sql}) where unit_code = '689'`;
    expect(await lines(db, remaining)).toEqual(["∅ c c"]);
    expect(
      await lines(
        db,
        `select unit_code, deadline_on::varchar from (${sqlFile("published_pace_needed").sql}) where unit_code in ('690', '70')`,
      ),
    ).toEqual([
      ...["690 2022-04-26", "690 2022-05-05", "690 2022-06-01", "70 2022-04-26", "70 2022-05-05", "70 2022-06-01"],
    ]);
    const needed = `select deadline_on::varchar, as_of::varchar, days_left, remaining, remaining_status, needed_a_day, needed_a_day_status
      from (${sqlFile("published_pace_needed").sql}) where unit_code = `;
    expect(await lines(db, `${needed} '689'`)).toEqual([
      "2022-04-26 2022-04-26 0 ∅ c ∅ c",
      "2022-05-05 2022-04-26 9 ∅ c ∅ c",
      "2022-06-01 2022-04-26 36 ∅ c ∅ c",
    ]);
    expect(await lines(db, `${needed} '690'`)).toEqual([
      "2022-04-26 2022-04-26 0 20 ∅ ∅ z",
      "2022-05-05 2022-04-26 9 20 ∅ 2.3 ∅",
      "2022-06-01 2022-04-26 36 20 ∅ 0.6 ∅",
    ]);
  });
});
