import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { given } from "../rules/given.ts";
import { progress, stock } from "../rules/rows.ts";
import { build } from "./units.ts";

describe("restatement", () => {
  let db: Database;
  /** Snapshots of 1, 2 and 3 July of what was given on single days, out of order. */
  beforeEach(async () => {
    db = await Database.open();
    await db.run(`create table snapshot as from (values
      ('01', 'pfizer 1', date '2021-02-11', 640, date '2021-07-03'), ('01', 'pfizer 1', date '2021-02-11', 633, date '2021-07-01'),
      ('01', 'pfizer 1', date '2021-02-11', 633, date '2021-07-02'),
      ('01', 'pfizer 1', date '2021-02-12', 50, date '2021-07-01'), ('01', 'pfizer 1', date '2021-02-12', 40, date '2021-07-02'),
      ('01', 'pfizer 1', date '2021-02-12', 50, date '2021-07-03'),
      ('01', 'pfizer 2', date '2021-02-11', 7, date '2021-07-02'), ('02', 'pfizer 2', date '2021-02-11', 9, date '2021-07-03'),
      ('02', 'pfizer 1', date '2021-02-11', 5, date '2021-07-01'), ('02', 'pfizer 1', date '2021-02-11', 4, date '2021-07-03')
    ) as snapshot (unit_code, item, day, value, received)`);
    await build(db, "restatement");
  });

  test("each value is compared with the same number in the snapshot before, one left out is none", async () => {
    expect(
      await lines(
        db,
        "select unit_code, item, day::varchar, received::varchar, value_before, value, change, downward from restatement order by all",
      ),
    ).toEqual([
      "01 pfizer 1 2021-02-11 2021-07-03 633 640 7 false",
      "01 pfizer 1 2021-02-12 2021-07-02 50 40 -10 true",
      "01 pfizer 1 2021-02-12 2021-07-03 40 50 10 false",
      "02 pfizer 1 2021-02-11 2021-07-03 5 4 -1 true",
    ]);
  });
});

describe("snapshot", () => {
  /** Returns of Bình Phước of which these records have an outcome, as "record outcome". */
  async function stated(rows: Parameters<typeof given>[0], ...outcomes: string[]): Promise<string[]> {
    const db = await given(rows);
    await db.run(
      "create or replace table row_outcome (input_file varchar, record bigint, kind varchar, outcome varchar)",
    );
    for (const text of outcomes) {
      const [record, outcome] = text.split(" ");
      await db.run(`insert into row_outcome values ('a.csv', ${record}, 'progress_return', '${outcome}')`);
    }
    await build(db, "unit_path", "snapshot", "restatement");
    return lines(
      db,
      "select unit_code, item, day::varchar, received, received_at::varchar, value, measure_unit, whole from snapshot order by all",
    );
  }
  const cleaned = (...numbers: string[]) => ({
    progress_return: numbers.map((subjects_cleaned, at) =>
      progress({ subjects_total: null, subjects_cleaned, received_at: `2022-04-2${at}` }),
    ),
  });

  test("keeps what a later return replaced, in the order in which they count, without repeated or unusable rows", async () => {
    const rows = { ...cleaned("500", "500", "480", "470", "510"), quarantined: [{ input_file: "a.csv", record: 4 }] };
    expect(await stated(rows, "2 exact_duplicate", "1 superseded", "4 quarantined", "5 superseded")).toEqual([
      "70 subjects_cleaned 2022-04-19 1 2022-04-20 500 person ∅",
      "70 subjects_cleaned 2022-04-19 2 2022-04-24 510 person ∅",
      "70 subjects_cleaned 2022-04-19 3 2022-04-22 480 person ∅",
    ]);
  });

  test("unfolds the numbers of each kind of return; units outside the report and later days are left out", async () => {
    const rows = {
      progress_return: [
        progress({ doses_given: "9", doses_recorded: "8" }),
        progress({ unit_code: "72" }),
        progress({ as_of: "2022-04-27" }),
        progress({ edition: "2025" }),
      ],
      stock_return: [stock({ received: null, issued: null, used: null, wasted: null, closing: "7" })],
      indicator_return: [
        {
          unit_code: "70",
          edition: "2022",
          as_of: "2022-04-19",
          indicator: "de_an_06.bca_dich_vu_cong_hoan_thanh",
          done: "8",
          total: "11",
          measure_unit: "public_service",
        },
      ],
    };
    expect(await stated(rows)).toEqual([
      "70 de_an_06.bca_dich_vu_cong_hoan_thanh done 2022-04-19 1 ∅ 8 public_service 11",
      "70 de_an_06.bca_dich_vu_cong_hoan_thanh total 2022-04-19 1 ∅ 11 public_service ∅",
      "70 doses_given 2022-04-19 1 ∅ 9 dose ∅",
      "70 doses_recorded 2022-04-19 1 ∅ 8 dose 9",
      "70 pfizer FF2832 closing 2022-04-19 1 ∅ 7 ∅ ∅",
      "70 pfizer FF2832 opening 2022-04-19 1 ∅ 1000 ∅ ∅",
      "70 subjects_cleaned 2022-04-19 1 ∅ 500 person 1000",
      "70 subjects_total 2022-04-19 1 ∅ 1000 person ∅",
    ]);
  });
});

