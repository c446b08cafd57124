import { beforeEach, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { counted, folders, published, row, sums } from "./folder-rows.ts";

let db: Database;

beforeEach(async () => {
  db = await folders();
});

test("a unit is slow where what could be given now is more than was given, of the sums, where all are told", async () => {
  const day = (part: string, return_as_of: string | null) => row(db, part, "stock_and_due", { return_as_of });
  await day("a", "2022-04-19");
  await day("b", "2022-04-12");
  await day("c", "2022-04-26");
  await row(db, "a", "stock_left", { return_as_of: "2022-01-01" });
  const columns =
    "unit_code, as_of::varchar, return_as_of::varchar, doses_left, doses_left_status, doses_expiring, doses_expiring_status, persons_due, persons_due_status, given_28_days, given_28_days_status, slow, slow_status";
  const slow = async (doses_left: string, persons_due: string, given_28_days: string, unit = "75") => {
    await sums(
      db,
      "stock_and_due",
      ...counted(unit, { doses_left, persons_due, given_28_days, doses_expiring: "3 p" }),
    );
    return (await published(db, "stock_and_due", columns))[0];
  };
  expect(await slow("10 ∅", "12 ∅", "9 ∅")).toBe("75 2022-04-26 2022-04-12 10 ∅ 3 p 12 ∅ 9 ∅ yes ∅");
  expect(await slow("12 ∅", "10 ∅", "10 ∅", "02")).toBe("02 2022-04-26 ∅ 12 ∅ 3 p 10 ∅ 10 ∅ no ∅");
  expect(await slow("∅ x", "10 ∅", "9 ∅")).toMatch(/ x 3 p 10 ∅ 9 ∅ ∅ x$/);
  expect(await slow("10 ∅", "∅ c", "9 ∅")).toMatch(/ ∅ c 9 ∅ ∅ c$/);
  expect(await slow("10 ∅", "12 ∅", "∅ c")).toMatch(/ ∅ c ∅ c$/);
  await sums(db, "stock_and_due", ...counted("75", { doses_left: "1 ∅" }), ...counted("01", { doses_left: "2 ∅" }));
  expect(await published(db, "stock_and_due", "unit_code, doses_left")).toEqual(["01 2", "75 1"]);
});

test("stock is added up where all parts have sent theirs, by vaccine and expiry, and is as old as the oldest return", async () => {
  await db.run("insert into part_table values ('a', 'stock_left'), ('b', 'stock_left'), ('c', 'coverage')");
  const lot = (part: string, doses: number, return_as_of: string, changes: object = {}) =>
    row(db, part, "stock_left", {
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
  await row(db, "a", "coverage", {
    vaccine: "pfizer",
    expiry: "2022-08-31",
    usable: "yes",
    return_as_of: "2022-01-01",
    doses: 99,
  });
  const told = "unit_code, scope, vaccine, expiry, usable, return_as_of::varchar, doses";
  expect(await published(db, "stock_left", told)).toEqual([
    "75 all moderna 2022-08-31 yes 2022-04-12 1",
    "75 all pfizer 2022-03-31 no 2022-04-12 5",
    "75 all pfizer 2022-08-31 yes 2022-04-12 30",
  ]);
  await db.run("insert into part_table values ('c', 'stock_left')");
  expect((await published(db, "stock_left", told)).filter((line) => !line.startsWith("75"))).toEqual([
    "01 all pfizer 2022-08-31 yes 2022-04-12 7",
    ...["VN all moderna 2022-08-31 yes 2022-04-12 1", "VN all pfizer 2022-03-31 no 2022-04-12 5"],
    "VN all pfizer 2022-08-31 yes 2022-04-12 37",
  ]);
});
