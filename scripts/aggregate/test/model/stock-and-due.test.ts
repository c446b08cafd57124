import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;

beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run(`create table dose_rules as from (values
    ('primary', '2021-03-08', null), ('booster_1', '2021-12-01', '2021-12-16'), ('booster_1', '2021-12-17', null), ('booster_2', '2022-05-10', null)
  ) as t (dose_kind, valid_from, valid_to)`);
  await db.run("create table course_count (unit_code varchar, due_kind varchar, persons bigint)");
  await db.run(`create table accepted_stock_return (unit_code varchar, as_of date, vaccine varchar, lot varchar, expiry date,
    opening bigint, received bigint, issued bigint, used bigint, wasted bigint, closing bigint)`);
  await db.run("create table person as from (values (1, '25195'), (2, '25198')) as t (person_id, unit_code)");
  await db.run("create table dose_given (person_id integer, dose_date date)");
});

const due = (unit: string, kind: string | null, persons: number) =>
  db.run(`insert into course_count values ('${unit}', ${kind === null ? "null" : `'${kind}'`}, ${persons})`);

/** A lot on a day of April 2022 whose closing stock is given, or left out and 10 by its other numbers. */
const lot = (
  unit: string,
  day: number,
  closing: number | null,
  expiry: string | null = "2022-08-31",
  vaccine = "pfizer",
) =>
  db.run(`insert into accepted_stock_return values ('${unit}', date '2022-04-01' + ${day - 1}, '${vaccine}', 'L',
    ${expiry === null ? "null" : `date '${expiry}'`}, 15, 5, 2, 7, 1, ${closing})`);

/** So many doses of one person's commune on a day. */
const gave = (person: number, day: string, doses: number) =>
  db.run(`insert into dose_given select ${person}, date '${day}' from range(${doses})`);

describe("dose_due", () => {
  const rows = async (where: string) => {
    await build(db, "dose_due");
    return lines(db, `select unit_code, scope, dose_kind, persons from dose_due where ${where} order by all`);
  };

  test("people count in their unit and every one above; nobody is zero, and without a rule in force there is none", async () => {
    await due("25195", "primary", 3);
    await due("25198", "primary", 4);
    await due("689", "booster_1", 5);
    await due("25198", null, 9);
    expect(await rows("scope = 'all' and unit_code in ('25198', '689')")).toEqual([
      "25198 all booster_1 0",
      "25198 all booster_2 ∅",
      "25198 all primary 4",
      "689 all booster_1 5",
      "689 all booster_2 ∅",
      "689 all primary 7",
    ]);
    expect(await rows("scope = 'at_this_level' and persons > 0")).toEqual(["689 at_this_level booster_1 5"]);
  });

  test("a kind whose rules have all ended is due to nobody; those who live outside the report count nowhere", async () => {
    await db.run(
      "insert into dose_rules values ('additional', '2021-03-08', '2022-04-25'), ('booster_9', '2021-03-08', '2022-04-26')",
    );
    for (const persons of [3, 4]) await due("688", "booster_9", persons);
    await due("01", "booster_9", 5);
    expect(await rows("dose_kind in ('additional', 'booster_9') and scope is distinct from 'at_this_level'")).toEqual([
      ...["688 all additional ∅", "688 all booster_9 7", "70 all additional ∅", "70 all booster_9 7"],
    ]);
  });

  test("few people are hidden; a kind without a rule does not apply", async () => {
    await due("25195", "primary", 2);
    await rows("true");
    expect(
      await lines(
        db,
        `select dose_kind, persons, persons_status from (${sqlFile("published_dose_due").sql}) where unit_code = '25195'`,
      ),
    ).toEqual(["booster_1 0 ∅", "booster_2 ∅ z", "primary ∅ c"]);
  });
});

describe("stock_left", () => {
  const rows = async (where: string) => {
    await build(db, "stock_left");
    return lines(
      db,
      `select unit_code, scope, vaccine, expiry::varchar, usable, return_as_of::varchar, doses from stock_left where ${where} order by all`,
    );
  };

  test("the latest return of each unit counts, and none after the report's day", async () => {
    await lot("689", 12, 100);
    await lot("689", 12, 50, "2022-08-31", "moderna");
    await lot("689", 19, 80);
    await lot("689", 27, 70);
    expect(await rows("unit_code = '689' and scope = 'all'")).toEqual(["689 all pfizer 2022-08-31 true 2022-04-19 80"]);
  });

  test("a return of the report's own day counts, what would be less than nothing is none, and stores outside the report are no part of it", async () => {
    await lot("688", 26, 9);
    // A lot of which too little is said leaves no row.
    await db.run(`insert into accepted_stock_return values ('688', '2022-04-26', 'pfizer', 'M', '2022-09-30', null, 5, 2, 7, 1, null),
      ('688', '2022-04-26', 'pfizer', 'N', '2022-10-31', 1, 0, 2, 7, 1, null), ('01', '2022-04-26', 'pfizer', 'N', '2022-10-31', 1, 0, 0, 0, 0, 1)`);
    expect(await rows("scope is distinct from 'at_this_level' and unit_code is distinct from '70'")).toEqual([
      "688 all pfizer 2022-08-31 true 2022-04-26 9",
      "688 all pfizer 2022-10-31 true 2022-04-26 0",
    ]);
  });

  test("lots of one expiry add up, in stores below too; the oldest return tells the day", async () => {
    await lot("689", 19, 80);
    await lot("689", 19, 20);
    await lot("688", 12, 5);
    await lot("70", 19, 1000);
    expect(await rows("unit_code = '70'")).toEqual([
      "70 all pfizer 2022-08-31 true 2022-04-12 1105",
      "70 at_this_level pfizer 2022-08-31 true 2022-04-19 1000",
    ]);
  });

  test("a lot is usable on the day of its expiry and not after; stock left out is what the other numbers leave", async () => {
    await lot("25195", 19, 1, "2022-04-25");
    await lot("25195", 19, 2, "2022-04-26");
    await lot("25195", 19, null, null);
    expect(await rows("unit_code = '25195'")).toEqual([
      "25195 all pfizer 2022-04-25 false 2022-04-19 1",
      "25195 all pfizer 2022-04-26 true 2022-04-19 2",
      "25195 all pfizer ∅ true 2022-04-19 10",
    ]);
    const published = `select expiry, usable, doses from (${sqlFile("published_stock_left").sql}) where unit_code = '25195'`;
    expect(await lines(db, published)).toEqual(["2022-04-25 no 1", "2022-04-26 yes 2", "unknown yes 10"]);
  });
});

