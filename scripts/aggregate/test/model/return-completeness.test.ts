import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { checkUnits } from "../../src/model/unit-checks.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;

/** Returns of the two districts of Bình Phước, due three days after their day. */
beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run("create table return_deadlines as select 'progress_return' as row_kind, '3' as deadline_days");
  await db.run("create table quarantined (input_file varchar, record bigint)");
  await db.run(`create table checked_progress_return (input_file varchar, record bigint, unit_code varchar, edition varchar,
    as_of date, received_at date)`);
});

let record = 0;
/** A return of a unit for a day, as "unit day received". */
async function sent(...returns: readonly string[]): Promise<void> {
  for (const text of returns) {
    const [unit, day, received = "null"] = text.split(" ");
    record += 1;
    const received_at = received === "null" ? "null" : `date '${received}'`;
    await db.run(
      `insert into checked_progress_return values ('a.csv', ${record}, '${unit}', '2022', date '${day}', ${received_at})`,
    );
  }
}

/** Adds districts 910, 911 and so on. */
async function moreDistricts(from: number, to: number): Promise<void> {
  await db.run(`insert into unit select '2022', '9' || range, 'district', 2, '70' from range(${from}, ${to})`);
  await build(db, "unit_path");
}

const counted = async (names: string) => {
  await build(db, "return_due", "return_completeness");
  return lines(db, `select unit_code, return_as_of::varchar, ${names} from return_completeness order by all`);
};
const status = async () => {
  await build(db, "return_due");
  return lines(db, "select unit_code, return_as_of::varchar, status from return_due order by return_as_of, unit_code");
};

describe("return_due", () => {
  test("is on time up to the third day, late from the fourth", async () => {
    await sent("688 2022-04-05 2022-04-08", "689 2022-04-05 2022-04-09");
    expect(await status()).toEqual(["688 2022-04-05 on_time", "689 2022-04-05 late"]);
    const days = "select unit_code, parent_code, due_on::varchar, received_on::varchar from return_due order by all";
    expect(await lines(db, days)).toEqual(["688 70 2022-04-08 2022-04-08", "689 70 2022-04-08 2022-04-09"]);
  });

  test("is missing once the deadline has passed, before that it is awaited", async () => {
    await sent("688 2022-04-22 2022-04-22", "688 2022-04-23 2022-04-23");
    expect(await status()).toEqual([
      "688 2022-04-22 on_time",
      "689 2022-04-22 missing",
      "688 2022-04-23 on_time",
      "689 2022-04-23 awaited",
    ]);
  });

  test("a return sent again is not late for that, one that cannot be used did not come in", async () => {
    await sent("688 2022-04-05 2022-04-05", "688 2022-04-05 2022-04-20", "689 2022-04-05 2022-04-05");
    await db.run(`insert into quarantined values ('a.csv', ${record}), ('b.csv', ${record - 2})`);
    expect(await status()).toEqual(["688 2022-04-05 on_time", "689 2022-04-05 missing"]);
  });

  test("asks every unit of a level, however far below the root, and nothing of levels that do not report", async () => {
    await sent("25195 2022-04-05", "70 2022-04-06");
    expect(await status()).toEqual([
      "25195 2022-04-05 undated",
      "25198 2022-04-05 missing",
      "25216 2022-04-05 missing",
    ]);
  });

  test("a day on which less than a tenth of a level reports is no day of returns", async () => {
    await sent("688 2022-04-05");
    await moreDistricts(10, 18);
    expect(await status()).toHaveLength(10);
    await moreDistricts(18, 19);
    expect(await status()).toEqual([]);
  });

  test("a return of the report's own day counts; units outside the report are asked for nothing, and ask nothing of others", async () => {
    await db.run("insert into unit values ('2022', '001', 'district', 2, '01')");
    await sent("688 2022-04-26 2022-04-26", "001 2022-04-19 2022-04-19");
    expect(await status()).toEqual(["688 2022-04-26 on_time", "689 2022-04-26 awaited"]);
  });

  test("another edition's returns, those after the report's day and those without a deadline are not asked for", async () => {
    await sent("688 2022-04-05");
    await db.run("update checked_progress_return set edition = '2025'");
    await sent("688 2022-04-27");
    expect(await status()).toEqual([]);
    await sent("688 2022-04-05");
    await db.run("delete from return_deadlines");
    expect(await status()).toEqual([]);
  });
});

