import { literal } from "@tiendo/schema";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

let db: Database;

/** Two provinces of 2022 that are Đồng Nai (75) of 2025, and Hà Nội: parts "a", "b" and "c"; nothing came in of them yet. */
beforeEach(async () => {
  db = await Database.open();
  await db.run("create table params as select date '2022-04-26' as as_of, 'VN' as root_unit, 5 as min_denominator");
  await db.run(`create table part_unit as from (values ('a', '75'), ('b', '75'), ('c', '01'), ('a', 'VN'), ('b', 'VN'), ('c', 'VN'))
    as part_unit (part, unit_code)`);
  await db.run("create table part_table (part varchar, table_name varchar)");
  await db.run("create table part_row (part varchar, table_name varchar, sent varchar)");
  await db.run(`create table part_count (part varchar, table_name varchar, keys varchar, column_name varchar, value bigint,
    status varchar, most bigint)`);
});

const cells = (text: string) => text.split(" ").map((cell) => (cell === "∅" ? "null" : literal(cell)));

describe("rolled_count", () => {
  /** Counts of parts, each as "part table keys column value status most"; the parts sent these tables. */
  async function counts(...rows: string[]): Promise<void> {
    for (const row of rows) await db.run(`insert into part_count values (${cells(row).join(", ")})`);
    await db.run("create or replace table part_table as select distinct part, table_name from part_count");
  }
  const rolled = (columns = "unit_code, keys, status, value, low, high, told, hidden, not_reported") =>
    lines(db, `select ${columns} from (${sqlFile("rollup/rolled_count").sql}\n) order by all`);

  test("the root is the sum of all parts, a unit of the report that of its own", async () => {
    await counts("a dose_due k persons 10 ∅ ∅", "b dose_due k persons 20 ∅ ∅", "c dose_due k persons 5 ∅ ∅");
    expect(await rolled()).toEqual(["01 k ∅ 5 5 5 1 0 0", "75 k ∅ 30 30 30 2 0 0", "VN k ∅ 35 35 35 3 0 0"]);
  });

  test("counts of other tables, rows and columns are others, also where a part lacks one of them", async () => {
    await counts(
      ...[
        "a dose_due k persons 1 ∅ ∅",
        "a dose_due l persons 2 ∅ ∅",
        "a dose_due k doses 4 ∅ ∅",
        "a coverage k persons 8 ∅ ∅",
      ],
      ...["b dose_due k persons 16 ∅ ∅", "b coverage l persons 32 ∅ ∅"],
    );
    expect(
      (await rolled("unit_code, table_name, keys, column_name, value, told")).filter((line) => line.startsWith("75")),
    ).toEqual([
      ...["75 coverage k persons 8 2", "75 coverage l persons 32 2"],
      ...["75 dose_due k doses 4 2", "75 dose_due k persons 17 2", "75 dose_due l persons 2 2"],
    ]);
  });

  test("a row that a folder leaves out is a zero, but a population or a return is not reported", async () => {
    await counts(
      ...["a coverage k persons 10 ∅ ∅", "a coverage k population 10 ∅ ∅", "a indicator_progress k done 10 ∅ ∅"],
      ...["b coverage l persons 1 ∅ ∅", "b indicator_progress l done 1 ∅ ∅"],
    );
    expect(
      (await rolled("unit_code, table_name, keys, column_name, status, value, high, not_reported")).filter((line) =>
        line.startsWith("75"),
      ),
    ).toEqual([
      ...["75 coverage k persons ∅ 10 10 0", "75 coverage k population x ∅ ∅ 1", "75 coverage l persons ∅ 1 1 0"],
      ...["75 indicator_progress k done x ∅ ∅ 1", "75 indicator_progress l done x ∅ ∅ 1"],
    ]);
  });

  test("a hidden part leaves bounds: the told ones, and the most that each hidden one may be", async () => {
    await counts("a dose_due k persons 10 ∅ ∅", "b dose_due k persons ∅ c 7", "c dose_due k persons ∅ c 9");
    expect(await rolled()).toEqual(["01 k c ∅ 0 9 0 1 0", "75 k c ∅ 10 17 1 1 0", "VN k c ∅ 10 26 1 2 0"]);
    await db.run("update part_count set most = null where part = 'c'");
    expect(await rolled()).toEqual(["01 k c ∅ 0 ∅ 0 1 0", "75 k c ∅ 10 17 1 1 0", "VN k c ∅ 10 ∅ 1 2 0"]);
  });

  test("what is most of a told part bounds nothing", async () => {
    await counts("a dose_due k persons 10 ∅ 50", "b dose_due k persons ∅ c 7", "c dose_due k persons ∅ x 9");
    expect(await rolled()).toEqual(["01 k x ∅ 0 ∅ 0 0 1", "75 k c ∅ 10 17 1 1 0", "VN k x ∅ 10 ∅ 1 1 1"]);
  });

  test("of a part that has not sent the table no row is known to be absent", async () => {
    await counts("a dose_due k persons 10 ∅ ∅", "b coverage l persons 3 ∅ ∅", "c dose_due m persons 5 ∅ ∅");
    const all = await rolled("table_name, unit_code, keys, status, low, high, told, not_reported");
    expect(all.filter((line) => line.startsWith("dose_due"))).toEqual([
      ...["dose_due 01 m ∅ 5 5 1 0", "dose_due 75 k x 10 ∅ 1 1", "dose_due 75 m x 0 ∅ 1 1"],
      ...["dose_due VN k x 10 ∅ 2 1", "dose_due VN m x 5 ∅ 2 1"],
    ]);
    expect(all.filter((line) => line.startsWith("coverage"))).toEqual([
      ...["coverage 01 l x 0 ∅ 0 1", "coverage 75 l x 3 ∅ 1 1", "coverage VN l x 3 ∅ 1 2"],
    ]);
  });

  test("a count is as little told as its least told part: does not apply, not reported, hidden, provisional, revised", async () => {
    const least = ["∅", "r", "p", "c", "x", "z"];
    for (const [at, status] of least.entries()) {
      for (const other of least.slice(0, at + 1)) {
        await db.run("delete from part_count");
        await counts(`a dose_due k persons 10 ${status} ∅`, `b dose_due k persons 10 ${other} ∅`);
        const told = at <= 2 ? "20" : "∅";
        expect([
          status,
          other,
          (await rolled("unit_code, status, value")).find((line) => line.startsWith("75")),
        ]).toEqual([...[status, other, `75 ${status} ${told}`]]);
      }
    }
  });
});

