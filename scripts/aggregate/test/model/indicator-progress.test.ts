import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;
let record = 0;

beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run("create table row_outcome (input_file varchar, record bigint, kind varchar, outcome varchar)");
  await db.run(`create table checked_indicator_return (input_file varchar, record bigint, unit_code varchar, edition varchar,
    as_of date, indicator varchar, measure_unit varchar, qualifier varchar, done bigint, total bigint, value bigint, due_date date)`);
});

/** A return of Bình Phước on people cleaned for a day of April, as "day done total value due". */
async function sent(...returns: readonly string[]): Promise<void> {
  for (const text of returns) {
    const [day, done, total, value = "null", due = "null"] = text.split(" ");
    record += 1;
    await db.run(`insert into checked_indicator_return values ('a.csv', ${record}, '70', '2022', date '2022-04-${day}',
      'lam_sach.doi_tuong', 'person', 'exact', ${done}, ${total}, ${value}, ${due === "null" ? due : `date '2022-${due}'`})`);
  }
}

async function progress(names: string): Promise<string | undefined> {
  await build(db, "indicator_progress");
  const all = await lines(db, `select ${names} from indicator_progress`);
  expect(all.length).toBeLessThan(2);
  return all[0];
}

describe("indicator_progress", () => {
  const pace = "return_as_of::varchar, done, before_as_of::varchar, change, pace, finish_on::varchar";

  test("the pace is the change since the return before, the finish what remains at it, rounded up", async () => {
    // 30 more in 7 days, 71 remain: 71 × 7 ÷ 30 is 16.6 days.
    await sent("05 10 200", "12 99 200", "19 129 200");
    expect(await progress(pace)).toBe("2022-04-19 129 2022-04-12 30 4.3 2022-05-06");
  });

  test("the nearest earlier return that states the number counts, of returns that stand, up to the report's day", async () => {
    await sent("05 100 200", "12 null null 7", "13 1 200", "19 128 200", "27 200 200");
    await db.run(`insert into row_outcome values ('a.csv', ${record - 2}, 'indicator_return', 'superseded')`);
    expect(await progress(pace)).toBe("2022-04-19 128 2022-04-05 28 2 2022-05-25");
  });

  test("each unit's returns on each indicator are followed by themselves; the report's own day counts, other editions and units do not", async () => {
    const rows = [
      "'689', '2022', 12, 'i', 10, 100",
      "'689', '2022', 19, 'i', 20, 100",
      "'70', '2022', 13, 'i', 50, 500",
    ];
    rows.push("'70', '2022', 14, 'j', 70, 700", "'70', '2022', 26, 'j', 77, 700", "'689', '2022', 15, 'j', 33, 300");
    rows.push("'01', '2022', 16, 'i', 1, 2", "'689', '2025', 20, 'i', 1, 2");
    await db.run(`insert into checked_indicator_return select 'a.csv', row_number() over (), unit_code, edition, date '2022-03-31' + day::integer,
      indicator, 'person', 'exact', done, total, null, null
      from (values (${rows.join("), (")})) as sent (unit_code, edition, day, indicator, done, total)`);
    await db.run("insert into row_outcome select 'b.csv', range, 'indicator_return', 'superseded' from range(1, 9)");
    await build(db, "indicator_progress");
    const names = "unit_code, indicator, return_as_of::varchar, before_as_of::varchar, change";
    expect(await lines(db, `select ${names} from indicator_progress order by all`)).toEqual([
      ...[
        "689 i 2022-04-19 2022-04-12 10",
        "689 j 2022-04-15 ∅ ∅",
        "70 i 2022-04-13 ∅ ∅",
        "70 j 2022-04-26 2022-04-14 7",
      ],
    ]);
  });

  test("a finish farther away than a century is none; of a total of nobody there is no share, of one there is", async () => {
    const none = () => db.run("delete from checked_indicator_return");
    // One a day: what remains is the days that it takes.
    await sent("12 1 36533", "19 8 36533");
    expect(await progress("finish_on::varchar")).toBe("2122-04-20");
    await db.run("update checked_indicator_return set total = 36534");
    expect(await progress("finish_on::varchar, verdict")).toBe("∅ not_judged");
    await none();
    await sent("12 10 20", "19 20 20");
    expect(await progress("done_pct, finish_on, verdict")).toBe("100 ∅ complete");
    await none();
    await sent("19 0 0");
    expect(await progress("done_pct, verdict")).toBe("∅ complete");
    await db.run("update checked_indicator_return set done = 1, total = 1");
    expect(await progress("done_pct, verdict")).toBe("100 complete");
  });

  test("a value is followed from the return before that states one; a total without a part is not judged", async () => {
    await sent("12 null null 7", "15 5 10", "19 null null 9");
    expect(await progress("before_as_of::varchar, change")).toBe("2022-04-12 2");
    await db.run("delete from checked_indicator_return");
    await sent("19 null 5 null 04-01");
    expect(await progress("verdict")).toBe("not_judged");
  });

  test("without growth nothing is projected, of a count neither", async () => {
    await sent("12 130 200", "19 129 200");
    expect(await progress(pace)).toBe("2022-04-19 129 2022-04-12 -1 -0.1 ∅");
    await db.run("update checked_indicator_return set value = done, done = null, total = null");
    expect(await progress(pace)).toBe("2022-04-19 ∅ 2022-04-12 -1 -0.1 ∅");
  });

  test("judges by the due date stated last", async () => {
    // At 4 a day the 100 that remain take 25 days, to 14 May.
    for (const [due, verdict] of [
      ["05-14", "on_track"],
      ["05-13", "behind"],
      ["04-26", "behind"],
      ["04-25", "overdue"],
      ["null", "not_judged"],
    ]) {
      await db.run("delete from checked_indicator_return");
      await sent(`12 72 200 null ${due}`, "19 100 200");
      expect([due, await progress("verdict")]).toEqual([due, verdict]);
    }
  });

  test("all of the total, or a status that is stated, is complete, however late; a count cannot be judged", async () => {
    await sent("19 200 200 null 04-01");
    expect(await progress("done_pct, verdict")).toBe("100 complete");
    await db.run("update checked_indicator_return set done = null, total = null, qualifier = 'status'");
    expect(await progress("done_pct, verdict")).toBe("∅ complete");
    await db.run("update checked_indicator_return set value = 9, qualifier = 'exact'");
    expect(await progress("done_pct, verdict")).toBe("∅ not_judged");
  });

  test("no pace is behind its due date, a first return cannot be judged", async () => {
    await sent("19 100 200 null 05-14");
    expect(await progress("change, verdict")).toBe("∅ not_judged");
    await sent("20 100 200");
    expect(await progress("change, verdict")).toBe("0 behind");
  });
});