describe("return_completeness", () => {
  test("counts a unit's children; awaited ones are in no share, those of unknown day not in timeliness", async () => {
    await sent("688 2022-04-05 2022-04-05", "689 2022-04-05 2022-04-20", "688 2022-04-12", "688 2022-04-25 2022-04-25");
    expect(
      await counted("due, received, on_time, late, undated, missing, awaited, completeness_pct, timeliness_pct, low"),
    ).toEqual([
      "70 2022-04-05 2 2 1 1 0 0 0 100 50 true",
      "70 2022-04-12 2 1 0 0 1 1 0 50 0 true",
      "70 2022-04-25 2 1 1 0 0 0 1 100 100 false",
    ]);
  });

  test("shares are to one place; of units below which all is awaited there are none", async () => {
    await moreDistricts(10, 11);
    await sent("688 2022-04-05 2022-04-05", "689 2022-04-05 2022-04-20", "25216 2022-04-26 2022-04-26");
    expect(await counted("due_on::varchar, received, missing, awaited, completeness_pct, timeliness_pct, low")).toEqual(
      [
        "688 2022-04-26 2022-04-29 1 0 0 100 100 false",
        "689 2022-04-26 2022-04-29 0 0 2 ∅ ∅ ∅",
        // Of three one came in time, one late, one not at all.
        "70 2022-04-05 2022-04-08 2 1 0 66.7 33.3 true",
      ],
    );
  });

  test("is low below 90 %, not at 90 %", async () => {
    await moreDistricts(10, 18);
    const all = ["688", "689", ...Array.from({ length: 8 }, (_, at) => `9${10 + at}`)];
    await sent(...all.slice(1).map((unit) => `${unit} 2022-04-05 2022-04-05`));
    await sent(...all.slice(2).map((unit) => `${unit} 2022-04-12 2022-04-12`));
    expect(await counted("completeness_pct, low")).toEqual(["70 2022-04-05 90 false", "70 2022-04-12 80 true"]);
  });

  test("is low where all came in and 85 % in time, not where 90 % did", async () => {
    await db.run(`create table return_due as select '70' as parent_code, date '2022-04-05' + day as return_as_of, date '2022-04-20' as due_on,
      if(range < on_time, 'on_time', 'late') as status from range(20), (values (0, 17), (1, 18)) as row (day, on_time)`);
    await build(db, "return_completeness");
    expect(
      await lines(db, "select completeness_pct, timeliness_pct, low from return_completeness order by all"),
    ).toEqual([...["100 85 true", "100 90 false"]]);
  });

  test("no share applies while all are awaited", async () => {
    await db.run(`create table return_completeness as select '70' as unit_code, date '2022-04-26' as return_as_of,
      date '2022-04-29' as due_on, 2 as due, 0 as received, 0 as on_time, 0 as late, 0 as undated, 0 as missing, 2 as awaited,
      null as completeness_pct, null as timeliness_pct, null::boolean as low`);
    const published = sqlFile("published_return_completeness").sql;
    expect(
      await lines(db, `select completeness_pct_status, timeliness_pct_status, low, low_status from (${published})`),
    ).toEqual(["z z ∅ z"]);
  });

  test("each number is told as its own, in the order of units and days", async () => {
    await db.run(`create table return_completeness as
      select unit_code, date '2022-04-01' + day::integer as return_as_of, date '2022-04-20' as due_on, 36 as due, 21 as received,
        10 as on_time, 7 as late, 4 as undated, 5 as missing, 8 as awaited, 80.8 as completeness_pct, 45.5 as timeliness_pct, low
      from (values ('70', 5, true), ('70', 4, false), ('689', 6, true)) as row (unit_code, day, low)`);
    const names = `unit_code, return_as_of::varchar, due_on::varchar, due, received, on_time, late, undated, missing, awaited,
      completeness_pct, completeness_pct_status, timeliness_pct, timeliness_pct_status, low, low_status`;
    const numbers = "2022-04-20 36 21 10 7 4 5 8 80.8 ∅ 45.5 ∅";
    expect(await lines(db, `select ${names} from (${sqlFile("published_return_completeness").sql})`)).toEqual([
      ...[`689 2022-04-07 ${numbers} yes ∅`, `70 2022-04-05 ${numbers} no ∅`, `70 2022-04-06 ${numbers} yes ∅`],
    ]);
  });
});

test("each missing return is found once, with its unit and day", async () => {
  await sent("688 2022-04-05", "688 2022-04-12", "689 2022-04-12");
  await build(db, "return_due");
  await checkUnits(db, ["return_due"]);
  expect(await lines(db, "select code, unit_code, day::varchar, found, expected from unit_finding")).toEqual([
    "RETURN.MISSING 689 2022-04-05 0 1",
  ]);
});