/** Rows of `rolled_count` of one table, each as "unit keys column value status". */
async function sums(table: string, ...rows: string[]): Promise<void> {
  await db.run(`create or replace table rolled_count (table_name varchar, unit_code varchar, keys varchar, column_name varchar,
    value bigint, status varchar, low bigint, high bigint, told bigint, hidden bigint, not_reported bigint)`);
  // Of another table and the same names, which are none of this one's.
  for (const row of [`${rows[0]?.split(" ").slice(0, 3).join(" ")} 9 z`, ...rows].map(
    (text, at) => [at, text] as const,
  )) {
    const [unit, keys = "", column, value, status] = cells(row[1]);
    await db.run(`insert into rolled_count (table_name, unit_code, keys, column_name, value, status)
      values ('${row[0] === 0 ? "other" : table}', ${unit}, if(${keys} = '-', '', replace(${keys}, '|', chr(31))), ${column}, ${value}, ${status})`);
  }
}
const published = (table: string, columns = "*") =>
  lines(db, `select ${columns} from (${sqlFile(`rollup/published_${table}`).sql}\n)`);
const counted = (unit: string, numbers: Record<string, string>, keys = "-") =>
  Object.entries(numbers).map(([column, cell]) => `${unit} ${keys} ${column} ${cell}`);

