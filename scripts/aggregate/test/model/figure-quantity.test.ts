import { beforeAll, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { lines } from "../clean/given.ts";
import { acceptedFigures } from "./accepted-figures.ts";

let db: Database;

beforeAll(async () => {
  db = await Database.open();
});

describe("figure_quantity", () => {
  const intervals = () =>
    lines(db, "select quantity, number, low::double, high::double from figure_quantity order by record, quantity");

  test("a number stands for half the place of its last digit that is not zero, to the sides that its qualifier allows", async () => {
    await acceptedFigures(
      db,
      { done: 240, done_qualifier: "exact", total: 424_000, total_qualifier: "rounded" },
      { done: 1200, done_qualifier: "approx", total: 1200, total_qualifier: "at_least" },
      { value: 7_600_000, value_qualifier: "at_least", total: 1205, total_qualifier: "at_most" },
      { done: 0, done_qualifier: "approx", total: 0, total_qualifier: "at_least" },
      { done: 100, done_qualifier: "at_most" },
      // A one is the least number that has a last digit.
      { done: 1, done_qualifier: "approx", total: 1, total_qualifier: "at_most" },
    );
    expect(await intervals()).toEqual([
      ...["done 240 240 240", "total 424000 423500 424500"],
      ...["done 1200 1150 1250", "total 1200 1200 1250"],
      ...["total 1205 1204.5 1205", "value 7600000 7600000 7650000"],
      ...["done 0 0 0", "total 0 0 0"],
      "done 100 50 100",
      ...["done 1 0.5 1.5", "total 1 0.5 1"],
    ]);
  });

  test("the address is day, unit and indicator; a second source of one figure is told by its place among their names", async () => {
    await acceptedFigures(
      db,
      ...[
        { value: 1, source: "B" },
        { value: 2, source: "A" },
        { value: 3, source: "C" },
      ],
      ...[
        { value: 4, edition: "2025" },
        { value: 5, unit_code: "01" },
        { value: 6, as_of: "2022-04-25" },
      ],
      { value: 7, indicator: "xac_minh.mui_sai" },
    );
    expect(await lines(db, "select number, figure_id from figure_quantity order by number")).toEqual([
      "1 2022-04-26.70.lam_sach.doi_tuong.2",
      "2 2022-04-26.70.lam_sach.doi_tuong",
      "3 2022-04-26.70.lam_sach.doi_tuong.3",
      "4 2022-04-26.70.lam_sach.doi_tuong",
      "5 2022-04-26.01.lam_sach.doi_tuong",
      "6 2022-04-25.70.lam_sach.doi_tuong",
      "7 2022-04-26.70.xac_minh.mui_sai",
    ]);
  });
});