describe("published_indicator_progress", () => {
  const names = [
    "done, done_status, total, total_status, value_status, done_pct, done_pct_status",
    "pace, pace_status, finish_on::varchar, finish_on_status, verdict, verdict_status",
  ].join(", ");
  const published = async () => {
    await build(db, "indicator_progress");
    return (await lines(db, `select ${names} from (${sqlFile("published_indicator_progress").sql})`))[0];
  };

  test("shows what is not small", async () => {
    await sent("12 72 200 null 05-14", "19 100 200");
    expect(await published()).toBe("100 ∅ 200 ∅ z 50 ∅ 4 ∅ 2022-05-14 ∅ on_track ∅");
  });

  test("hides few people, all but few, and what would give them back", async () => {
    await sent("12 190 200 null 05-14", "19 198 200");
    expect(await published()).toBe("∅ c 200 ∅ z ∅ c ∅ c ∅ c ∅ c");
  });

  test("hides a small change with the finish and verdict that rest on it", async () => {
    await sent("12 98 200 null 05-14", "19 100 200");
    expect(await published()).toBe("100 ∅ 200 ∅ z 50 ∅ ∅ c ∅ c ∅ c");
  });

  test("hides a small fall as well", async () => {
    await sent("12 102 200 null 05-14", "19 100 200");
    expect(await published()).toBe("100 ∅ 200 ∅ z 50 ∅ ∅ c ∅ c ∅ c");
  });

  test("gives no share of few people", async () => {
    await sent("19 0 4");
    expect(await published()).toBe("0 ∅ 4 ∅ z ∅ c ∅ z ∅ z not_judged ∅");
  });

  test.for(["public_service", "service_group", "system"])("hides nothing of a %s, which is nobody", async (measure) => {
    await sent("12 8 11 null 05-14", "19 9 11");
    await db.run(`update checked_indicator_return set measure_unit = '${measure}'`);
    expect(await published()).toBe("9 ∅ 11 ∅ z 81.8 ∅ 0.1 ∅ 2022-05-03 ∅ on_track ∅");
  });

  test("hides a small count, whatever it counts of people, with what it changed by", async () => {
    const count = async () => {
      await build(db, "indicator_progress");
      const cells =
        "value, value_status, done_status, total_status, pace, pace_status, before_as_of::varchar, before_as_of_status, due_date_status, verdict, verdict_status";
      return (await lines(db, `select ${cells} from (${sqlFile("published_indicator_progress").sql})`))[0];
    };
    await sent("12 null null 50", "19 null null 2");
    expect(await count()).toBe("∅ c z z ∅ c 2022-04-12 ∅ z not_judged ∅");
    await db.run("delete from checked_indicator_return");
    await sent("19 null null 3");
    expect(await count()).toBe("3 ∅ z z ∅ z ∅ z z not_judged ∅");
    await db.run("update checked_indicator_return set measure_unit = 'dose', value = 2");
    expect(await count()).toBe("∅ c z z ∅ z ∅ z z not_judged ∅");
    // A status counts nothing, and of an unknown measure nobody knows that it counts people.
    await db.run("update checked_indicator_return set measure_unit = null");
    expect(await count()).toBe("2 ∅ z z ∅ z ∅ z z not_judged ∅");
  });

  test("a small total hides all, of a part without one the total is not reported", async () => {
    await sent("19 0 2 null 04-01");
    expect(await published()).toBe("∅ c ∅ c z ∅ c ∅ z ∅ c ∅ c");
    await db.run("update checked_indicator_return set done = 9, total = null");
    expect(await published()).toBe("9 ∅ ∅ x z ∅ z ∅ z ∅ z not_judged ∅");
    await db.run("update checked_indicator_return set done = 0, total = 5");
    expect(await published()).toBe("0 ∅ 5 ∅ z 0 ∅ ∅ z ∅ z overdue ∅");
  });

  test("a small total hides what exceeds it, not the few of which nobody is one; a verdict of being on track goes with its pace", async () => {
    await sent("19 9 2");
    expect(await published()).toBe("∅ c ∅ c z ∅ c ∅ z ∅ c ∅ c");
    await db.run("update checked_indicator_return set measure_unit = 'system', done = 1");
    expect(await published()).toBe("1 ∅ 2 ∅ z 50 ∅ ∅ z ∅ z not_judged ∅");
    await db.run("delete from checked_indicator_return");
    // 2 in 7 days: of the 10 that are left the last in 35 days.
    await sent("12 98 110 null 05-30", "19 100 110");
    expect(await published()).toBe("100 ∅ 110 ∅ z 90.9 ∅ ∅ c ∅ c ∅ c");
  });

  test("an overdue verdict rests on no pace, and stays where a small change is hidden", async () => {
    await sent("12 98 200 null 04-25", "19 100 200");
    expect(await published()).toBe("100 ∅ 200 ∅ z 50 ∅ ∅ c ∅ c overdue ∅");
    await db.run("update checked_indicator_return set due_date = '2022-04-27' where due_date is not null");
    expect(await published()).toBe("100 ∅ 200 ∅ z 50 ∅ ∅ c ∅ c ∅ c");
  });
});