describe("published_cleaning_progress of folders", () => {
  const names = [
    "persons",
    "subjects",
    "to_list",
    "listed",
    "reviewed",
    "matched",
    "handed_back",
    "updated",
    "mismatched",
  ];
  const all = [...names, "cleaned", "remaining", "class_a", "class_b", "class_c"];

  test("each count is the sum of its own column, with the reason where there is none", async () => {
    const numbers = Object.fromEntries(all.map((name, at) => [name, at % 2 === 0 ? `${20 + at} ∅` : "∅ c"]));
    await sums("cleaning_progress", ...counted("75", { ...numbers, reviewed: "24 p" }), ...counted("01", numbers));
    const cellsOf = all.map((name, at) => (at % 2 === 1 ? "∅ c" : `${20 + at} ${name === "reviewed" ? "p" : "∅"}`));
    const [first, second] = await published(
      "cleaning_progress",
      `unit_code, scope, ${all.map((name) => `${name}, ${name}_status`).join(", ")}`,
    );
    expect(first).toBe(`01 all ${cellsOf.join(" ").replace("24 p", "24 ∅")}`);
    expect(second).toBe(`75 all ${cellsOf.join(" ")}`);
  });

  test("the share is that of the sums, where both are told and of at least so many", async () => {
    const share = async (subjects: string, cleaned: string) => {
      await sums("cleaning_progress", ...counted("75", { subjects, cleaned }));
      return (await published("cleaning_progress", "as_of::varchar, cleaned_pct, cleaned_pct_status"))[0];
    };
    // 5 of 12 are 41.66 %.
    expect(await share("12 ∅", "5 ∅")).toBe("2022-04-26 41.7 ∅");
    expect([await share("0 ∅", "0 ∅"), await share("4 ∅", "1 ∅"), await share("5 ∅", "1 ∅")]).toEqual([
      ...["2022-04-26 ∅ z", "2022-04-26 ∅ c", "2022-04-26 20 ∅"],
    ]);
    expect([await share("∅ x", "1 ∅"), await share("9 ∅", "∅ c"), await share("∅ x", "∅ c")]).toEqual([
      ...["2022-04-26 ∅ x", "2022-04-26 ∅ c", "2022-04-26 ∅ x"],
    ]);
  });
});

describe("published_coverage of folders", () => {
  const columns =
    "persons, persons_status, population, population_status, coverage_pct, coverage_pct_status, unlinked, unlinked_status, unlinked_pct, unlinked_pct_status";
  const one = async (persons: string, population: string, unlinked: string) => {
    await sums("coverage", ...counted("75", { persons, population, unlinked }, "all|all|booster_1"));
    return (await published("coverage", columns))[0];
  };

  test("shares are those of the sums, where both are told and of at least so many", async () => {
    expect(await one("12 ∅", "24 ∅", "5 ∅")).toBe("12 ∅ 24 ∅ 50 ∅ 5 ∅ 41.7 ∅");
    expect(await one("5 ∅", "5 ∅", "5 ∅")).toBe("5 ∅ 5 ∅ 100 ∅ 5 ∅ 100 ∅");
    expect(await one("4 ∅", "4 ∅", "0 ∅")).toBe("4 ∅ 4 ∅ ∅ c 0 ∅ ∅ c");
    expect(await one("0 ∅", "0 ∅", "0 ∅")).toBe("0 ∅ 0 ∅ ∅ z 0 ∅ ∅ z");
    expect(await one("12 ∅", "∅ x", "∅ c")).toBe("12 ∅ ∅ x ∅ x ∅ c ∅ c");
    expect(await one("∅ c", "24 ∅", "1 ∅")).toBe("∅ c 24 ∅ ∅ c 1 ∅ ∅ c");
    expect(await one("∅ x", "∅ z", "∅ c")).toBe("∅ x ∅ z ∅ z ∅ c ∅ x");
  });

  test("rows are told apart by unit, age group, sex and kind of dose, and come in this order", async () => {
    const rows = ["75 b|a|a", "75 a|b|a", "75 a|a|b", "75 a|a|a", "01 b|b|b"].map(
      (row, at) => `${row} persons ${10 + at} ∅`,
    );
    await sums("coverage", ...rows);
    expect(await published("coverage", "unit_code, scope, age_group, sex, reached, persons")).toEqual([
      ...["01 all b b b 14", "75 all a a a 13", "75 all a a b 12", "75 all a b a 11", "75 all b a a 10"],
    ]);
  });
});