describe("published_restatement", () => {
  /** One restated value of 100 people, hidden below 3. */
  async function one(before: number, value: number, measure = "'person'"): Promise<string | undefined> {
    const db = await Database.open();
    await db.run("create table params as select 3 as suppress_below");
    await db.run(sqlFile("too_small").sql);
    await db.run(`create table restatement as select '70' as unit_code, 'progress_return' as kind, 'listed' as item,
      date '2022-04-19' as day, 2::bigint as received, null::date as received_at, ${measure} as measure_unit, 100 as whole,
      ${before} as value_before, ${value} as value, ${value} - ${before} as change, ${value} < ${before} as downward`);
    const [line] = await lines(
      db,
      `select value_before, value_before_status, value, value_status, change, change_status, downward, received_at_status
        from (${sqlFile("published_restatement").sql})`,
    );
    db.close();
    return line;
  }

  test("a small number, a small change or one that leaves few of the whole hides all three", async () => {
    expect(await one(20, 17)).toBe("20 ∅ 17 ∅ -3 ∅ yes x");
    expect(await one(20, 18)).toBe("∅ c ∅ c ∅ c yes x");
    expect(await one(2, 17)).toBe("∅ c ∅ c ∅ c no x");
    expect(await one(17, 2)).toBe("∅ c ∅ c ∅ c yes x");
    expect(await one(20, 98)).toBe("∅ c ∅ c ∅ c no x");
    expect(await one(20, 97)).toBe("20 ∅ 97 ∅ 77 ∅ no x");
    expect(await one(98, 20)).toBe("∅ c ∅ c ∅ c yes x");
    expect(await one(97, 20)).toBe("97 ∅ 20 ∅ -77 ∅ yes x");
  });

  test.for(["person", "dose", "record", "vaccination_record", "passport"])(
    "of a %s a small number is hidden",
    async (measure) => {
      expect(await one(2, 17, `'${measure}'`)).toBe("∅ c ∅ c ∅ c no x");
    },
  );

  test("what counts no people is shown as it is", async () => {
    expect(await one(2, 1, "null::varchar")).toBe("2 ∅ 1 ∅ -1 ∅ yes x");
    expect(await one(2, 1, "'public_service'")).toBe("2 ∅ 1 ∅ -1 ∅ yes x");
  });

  test("a restatement keeps its names and its day, in the order of units, kinds, numbers, days and versions", async () => {
    const db = await Database.open();
    await db.run("create table params as select 3 as suppress_below");
    await db.run(sqlFile("too_small").sql);
    await db.run(`create table restatement as from (values ('70', 'b', 'y', 19, 3), ('70', 'b', 'y', 19, 2), ('70', 'b', 'y', 18, 4),
        ('70', 'b', 'x', 20, 5), ('70', 'a', 'z', 21, 6), ('1', 'c', 'z', 22, 7)) as row (unit_code, kind, item, nth, received),
      (select null as measure_unit, 100 as whole, 20 as value_before, 30 as value, 10 as change, false as downward),
      (select unnest(range(18, 23)) as nth, date '2022-04-01' + nth::integer as day, day + 1 as received_at) as days
      where days.nth = row.nth`);
    const names = "unit_code, kind, item, return_as_of::varchar, version, received_at::varchar, received_at_status";
    expect(await lines(db, `select ${names} from (${sqlFile("published_restatement").sql})`)).toEqual([
      ...["1 c z 2022-04-23 7 2022-04-24 ∅", "70 a z 2022-04-22 6 2022-04-23 ∅", "70 b x 2022-04-21 5 2022-04-22 ∅"],
      ...["70 b y 2022-04-19 4 2022-04-20 ∅", "70 b y 2022-04-20 2 2022-04-21 ∅", "70 b y 2022-04-20 3 2022-04-21 ∅"],
    ]);
    db.close();
  });
});
