import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { folders, published, row } from "./folder-rows.ts";

let db: Database;

beforeEach(async () => {
  db = await folders();
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
    row(db, part, "return_completeness", {
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
    await row(db, "a", "coverage", { return_as_of: "2022-01-01", due_on: "2022-01-01", due: 9 });
    expect(await published(db, "return_completeness", all)).toEqual([
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
    // Of 89 of 100 no day is known; of three, two were in time.
    await sent("a", "2022-04-07", "2022-04-10", 100, 89, 0, 0, 89, 11, 0);
    await sent("a", "2022-04-08", "2022-04-11", 3, 3, 2, 1, 0, 0, 0);
    const told = await published(
      db,
      "return_completeness",
      "return_as_of::varchar, completeness_pct, timeliness_pct, low, unit_code",
    );
    expect(told.filter((line) => line.endsWith("75"))).toEqual([
      ...["2022-04-01 90 90 no 75", "2022-04-02 89 89 yes 75", "2022-04-03 100 89 yes 75", "2022-04-04 100 ∅ no 75"],
      ...["2022-04-05 100 100 no 75", "2022-04-06 0 ∅ yes 75"],
      ...["2022-04-07 89 ∅ yes 75", "2022-04-08 100 66.7 yes 75"],
    ]);
  });

  test("in the order of units and days; the root has its folders alone, though every part told of its returns", async () => {
    await db.run("insert into part_table values ('c', 'return_completeness')");
    await sent("a", "2022-04-12", "2022-04-15", 4, 4, 4, 0, 0, 0, 0);
    await sent("b", "2022-04-19", "2022-04-22", 5, 5, 5, 0, 0, 0, 0);
    await sent("c", "2022-04-19", "2022-04-22", 9, 9, 9, 0, 0, 0, 0);
    expect(await published(db, "return_completeness", "unit_code, return_as_of::varchar, due")).toEqual([
      ...["01 2022-04-19 9", "75 2022-04-12 4", "75 2022-04-19 5", "VN 2022-04-26 3"],
    ]);
  });

  test("where every folder came in, or none is due, nothing is missing", async () => {
    await db.run("update part set status = 'added'");
    expect(await published(db, "return_completeness", all)).toEqual([
      "VN 2022-04-26 2022-04-26 3 3 0 0 3 0 0 100 ∅ ∅ z no ∅",
    ]);
  });
});