test("doses due, doses by week and what blocks are the sums, in the order of their keys", async () => {
  await sums("dose_due", "75 primary persons 9 ∅", "75 booster_1 persons ∅ c", "01 primary persons 8 p");
  expect(await published("dose_due")).toEqual(["01 all primary 8 p", "75 all booster_1 ∅ c", "75 all primary 9 ∅"]);

  const weeks = ["75 2022-04-18|b|a", "75 2022-04-11|b|b", "75 2022-04-11|b|a", "75 2022-04-11|a|b"];
  await sums(
    "dose_weekly",
    ...[...weeks, "01 2022-04-25|b|b"].map((row, at) => `${row} doses ${10 + at} ∅`),
    "75 2022-04-25|a|a doses ∅ x",
  );
  expect(
    await published("dose_weekly", "unit_code, scope, week::varchar, vaccine, dose_kind, doses, doses_status"),
  ).toEqual([
    ...[
      "01 all 2022-04-25 b b 14 ∅",
      "75 all 2022-04-11 a b 13 ∅",
      "75 all 2022-04-11 b a 12 ∅",
      "75 all 2022-04-11 b b 11 ∅",
    ],
    ...["75 all 2022-04-18 b a 10 ∅", "75 all 2022-04-25 a a ∅ x"],
  ]);

  const reasons = [
    "mismatched_again",
    "not_compared_again",
    "not_updated",
    "not_handed_back",
    "not_compared",
    "not_reviewed",
    "not_listed",
  ];
  const each = (at: number) => ({
    waiting: `${40 + at} ∅`,
    class_a: `${30 + at} ∅`,
    class_b: `${20 + at} p`,
    class_c: "∅ c",
  });
  const rows = reasons.flatMap((reason, at) => counted("75", each(at), reason));
  await sums("what_blocks", ...rows, ...counted("01", each(7), "not_listed"));
  expect(await published("what_blocks")).toEqual([
    "01 all not_listed 47 ∅ 37 ∅ 27 p ∅ c",
    ...reasons.map((reason, at) => `75 all ${reason} ${40 + at} ∅ ${30 + at} ∅ ${20 + at} p ∅ c`).reverse(),
  ]);
});

/** A row that a part published. */
const row = (part: string, table: string, sent: object) =>
  db.run(`insert into part_row values ('${part}', '${table}', ${literal(JSON.stringify(sent))})`);