describe("stock_and_due", () => {
  const rows = async (unit: string) => {
    await build(db, "dose_due", "stock_left", "stock_and_due");
    return lines(
      db,
      `select doses_left, doses_expiring, persons_due, given_28_days, slow from stock_and_due where unit_code = '${unit}'`,
    );
  };

  test("a unit is slow that could give more now than it gave in 28 days", async () => {
    await due("25195", "primary", 10);
    await due("25195", "booster_1", 20);
    await lot("25195", 19, 25);
    await gave(1, "2022-03-30", 24);
    await gave(1, "2022-03-29", 100);
    expect(await rows("25195")).toEqual(["25 0 30 24 true"]);
    await gave(1, "2022-04-26", 1);
    expect(await rows("25195")).toEqual(["25 0 30 25 false"]);
  });

  test("what is left and due is that of whole units, the doses of everybody who lives there, the oldest return's day", async () => {
    await due("25195", "primary", 10);
    await due("689", "primary", 5);
    await due("70", "booster_1", 5);
    await lot("25195", 19, 9, "2022-05-01");
    await lot("25195", 19, 4, "2022-05-02");
    await lot("689", 12, 20);
    await gave(1, "2022-04-26", 5);
    await gave(2, "2022-04-26", 6);
    await gave(9, "2022-04-26", 100);
    await db.run("insert into person values (9, '01')");
    expect(await rows("689")).toEqual(["33 13 15 11 true"]);
    expect(await rows("70")).toEqual(["33 13 20 11 true"]);
    expect(await lines(db, "select unit_code, return_as_of::varchar from stock_and_due order by all")).toEqual([
      ...["25195 2022-04-19", "689 2022-04-12", "70 2022-04-12"],
    ]);
  });

  test("where nothing usable is left, nothing is; one dose that could be given is slow where none was", async () => {
    await due("25195", "primary", 10);
    await lot("25195", 19, 9, "2022-04-25");
    expect(await rows("25195")).toEqual(["0 0 10 0 false"]);
    await lot("25195", 19, 1);
    expect(await rows("25195")).toEqual(["1 0 10 0 true"]);
  });

  test("expired vaccine is not left; what expires within 28 days is told apart", async () => {
    await due("25195", "primary", 10);
    await lot("25195", 19, 9, "2022-04-25");
    await lot("25195", 19, 3, "2022-05-23");
    await lot("25195", 19, 4, "2022-05-24");
    expect(await rows("25195")).toEqual(["7 3 10 0 true"]);
  });

  test("no stock return is not an empty store; stock without anybody due is not slow", async () => {
    await due("25195", "primary", 10);
    await lot("688", 19, 100);
    expect(await rows("25195")).toEqual(["∅ ∅ 10 0 ∅"]);
    expect(await rows("688")).toEqual(["100 0 0 0 false"]);
    expect(await rows("70")).toEqual(["100 0 10 0 true"]);
  });

  test("few people are hidden, and whether the unit is slow with them", async () => {
    const published = async (unit: string) => {
      await rows(unit);
      return lines(
        db,
        `select * exclude (unit_code, as_of, return_as_of) from (${sqlFile("published_stock_and_due").sql}) where unit_code = '${unit}'`,
      );
    };
    await due("25195", "primary", 10);
    await due("25198", "primary", 2);
    await lot("25198", 19, 100);
    expect(await published("25195")).toEqual(["∅ x ∅ x 10 ∅ 0 ∅ ∅ x"]);
    expect(await published("25198")).toEqual(["100 ∅ 0 ∅ ∅ c 0 ∅ ∅ c"]);
    await lot("25195", 19, 100);
    expect(await published("25195")).toEqual(["100 ∅ 0 ∅ 10 ∅ 0 ∅ yes ∅"]);
    await gave(1, "2022-04-26", 2);
    expect(await published("25195")).toEqual(["100 ∅ 0 ∅ 10 ∅ ∅ c ∅ c"]);
    await gave(1, "2022-04-26", 8);
    expect(await published("25195")).toEqual(["100 ∅ 0 ∅ 10 ∅ 10 ∅ no ∅"]);
    const units = await lines(db, `select unit_code from (${sqlFile("published_stock_and_due").sql})`);
    expect(units).toEqual(["25195", "25198", "689", "70"]);
  });
});
