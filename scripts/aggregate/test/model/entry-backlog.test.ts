import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;
let next = 1;

beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run("create table person (person_id bigint, unit_code varchar)");
  await db.run("create table dose_given (person_id bigint, dose_date date, entered_on date)");
  await db.run(`create table accepted_progress_return (unit_code varchar, edition varchar, as_of date, doses_given bigint,
    doses_recorded bigint, doses_not_entered bigint)`);
});

/** One dose each, entered so many days later; null was not written down. */
async function entered(unit: string, ...days: Array<number | null>): Promise<void> {
  for (const late of days) {
    await db.run(`insert into person values (${next}, '${unit}')`);
    await db.run(
      `insert into dose_given values (${next}, date '2022-01-10', date '2022-01-10' + ${late === null ? "null::integer" : `(${late})`})`,
    );
    next += 1;
  }
}

const stated = (unit: string, day: string, given: number, recorded: number | null, edition = "2022") =>
  db.run(
    `insert into accepted_progress_return values ('${unit}', '${edition}', date '${day}', ${given}, ${recorded}, ${given} - ${recorded}::bigint)`,
  );

async function backlog(names: string, unit: string): Promise<string[]> {
  await build(db, "entry_backlog");
  return lines(db, `select ${names} from entry_backlog where unit_code = '${unit}'`);
}

describe("days from dose to entry", () => {
  const delay = "doses_in_records, doses_dated, median_days, ninetieth_days, over_1_day, over_7_days, over_14_days";

  test("the median and the 90th percentile are days within which half and nine tenths were entered", async () => {
    await entered("25195", 0, 0, 1, 1, 2, 7, 8, 14, 15, 40);
    expect(await backlog(delay, "25195")).toEqual(["10 10 2 15 6 4 2"]);
    await entered("25198", 0, 3);
    expect(await backlog(delay, "25198")).toEqual(["2 2 0 3 1 0 0"]);
  });

  test("nine tenths are reached by the very dose that makes them nine, and not by the one before", async () => {
    await entered("25195", ...Array.from({ length: 18 }, () => 1), 5, 6);
    expect(await backlog(delay, "25195")).toEqual(["20 20 1 1 2 0 0"]);
    await entered("25198", ...Array.from({ length: 17 }, () => 1), 4, 5, 6);
    expect(await backlog(delay, "25198")).toEqual(["20 20 1 4 3 0 0"]);
    // Of both communes together 37 of 40 were entered within 4 days; those of 1 day are 35.
    expect(await backlog(delay, "70")).toEqual(["40 40 1 4 5 0 0"]);
  });

  test("of a unit with everything below it, they are those of all its doses", async () => {
    await entered("25195", 0, 0, 0);
    await entered("25198", 20, 20);
    await entered("689", 5);
    expect(await backlog(delay, "689")).toEqual(["6 6 0 20 3 2 2"]);
  });

  test("a dose without a day of entry, or entered before it was given, has no delay", async () => {
    await entered("25195", null, -1, 3);
    expect(await backlog(delay, "25195")).toEqual(["3 1 3 3 1 0 0"]);
    await entered("25198", null);
    expect(await backlog(delay, "25198")).toEqual(["1 0 ∅ ∅ 0 0 0"]);
  });
});