test("a unit is slow where what could be given now is more than was given, of the sums, where all are told", async () => {
  const day = (part: string, return_as_of: string | null) => row(part, "stock_and_due", { return_as_of });
  await day("a", "2022-04-19");
  await day("b", "2022-04-12");
  await day("c", "2022-04-26");
  await row("a", "stock_left", { return_as_of: "2022-01-01" });
  const columns =
    "unit_code, as_of::varchar, return_as_of::varchar, doses_left, doses_left_status, doses_expiring, doses_expiring_status, persons_due, persons_due_status, given_28_days, given_28_days_status, slow, slow_status";
  const slow = async (doses_left: string, persons_due: string, given_28_days: string, unit = "75") => {
    await sums("stock_and_due", ...counted(unit, { doses_left, persons_due, given_28_days, doses_expiring: "3 p" }));
    return (await published("stock_and_due", columns))[0];
  };
  expect(await slow("10 ∅", "12 ∅", "9 ∅")).toBe("75 2022-04-26 2022-04-12 10 ∅ 3 p 12 ∅ 9 ∅ yes ∅");
  expect(await slow("12 ∅", "10 ∅", "10 ∅", "02")).toBe("02 2022-04-26 ∅ 12 ∅ 3 p 10 ∅ 10 ∅ no ∅");
  expect(await slow("∅ x", "10 ∅", "9 ∅")).toMatch(/ x 3 p 10 ∅ 9 ∅ ∅ x$/);
  expect(await slow("10 ∅", "∅ c", "9 ∅")).toMatch(/ ∅ c 9 ∅ ∅ c$/);
  expect(await slow("10 ∅", "12 ∅", "∅ c")).toMatch(/ ∅ c ∅ c$/);
  await sums("stock_and_due", ...counted("75", { doses_left: "1 ∅" }), ...counted("01", { doses_left: "2 ∅" }));
  expect(await published("stock_and_due", "unit_code, doses_left")).toEqual(["01 2", "75 1"]);
});

test("stock is added up where all parts have sent theirs, by vaccine and expiry, and is as old as the oldest return", async () => {
  await db.run("insert into part_table values ('a', 'stock_left'), ('b', 'stock_left'), ('c', 'coverage')");
  const lot = (part: string, doses: number, return_as_of: string, changes: object = {}) =>
    row(part, "stock_left", {
      vaccine: "pfizer",
      expiry: "2022-08-31",
      usable: "yes",
      return_as_of,
      doses,
      ...changes,
    });
  await lot("b", 1, "2022-04-12", { vaccine: "moderna" });
  await lot("a", 10, "2022-04-19");
  await lot("b", 20, "2022-04-12");
  await lot("b", 5, "2022-04-12", { expiry: "2022-03-31", usable: "no" });
  await lot("c", 7, "2022-04-12");
  await row("a", "coverage", {
    vaccine: "pfizer",
    expiry: "2022-08-31",
    usable: "yes",
    return_as_of: "2022-01-01",
    doses: 99,
  });
  const told = "unit_code, scope, vaccine, expiry, usable, return_as_of::varchar, doses";
  expect(await published("stock_left", told)).toEqual([
    "75 all moderna 2022-08-31 yes 2022-04-12 1",
    "75 all pfizer 2022-03-31 no 2022-04-12 5",
    "75 all pfizer 2022-08-31 yes 2022-04-12 30",
  ]);
  await db.run("insert into part_table values ('c', 'stock_left')");
  expect((await published("stock_left", told)).filter((line) => !line.startsWith("75"))).toEqual([
    "01 all pfizer 2022-08-31 yes 2022-04-12 7",
    ...["VN all moderna 2022-08-31 yes 2022-04-12 1", "VN all pfizer 2022-03-31 no 2022-04-12 5"],
    "VN all pfizer 2022-08-31 yes 2022-04-12 37",
  ]);
});

