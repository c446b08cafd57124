import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc } from "./units.ts";

let db: Database;
const numbers = [
  ...["subjects_total", "subjects_cleaned", "listed", "reviewed", "matched", "handed_back", "updated"],
  ...["doses_given", "doses_recorded", "doses_not_entered"],
];

beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run(`create table accepted_progress_return (unit_code varchar, edition varchar, as_of date, reported_pct varchar,
    ${numbers.map((name) => `${name} bigint`).join(", ")})`);
  await db.run(`create table checked_indicator_return (input_file varchar, record bigint, unit_code varchar, edition varchar,
    as_of date, indicator varchar, done bigint, total bigint, value bigint, qualifier varchar)`);
  await db.run("create table row_outcome as from (values ('other', 1), ('i', 9)) as outcome (input_file, record)");
  await db.run(`create table accepted_stock_return (unit_code varchar, as_of date, vaccine varchar, lot varchar, opening bigint,
    received bigint, issued bigint, used bigint, wasted bigint, closing bigint)`);
});

/** A progress return of district 689 with these numbers, in the order of the columns above. */
const returned = (day: string, pct: string, ...cells: (number | null)[]) =>
  db.run(
    `insert into accepted_progress_return values ('689', '2022', date '${day}', ${pct}, ${cells.map(String).join(", ")})`,
  );
const stated = (columns = "indicator, measure, reported::double, low::double, high::double, part, whole, rest") =>
  lines(db, `select ${columns} from (${sqlFile("stated").sql}\n) order by all`);

describe("a progress return", () => {
  test("states each of its numbers, of its whole, and what its other numbers say instead", async () => {
    await returned("2022-04-19", "'90,5'", 1000, 900, 800, 700, 600, 500, 400, 3000, 2900, 150);
    expect(await stated()).toEqual([
      "lam_sach.doi_tuong done 900 900 900 900 1000 ∅",
      "lam_sach.doi_tuong handed_back 500 500 500 500 1000 ∅",
      "lam_sach.doi_tuong listed 800 800 800 800 1000 ∅",
      "lam_sach.doi_tuong matched 600 600 600 600 1000 ∅",
      "lam_sach.doi_tuong pct 90.5 90.45 90.55 900 1000 900",
      "lam_sach.doi_tuong reviewed 700 700 700 700 1000 ∅",
      "lam_sach.doi_tuong total 1000 1000 1000 900 1000 ∅",
      "lam_sach.doi_tuong updated 400 400 400 400 1000 ∅",
      "tiem_chung.mui_chua_cap_nhat value 150 150 150 150 3000 100",
      "tiem_chung.mui_ghi_nhan_he_thong done 2900 2900 2900 2900 3000 ∅",
    ]);
    expect(await stated("distinct claim, source, unit_code, day::varchar")).toEqual([
      "2022-04-19.689.progress_return progress_return 689 2022-04-19",
    ]);
  });

  test("a percentage stands for half its last place either way", async () => {
    const pct = async (text: string) => {
      await db.run("delete from accepted_progress_return");
      await returned("2022-04-19", `'${text}'`, ...numbers.map(() => null));
      return stated("reported::double, low::double, high::double");
    };
    expect(await pct("90")).toEqual(["90 89.5 90.5"]);
    expect(await pct("90.25")).toEqual(["90.25 90.245 90.255"]);
  });

  test("the latest that states anything counts; doses given alone state nothing", async () => {
    await returned("2022-04-18", "null", 1000, ...numbers.slice(1).map(() => null));
    for (const name of [...numbers, "reported_pct"].filter((one) => one !== "doses_given")) {
      await db.run(
        `insert into accepted_progress_return (unit_code, edition, as_of, ${name}) values ('689', '2022', '2022-04-19', 7)`,
      );
      expect([name, ...(await stated("distinct day::varchar"))]).toEqual([name, "2022-04-19"]);
      await db.run("delete from accepted_progress_return where as_of = date '2022-04-19'");
    }
    await db.run(
      "insert into accepted_progress_return (unit_code, edition, as_of, doses_given) values ('689', '2022', '2022-04-19', 7)",
    );
    expect(await stated("distinct day::varchar")).toEqual(["2022-04-18"]);
  });
});

test("stock at the end, of each unit's own latest return, over the lots of which all is said", async () => {
  await db.run(`insert into accepted_stock_return values
    ('689', '2022-04-19', 'pfizer', 'A', 1, 0, 0, 0, 0, 9), ('689', '2022-04-20', 'pfizer', 'A', 100, 50, 20, 60, 5, 66),
    ('688', '2022-04-26', 'pfizer', 'A', 10, 0, 0, 3, 0, 8), ('688', '2022-04-26', 'pfizer', 'B', 10, 0, 0, 3, 0, null),
    ('688', '2022-04-26', 'pfizer', 'C', null, 9, 9, 9, 9, 9), ('688', '2022-04-26', 'pfizer', 'D', 9, null, 9, 9, 9, 9),
    ('688', '2022-04-26', 'pfizer', 'E', 9, 9, null, 9, 9, 9), ('688', '2022-04-26', 'pfizer', 'F', 9, 9, 9, null, 9, 9),
    ('688', '2022-04-26', 'pfizer', 'G', 9, 9, 9, 9, null, 9)`);
  expect(
    await stated("claim, source, unit_code, day::varchar, indicator, measure, reported, low, high, part, whole, rest"),
  ).toEqual([
    "2022-04-20.689.stock_return stock_return 689 2022-04-20 vac_xin.pfizer closing 66 66 66 66 ∅ 65",
    "2022-04-26.688.stock_return stock_return 688 2022-04-26 vac_xin.pfizer closing 8 8 8 8 ∅ 7",
  ]);
});

test("a return on an indicator states what its qualifier allows; a part of its total, a value of nothing", async () => {
  const returns = ["'a', 40, 1200, 30, 'approx'", "'b', null, null, 30, 'rounded'", "'c', null, null, 30, 'at_most'"];
  const others = ["'d', null, null, 30, 'at_least'", "'e', null, null, 30, null", "'f', 0, null, null, 'approx'"];
  for (const one of [...returns, ...others])
    await db.run(`insert into checked_indicator_return values ('i', 1, '689', '2022', '2022-04-20', ${one})`);
  expect(await stated()).toEqual([
    ...["a done 40 35 45 40 1200 ∅", "a total 1200 1150 1250 40 1200 ∅", "a value 30 25 35 30 ∅ ∅"],
    ...["b value 30 25 35 30 ∅ ∅", "c value 30 25 30 30 ∅ ∅", "d value 30 30 35 30 ∅ ∅", "e value 30 30 30 30 ∅ ∅"],
    "f done 0 0 0 0 ∅ ∅",
  ]);
  expect(await stated("distinct claim, source")).toEqual(["2022-04-20.689.indicator_return indicator_return"]);
});