describe("what returns state", () => {
  const said = "return_as_of::varchar, doses_given, doses_recorded, doses_not_entered, doses_in_records";

  test("the latest return of the unit itself counts, of the report's edition and not after its day", async () => {
    await stated("689", "2022-04-12", 100, 90);
    await stated("689", "2022-04-19", 200, 190);
    await stated("689", "2022-04-27", 300, 290);
    await stated("689", "2022-04-20", 9, 9, "2025");
    await entered("25195", 0);
    expect(await backlog(said, "689")).toEqual(["2022-04-19 200 190 10 1"]);
    expect(await backlog(said, "70")).toEqual(["∅ ∅ ∅ ∅ 1"]);
  });

  test("a return of the report's own day counts, but not one that states no doses; one that states any of them does", async () => {
    await stated("689", "2022-04-19", 200, 190);
    await db.run("insert into accepted_progress_return values ('689', '2022', '2022-04-26', null, null, null)");
    expect(await backlog(said, "689")).toEqual(["2022-04-19 200 190 10 0"]);
    await db.run("insert into accepted_progress_return values ('689', '2022', '2022-04-26', null, null, 7)");
    await db.run("delete from accepted_progress_return where as_of = '2022-04-26' and doses_not_entered is null");
    expect(await backlog(said, "689")).toEqual(["2022-04-26 ∅ ∅ 7 0"]);
  });

  test("doses of people outside the report, and of nobody known, are in none of it", async () => {
    await entered("01", 1, 1);
    await db.run("insert into dose_given values (0, '2022-01-10', '2022-01-11')");
    await build(db, "entry_backlog");
    expect(await lines(db, "from entry_backlog")).toEqual([]);
  });

  test("a unit with a return and no records has a row, a unit outside the report has none", async () => {
    await stated("688", "2022-04-12", 100, 90);
    await stated("01", "2022-04-12", 100, 90);
    expect(await backlog(said, "688")).toEqual(["2022-04-12 100 90 10 0"]);
    expect(await backlog(said, "01")).toEqual([]);
  });
});