describe("published_return_completeness of folders", () => {
  beforeEach(async () => {
    await db.run(
      "create table part as from (values ('a', 'added'), ('b', 'added'), ('c', 'not_sent')) as part (part, status)",
    );
    await db.run(
      "insert into part_table values ('a', 'return_completeness'), ('b', 'return_completeness'), ('c', 'coverage')",
    );
  });
  const names = ["due", "received", "on_time", "late", "undated", "missing", "awaited"];
  /** What a part published of a day of returns: these numbers in the order of `names`. */
  const sent = (part: string, day: string, due_on: string, ...numbers: number[]) =>
    row(part, "return_completeness", {
      return_as_of: day,
      due_on,
      ...Object.fromEntries(names.map((name, at) => [name, numbers[at]])),
    });
  const all = `unit_code, return_as_of::varchar, due_on::varchar, ${names.join(", ")}, completeness_pct, completeness_pct_status,
    timeliness_pct, timeliness_pct_status, low, low_status`;

  test("of the root the folders that came in, of a unit below it the sum of what its parts published", async () => {
    await sent("b", "2022-04-19", "2022-04-23", 11, 10, 9, 1, 0, 1, 0);
    await sent("a", "2022-04-19", "2022-04-22", 20, 17, 12, 3, 2, 2, 1);
    await sent("a", "2022-04-12", "2022-04-15", 4, 0, 0, 0, 0, 0, 4);
    await sent("c", "2022-04-19", "2022-04-22", 9, 9, 9, 0, 0, 0, 0);
    await row("a", "coverage", { return_as_of: "2022-01-01", due_on: "2022-01-01", due: 9 });
    expect(await published("return_completeness", all)).toEqual([
      // 27 of 30 have come in; 21 of 28 whose day is known or past were in time.
      "75 2022-04-12 2022-04-15 4 0 0 0 0 0 4 ∅ z ∅ z ∅ z",
      "75 2022-04-19 2022-04-23 31 27 21 4 2 3 1 90 ∅ 75 ∅ yes ∅",
      "VN 2022-04-26 2022-04-26 3 2 0 0 2 1 0 66.7 ∅ ∅ z yes ∅",
    ]);
  });

  test("is low below 90 %, be it of those that came in or of those in time; not at 90 %", async () => {
    await sent("a", "2022-04-01", "2022-04-04", 10, 9, 9, 0, 0, 1, 0);
    await sent("a", "2022-04-02", "2022-04-05", 100, 89, 89, 0, 0, 11, 0);
    await sent("a", "2022-04-03", "2022-04-06", 100, 100, 89, 11, 0, 0, 0);
    await sent("a", "2022-04-04", "2022-04-07", 10, 10, 0, 0, 10, 0, 0);
    await sent("a", "2022-04-05", "2022-04-08", 10, 10, 1, 0, 9, 0, 0);
    await sent("a", "2022-04-06", "2022-04-09", 1, 0, 0, 0, 0, 1, 0);
    const told = await published(
      "return_completeness",
      "return_as_of::varchar, completeness_pct, timeliness_pct, low, unit_code",
    );
    expect(told.filter((line) => line.endsWith("75"))).toEqual([
      ...["2022-04-01 90 90 no 75", "2022-04-02 89 89 yes 75", "2022-04-03 100 89 yes 75", "2022-04-04 100 ∅ no 75"],
      ...["2022-04-05 100 100 no 75", "2022-04-06 0 ∅ yes 75"],
    ]);
  });

  test("where every folder came in, or none is due, nothing is missing", async () => {
    await db.run("update part set status = 'added'");
    expect(await published("return_completeness", all)).toEqual([
      "VN 2022-04-26 2022-04-26 3 3 0 0 3 0 0 100 ∅ ∅ z no ∅",
    ]);
  });
});

