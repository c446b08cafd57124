import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;

/** Tables as they are before any return or figure came in, in a report without people. */
beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run(`create table accepted_progress_return (unit_code varchar, edition varchar, as_of date, subjects_total bigint,
    subjects_cleaned bigint, reported_pct varchar)`);
  await db.run(`create table figure_quantity (figure_id varchar, unit_code varchar, edition varchar, as_of date, indicator varchar,
    quantity varchar, number bigint, low decimal(18, 1), high decimal(18, 1))`);
  await db.run(`create table figure_claim (figure_id varchar, unit_code varchar, edition varchar, as_of date, indicator varchar,
    reported_pct decimal(9, 4), reported_pct_decimals bigint, computed_pct double, verdict varchar)`);
  await db.run("create table cleaning_progress (unit_code varchar, scope varchar, persons bigint, subjects bigint)");
  await db.run("create table cleaning_daily (unit_code varchar, day date, cleaned_to_date bigint)");
});

/** District 689 has 424 subjects of 900 people; 200 were cleaned by 19 April, 240 by 20 April. */
async function people(): Promise<void> {
  await db.run("insert into cleaning_progress values ('689', 'all', 900, 424), ('689', 'at_this_level', 9, 9)");
  await db.run("insert into cleaning_daily values ('689', date '2022-04-19', 200), ('689', date '2022-04-20', 240)");
}

const sent = (values: string) => db.run(`insert into accepted_progress_return values ${values}`);
const compared = async (where = "true") => {
  await build(db, "reconciliation");
  return lines(
    db,
    `select claim, measure, basis, reported::double, computed::double, verdict from reconciliation where ${where} order by all`,
  );
};

describe("reconciliation of returns", () => {
  test("without people, a percentage is set against the numbers of its own return", async () => {
    await sent("('689', '2022', date '2022-04-19', 424, 240, '50')");
    await sent("('688', '2022', date '2022-04-19', 424, 240, '56,6')");
    await sent("('70', '2022', date '2022-04-19', null, 240, '50')");
    expect(await compared()).toEqual([
      "2022-04-19.688.progress_return pct own_numbers 56.6 56.6 agrees",
      "2022-04-19.689.progress_return pct own_numbers 50 56.6 differs",
      "2022-04-19.70.progress_return pct own_numbers 50 ∅ not_computable",
    ]);
  });

  test("a percentage stands for half its last place either way", async () => {
    // 565 of 1,000 rounds to 57 and to 56: both ends of the interval count.
    for (const [pct, verdict] of [
      ["57", "agrees"],
      ["56", "agrees"],
      ["58", "differs"],
      ["56,5", "agrees"],
      ["56,6", "differs"],
      ["56,45", "differs"],
    ]) {
      await db.run("delete from accepted_progress_return");
      await sent(`('689', '2022', date '2022-04-19', 1000, 565, '${pct}')`);
      await build(db, "reconciliation");
      expect([pct, ...(await lines(db, "select verdict from reconciliation"))]).toEqual([pct, verdict]);
    }
  });

  test("with people, the latest return is set against those cleaned by its day, of the subjects", async () => {
    await people();
    await sent("('689', '2022', date '2022-04-12', 1, 1, null), ('689', '2022', date '2022-04-27', 2, 2, null)");
    await sent("('689', '2022', date '2022-04-19', 424, 240, '47')");
    expect(await compared()).toEqual([
      "2022-04-19.689.progress_return done records 240 200 differs",
      "2022-04-19.689.progress_return pct own_numbers 47 56.6 differs",
      "2022-04-19.689.progress_return pct records 47 47.17 agrees",
      "2022-04-19.689.progress_return total records 424 424 agrees",
    ]);
  });

  test("before the first day nobody is cleaned; a unit without people cannot be computed", async () => {
    await people();
    await sent("('689', '2022', date '2022-04-18', null, 0, null), ('688', '2022', date '2022-04-19', null, 5, null)");
    expect(await compared()).toEqual([
      "2022-04-18.689.progress_return done records 0 0 agrees",
      "2022-04-19.688.progress_return done records 5 ∅ not_computable",
    ]);
  });

  test("returns of other editions and of units outside the report are left out", async () => {
    await sent(
      "('25195', '2025', date '2022-04-19', 424, 240, '50'), ('01', '2022', date '2022-04-19', 424, 240, '50')",
    );
    expect(await compared()).toEqual([]);
  });
});