describe("published_entry_backlog", () => {
  const published = (names: string, unit: string) =>
    lines(db, `select ${names} from (${sqlFile("published_entry_backlog").sql}) where unit_code = '${unit}'`);

  test("what no return states is not reported; few doses are hidden, and all but few", async () => {
    await stated("689", "2022-04-19", 100, 98);
    await stated("688", "2022-04-19", 2, null);
    await entered("25195", 0, 1);
    await build(db, "entry_backlog");
    const names =
      "doses_given, doses_given_status, doses_recorded, doses_recorded_status, doses_not_entered, doses_not_entered_status";
    expect(await published(names, "689")).toEqual(["100 ∅ ∅ c ∅ c"]);
    expect(await published(names, "688")).toEqual(["∅ c ∅ x ∅ x"]);
    expect(await published(`${names}, doses_in_records, doses_in_records_status`, "70")).toEqual(["∅ x ∅ x ∅ x ∅ c"]);
  });

  test("days and shares of few doses are hidden, and shares that would show few", async () => {
    const days =
      "doses_dated, median_days, median_days_status, over_1_day_pct, over_1_day_pct_status, over_7_days_pct, over_7_days_pct_status, over_14_days_pct";
    await entered("25195", 0, 0, 0, 9);
    await entered("25198", 2, 2, 2, 3);
    await entered("25216", null, null, null);
    await build(db, "entry_backlog");
    expect(await published(days, "25195")).toEqual(["4 ∅ c ∅ c ∅ c ∅"]);
    expect(await published(days, "689")).toEqual(["8 2 ∅ 62.5 ∅ ∅ c 0"]);
    expect(await published(days, "25216")).toEqual(["0 ∅ z ∅ z ∅ z ∅"]);
  });

  test("half the days are told of more than twice the limit, nine tenths of ten times it", async () => {
    const days = "doses_dated, median_days, median_days_status, ninetieth_days, ninetieth_days_status";
    const told = async (...late: Array<number | null>) => {
      await db.run("delete from person");
      await db.run("delete from dose_given");
      await entered("25195", ...late);
      await build(db, "entry_backlog");
      return (await published(days, "25195"))[0];
    };
    const fours = (count: number) => Array.from({ length: count }, () => 4);
    expect([await told(...fours(6)), await told(...fours(7))]).toEqual(["6 ∅ c ∅ c", "7 4 ∅ ∅ c"]);
    expect([await told(...fours(29)), await told(...fours(30))]).toEqual(["29 4 ∅ ∅ c", "30 4 ∅ 4 ∅"]);
    // Where the doses of both days are hidden, no day is told; where there are none, none applies.
    expect([await told(...fours(30), null), await told(null, null, null)]).toEqual(["∅ ∅ c ∅ c", "0 ∅ z ∅ z"]);
  });

  test("each share is hidden by itself, where few are late or all but few", async () => {
    const names =
      "over_1_day_pct, over_1_day_pct_status, over_7_days_pct, over_7_days_pct_status, over_14_days_pct, over_14_days_pct_status";
    const shares = async (...late: number[]) => {
      await db.run("delete from person");
      await db.run("delete from dose_given");
      await entered("25195", ...late);
      await build(db, "entry_backlog");
      return (await published(names, "25195"))[0];
    };
    // Of 9 doses 6, 5 and 3 are that late: 66.7, 55.6 and 33.3 %.
    expect(await shares(0, 0, 0, 2, 8, 8, 15, 15, 15)).toBe("66.7 ∅ 55.6 ∅ 33.3 ∅");
    expect(await shares(0, 0, 2, 2, 8, 8, 15, 15, 15)).toBe("∅ c 55.6 ∅ 33.3 ∅");
    expect(await shares(0, 0, 0, 2, 2, 8, 8, 15, 15)).toBe("66.7 ∅ 44.4 ∅ ∅ c");
    expect(await shares(0, 0, 0, 2, 2, 2, 2, 15, 15)).toBe("66.7 ∅ ∅ c ∅ c");
    expect(await shares(2, 8, 8, 8, 8, 8, 8, 8, 8)).toBe("100 ∅ ∅ c 0 ∅");
    expect(await shares(8, 15, 15, 15, 15, 15, 15, 15, 15)).toBe("100 ∅ 100 ∅ ∅ c");
  });

  test("doses in records are hidden where they are few, those with both days where all but few have them", async () => {
    const names = "doses_in_records, doses_in_records_status, doses_dated, doses_dated_status, median_days_status";
    await entered("25195", 1, 1);
    await entered("25198", 1, 1, 1, 1, 1, 1, 1, null, null);
    await entered("25216", 1, 1, null);
    await build(db, "entry_backlog");
    expect([await published(names, "25195"), await published(names, "25198"), await published(names, "25216")]).toEqual(
      [...[["∅ c ∅ c c"], ["9 ∅ ∅ c c"], ["3 ∅ ∅ c c"]]],
    );
  });

  test("doses given are hidden where they are few, the others also where they leave few; the day of the return is told", async () => {
    await stated("689", "2022-04-19", 10, 3);
    await stated("688", "2022-04-19", 10, 2);
    await build(db, "entry_backlog");
    const names =
      "return_as_of::varchar, doses_given, doses_given_status, doses_recorded, doses_recorded_status, doses_not_entered, doses_not_entered_status";
    expect(await published(names, "689")).toEqual(["2022-04-19 10 ∅ 3 ∅ 7 ∅"]);
    expect(await published(names, "688")).toEqual(["2022-04-19 10 ∅ ∅ c ∅ c"]);
  });

  test("each number of a return is hidden, or not reported, by itself", async () => {
    const names = "doses_recorded, doses_recorded_status, doses_not_entered, doses_not_entered_status";
    await stated("689", "2022-04-19", 10, 2);
    await stated("688", "2022-04-19", 10, null);
    await db.run("update accepted_progress_return set doses_not_entered = null where unit_code = '689'");
    await db.run("update accepted_progress_return set doses_not_entered = 7 where unit_code = '688'");
    await build(db, "entry_backlog");
    expect([await published(names, "689"), await published(names, "688")]).toEqual([["∅ c ∅ x"], ["∅ x 7 ∅"]]);
  });

  test("rows come in the order of units, with the report's day", async () => {
    for (const unit of ["25198", "688", "25195"]) await entered(unit, 1);
    await build(db, "entry_backlog");
    await db.run("create or replace table entry_backlog as from entry_backlog order by unit_code desc");
    const rows = `select unit_code, as_of::varchar from (${sqlFile("published_entry_backlog").sql})`;
    const units = ["25195", "25198", "688", "689", "70"];
    expect(await lines(db, rows)).toEqual(units.map((unit) => `${unit} 2022-04-26`));
  });

  test("of as many doses as a share needs, shares are told", async () => {
    await entered("25195", 0, 0, 0, 1, 1);
    await build(db, "entry_backlog");
    const names =
      "doses_dated, doses_dated_status, median_days, median_days_status, over_1_day_pct, over_7_days_pct, over_14_days_pct";
    expect(await published(names, "25195")).toEqual(["5 ∅ ∅ c 0 0 0"]);
  });
});