test("folders and bounds are listed in order; what is known of nothing is no bound", async () => {
  await db.run(`create table part as from (values ('75', '2025'), ('70', '2025'), ('92', '2022')) as part (sender_code, edition),
    (select 'Tỉnh' as name_vi, 'Province' as name_en, '75' as unit_code, 'added' as status, null as reason_code, null as reason_vi,
      null as reason_en, 'tinh' as report, 'RW' as public_key, 'aa' as sha256)`);
  expect(await published("sender", "edition, sender_code, unit_code, as_of::varchar, status, sha256")).toEqual([
    ...["2022 92 75 2022-04-26 added aa", "2025 70 75 2022-04-26 added aa", "2025 75 75 2022-04-26 added aa"],
  ]);
  await db.run(`create table rolled_count as select table_name, unit_code, replace(keys, '|', chr(31)) as keys, column_name, status,
      low, high, told, hidden, not_reported
    from (values ('b', '75', 'k|l', 'n', 'c', 1, 5, 1, 1, 0), ('b', '75', 'k', 'o', 'x', 1, null, 1, 0, 1), ('b', '75', 'k', 'n', 'x', 0, null, 0, 1, 1),
      ('b', '01', 'm', 'n', 'c', 0, null, 0, 1, 0), ('a', '75', 'm', 'n', 'c', 0, 4, 0, 1, 0), ('a', '75', 'z', 'n', 'x', 0, null, 0, 0, 2),
      ('a', '75', 'y', 'n', null, 3, 3, 2, 0, 0), ('a', '75', 'y', 'o', 'z', 3, 3, 1, 0, 0), ('a', '75', 'y', 'p', 'p', 3, 3, 1, 0, 0)
    ) as rolled (table_name, unit_code, keys, column_name, status, low, high, told, hidden, not_reported)`);
  expect(await published("total_bound")).toEqual([
    ...[
      "a 75 m n 0 4 ∅ 0 1 0",
      "b 01 m n 0 ∅ c 0 1 0",
      "b 75 k n 0 ∅ x 0 1 1",
      "b 75 k o 1 ∅ x 1 0 1",
      "b 75 k · l n 1 5 ∅ 1 1 0",
    ],
  ]);
});