test("figures keep the intervals of their qualifiers and the verdict on their own numbers", async () => {
  await people();
  // "Nearly 250, of 430, which is 50 %"; a percentage of another indicator has no records to be set against.
  await db.run(`insert into figure_quantity values
    ('f', '689', '2022', date '2022-04-26', 'lam_sach.doi_tuong', 'done', 250, 240, 250),
    ('f', '689', '2022', date '2022-04-26', 'lam_sach.doi_tuong', 'total', 430, 425, 435),
    ('g', '689', '2022', date '2022-04-26', 'xac_minh.mui_dung', 'done', 1, 1, 1)`);
  await db.run(`insert into figure_claim values
    ('f', '689', '2022', date '2022-04-26', 'lam_sach.doi_tuong', 50, 0, 58.14, 'differs'),
    ('g', '689', '2022', date '2022-04-26', 'xac_minh.mui_dung', 70.4, 1, 70.43, 'agrees'),
    ('h', '689', '2022', date '2022-04-26', 'xac_minh.mui_sai', null, null, 70.43, 'not_reported'),
    ('i', '01', '2022', date '2022-04-26', 'lam_sach.doi_tuong', 50, 0, 58.14, 'differs')`);
  expect(await compared()).toEqual([
    "f done records 250 240 agrees",
    "f pct own_numbers 50 58.14 differs",
    "f pct records 50 56.6 differs",
    "f total records 430 424 differs",
    "g pct own_numbers 70.4 70.43 agrees",
  ]);
});

describe("published_reconciliation", () => {
  const names =
    "measure, basis, reported, reported_status, computed, computed_status, difference, difference_status, verdict, verdict_status";
  const published = async () => {
    await build(db, "reconciliation");
    return lines(db, `select ${names} from (${sqlFile("published_reconciliation").sql})`);
  };

  test("shows what is not small, with the difference", async () => {
    await people();
    await sent("('689', '2022', date '2022-04-19', 420, 240, '57,1')");
    expect(await published()).toEqual([
      "done records 240 ∅ 200 ∅ -40 ∅ differs ∅",
      "pct own_numbers 57.1 ∅ 57.14 ∅ 0.04 ∅ agrees ∅",
      "pct records 57.1 ∅ 47.17 ∅ -9.93 ∅ differs ∅",
      "total records 420 ∅ 424 ∅ 4 ∅ differs ∅",
    ]);
  });

  test("hides few people and all but few on either side, with the difference and the verdict", async () => {
    await people();
    await sent("('689', '2022', date '2022-04-19', 420, 419, '99,8')");
    expect(await published()).toEqual([
      "done records ∅ c 200 ∅ ∅ c ∅ c",
      "pct own_numbers ∅ c ∅ c ∅ c ∅ c",
      "pct records ∅ c 47.17 ∅ ∅ c ∅ c",
      "total records 420 ∅ 424 ∅ 4 ∅ differs ∅",
    ]);
    await db.run("update cleaning_progress set subjects = 201");
    expect((await published())[0]).toBe("done records ∅ c ∅ c ∅ c ∅ c");
    await db.run("update cleaning_progress set subjects = 898");
    expect((await published())[3]).toBe("total records 420 ∅ ∅ c ∅ c ∅ c");
  });

  test("shows no share of few subjects, and what a figure states", async () => {
    await sent("('689', '2022', date '2022-04-19', 4, 0, '0')");
    expect(await published()).toEqual(["pct own_numbers ∅ c ∅ c ∅ c ∅ c"]);
    await db.run("delete from accepted_progress_return");
    await db.run("insert into cleaning_progress values ('689', 'all', 900, 2)");
    await db.run(`insert into figure_quantity values
      ('f', '689', '2022', date '2022-04-26', 'lam_sach.doi_tuong', 'total', 2, 2, 2)`);
    expect(await published()).toEqual(["total records 2 ∅ ∅ c ∅ c ∅ c"]);
  });
});