describe("published_indicator_progress of folders", () => {
  const nothing = {
    ...{
      return_as_of: "2022-04-19",
      measure_unit: "person",
      qualifier: "exact",
      done: null,
      done_status: "z",
      total: null,
    },
    ...{ total_status: "z", value: null, value_status: "z", done_pct: null, done_pct_status: "z", before_as_of: null },
    ...{
      before_as_of_status: "z",
      pace: null,
      pace_status: "z",
      due_date: null,
      due_date_status: "z",
      finish_on: null,
    },
    ...{ finish_on_status: "z", verdict: "not_judged", verdict_status: null },
  };
  const sent = (part: string, indicator: string, changes: object = {}) =>
    row(part, "indicator_progress", { ...nothing, indicator, ...changes });
  /** The sum of an indicator's numbers in 75. */
  const summed = (indicator: string, done: string, total: string, value = "∅ z") =>
    counted("75", { done, total, value }, indicator);

  test("a unit of one part has what that published; services and systems of others do not add up", async () => {
    await sent("c", "i", {
      ...{
        done: 9,
        done_status: null,
        total: 11,
        total_status: null,
        done_pct: 81.8,
        done_pct_status: null,
        value: 4,
        value_status: null,
      },
      ...{
        before_as_of: "2022-04-12",
        before_as_of_status: null,
        pace: 0.1,
        pace_status: null,
        due_date: "2022-06-01",
      },
      ...{
        due_date_status: null,
        finish_on: "2022-05-03",
        finish_on_status: null,
        verdict: "on_track",
        qualifier: "at_least",
      },
    });
    await sent("c", "h", { verdict: null, verdict_status: "c" });
    for (const indicator of ["service", "group", "system"])
      await sent("a", indicator, {
        measure_unit: { service: "public_service", group: "service_group" }[indicator] ?? "system",
      });
    await row("c", "coverage", { indicator: "x" });
    await sums(
      "indicator_progress",
      ...["service", "group", "system"].flatMap((indicator) => summed(indicator, "9 ∅", "11 ∅")),
      ...counted("01", { done: "9 ∅", total: "12 ∅" }, "i"),
    );
    expect(
      await published(
        "indicator_progress",
        "* replace (return_as_of::varchar as return_as_of, before_as_of::varchar as before_as_of, due_date::varchar as due_date, finish_on::varchar as finish_on)",
      ),
    ).toEqual([
      "01 h 2022-04-19 person exact ∅ z ∅ z ∅ z ∅ z ∅ z ∅ z ∅ z ∅ z ∅ c",
      "01 i 2022-04-19 person at_least 9 ∅ 11 ∅ 4 ∅ 81.8 ∅ 2022-04-12 ∅ 0.1 ∅ 2022-06-01 ∅ 2022-05-03 ∅ on_track ∅",
    ]);
  });

  const judged = async (done: string, total: string, due: string | null = null) => {
    await db.run("delete from part_row");
    await sent("a", "i", { due_date: due });
    await sent("b", "i", { due_date: due === null ? null : "2022-12-31", return_as_of: "2022-04-12" });
    await sums("indicator_progress", ...summed("i", done, total));
    const columns = "done, done_status, total, total_status, done_pct, done_pct_status, verdict, verdict_status";
    return (await published("indicator_progress", columns))[0];
  };

  test("the verdict is of the sums: complete, overdue, not told or not judged", async () => {
    expect(await judged("5 ∅", "12 ∅")).toBe("5 ∅ 12 ∅ 41.7 ∅ not_judged ∅");
    expect(await judged("12 ∅", "12 ∅", "2022-04-01")).toBe("12 ∅ 12 ∅ 100 ∅ complete ∅");
    expect(await judged("13 ∅", "12 ∅")).toBe("13 ∅ 12 ∅ 108.3 ∅ complete ∅");
    expect(await judged("11 ∅", "12 ∅", "2022-04-25")).toBe("11 ∅ 12 ∅ 91.7 ∅ overdue ∅");
    expect(await judged("11 ∅", "12 ∅", "2022-04-26")).toBe("11 ∅ 12 ∅ 91.7 ∅ not_judged ∅");
    expect(await judged("∅ c", "12 ∅")).toBe("∅ c 12 ∅ ∅ c ∅ c");
    expect(await judged("∅ x", "12 ∅")).toBe("∅ x 12 ∅ ∅ x ∅ x");
    expect(await judged("∅ z", "∅ z")).toBe("∅ z ∅ z ∅ z not_judged ∅");
    expect(await judged("0 ∅", "0 ∅")).toBe("0 ∅ 0 ∅ ∅ z complete ∅");
    expect(await judged("1 ∅", "4 ∅")).toBe("1 ∅ 4 ∅ ∅ c not_judged ∅");
    expect(await judged("1 ∅", "5 ∅")).toBe("1 ∅ 5 ∅ 20 ∅ not_judged ∅");
    expect(await judged("∅ c", "∅ x")).toBe("∅ c ∅ x ∅ x ∅ c");
  });

  test("is of the oldest return and the earliest due date, and without a pace; of a row that no part sent of the report's day", async () => {
    await judged("5 ∅", "12 ∅", "2022-06-01");
    const columns =
      "unit_code, indicator, return_as_of::varchar, due_date::varchar, due_date_status, value, value_status, before_as_of_status, pace_status, finish_on_status";
    expect(await published("indicator_progress", columns)).toEqual(["75 i 2022-04-12 2022-06-01 ∅ ∅ z z z z"]);
    await sums(
      "indicator_progress",
      ...counted("02", { value: "7 ∅" }, "i"),
      ...counted("02", { value: "7 ∅" }, "unknown"),
    );
    expect(await published("indicator_progress", columns)).toEqual(["02 i 2022-04-26 2022-06-01 ∅ 7 ∅ z z z"]);
  });

  test("what is exact takes on the qualifier of the other; two other ones are about so much", async () => {
    const qualifier = async (one: string | null, other: string | null) => {
      await db.run("delete from part_row");
      await sent("a", "i", { qualifier: one });
      await sent("b", "i", { qualifier: other });
      await sums("indicator_progress", ...summed("i", "5 ∅", "12 ∅"));
      return (await published("indicator_progress", "qualifier"))[0];
    };
    expect([
      await qualifier("exact", "exact"),
      await qualifier("exact", "at_least"),
      await qualifier("at_most", null),
    ]).toEqual([...["exact", "at_least", "at_most"]]);
    expect([
      await qualifier("at_least", "at_least"),
      await qualifier("at_least", "rounded"),
      await qualifier(null, null),
    ]).toEqual([...["at_least", "approx", "exact"]]);
  });
});
