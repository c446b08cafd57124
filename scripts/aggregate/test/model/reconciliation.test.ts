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
    subjects_cleaned bigint, reported_pct varchar, listed bigint, reviewed bigint, matched bigint, handed_back bigint,
    updated bigint, doses_given bigint, doses_recorded bigint, doses_not_entered bigint)`);
  await db.run(`create table checked_indicator_return (unit_code varchar, edition varchar, as_of date, indicator varchar,
    done bigint, total bigint, value bigint, qualifier varchar, input_file varchar default 'i', record bigint default 1)`);
  await db.run("create table row_outcome as select 'i' as input_file, 9::bigint as record");
  await db.run(`create table accepted_stock_return (unit_code varchar, as_of date, vaccine varchar, lot varchar, opening bigint,
    received bigint, issued bigint, used bigint, wasted bigint, closing bigint)`);
  await db.run(`create table figure_quantity (figure_id varchar, unit_code varchar, edition varchar, as_of date, indicator varchar,
    quantity varchar, number bigint, low decimal(18, 1), high decimal(18, 1))`);
  await db.run(`create table figure_claim (figure_id varchar, unit_code varchar, edition varchar, as_of date, indicator varchar,
    reported_pct decimal(9, 4), reported_pct_decimals bigint, computed_pct double, verdict varchar)`);
  await db.run(`create table cleaning_progress (unit_code varchar, scope varchar, persons bigint, subjects bigint,
    to_list bigint, listed bigint, reviewed bigint, matched bigint, handed_back bigint, class_a bigint, class_b bigint, class_c bigint)`);
  await db.run("create table entry_backlog (unit_code varchar, doses_in_records bigint)");
  await db.run("create table cleaning_daily (unit_code varchar, day date, cleaned_to_date bigint)");
});

/** District 689 has 424 subjects of 900 people; 200 were cleaned by 19 April, 240 by 20 April. */
async function people(): Promise<void> {
  // 24 are to be listed, 20 listed, 30 reviewed, 40 matched, 50 handed back; 60 updated or found wrong again.
  await db.run(`insert into cleaning_progress values ('689', 'all', 900, 424, 24, 20, 30, 40, 50, 100, 21, 303),
    ('689', 'at_this_level', 9, 9, 9, 0, 0, 0, 0, 9, 0, 0)`);
  await db.run("insert into entry_backlog values ('689', 1500)");
  await db.run("insert into cleaning_daily values ('689', date '2022-04-19', 200), ('689', date '2022-04-20', 240)");
}

const sent = (values: string, more = "") =>
  db.run(`insert into accepted_progress_return
    (unit_code, edition, as_of, subjects_total, subjects_cleaned, reported_pct${more}) values ${values}`);
const compared = async (where = "true") => {
  await build(db, "stated", "reconciliation");
  return lines(
    db,
    `select claim, measure, basis, reported::double, computed::double, verdict from reconciliation where ${where} order by all`,
  );
};
/** Of claims that are not of subjects, those cleaned and their share: the indicator, too. */
const others = async () => {
  await build(db, "stated", "reconciliation");
  return lines(
    db,
    `select claim, indicator, measure, basis, reported::double, computed::double, verdict from reconciliation
    where not (indicator = 'lam_sach.doi_tuong' and measure in ('total', 'done', 'pct')) order by all`,
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
      await build(db, "stated", "reconciliation");
      expect([pct, ...(await lines(db, "select verdict from reconciliation"))]).toEqual([pct, verdict]);
    }
  });

  test("of no subjects there is no share, of one there is", async () => {
    await sent("('689', '2022', date '2022-04-19', 0, 0, '0'), ('688', '2022', date '2022-04-19', 1, 1, '100')");
    expect(await compared()).toEqual([
      "2022-04-19.688.progress_return pct own_numbers 100 100 agrees",
      "2022-04-19.689.progress_return pct own_numbers 0 ∅ not_computable",
    ]);
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

test("a figure's percentage stands for half its last place either way; other editions and units are left out", async () => {
  await people();
  // 240 of 424 are 56.604 %.
  const claims = [
    ...["('a', '689', '2022', 56.6, 1)", "('b', '689', '2022', 56.5, 1)", "('c', '689', '2022', 56.7, 1)"],
    ...[
      "('d', '689', '2022', 57, 0)",
      "('e', '689', '2022', 56, 0)",
      "('f', '01', '2022', 57, 0)",
      "('g', '689', '2025', 57, 0)",
    ],
  ];
  await db.run(`insert into figure_claim
    select figure_id, unit_code, edition, date '2022-04-26', 'lam_sach.doi_tuong', pct, decimals, 60, 'differs'
    from (values ${claims.join(", ")}) as claim (figure_id, unit_code, edition, pct, decimals)`);
  await db.run(`insert into figure_quantity select figure_id, unit_code, edition, date '2022-04-26', 'lam_sach.doi_tuong', 'total', 424, 424, 424
    from (values ('h', '01', '2022'), ('i', '689', '2025')) as figure (figure_id, unit_code, edition)`);
  expect(await compared("basis = 'records'")).toEqual([
    ...["a pct records 56.6 56.6 agrees", "b pct records 56.5 56.6 differs", "c pct records 56.7 56.6 differs"],
    ...["d pct records 57 56.6 agrees", "e pct records 56 56.6 differs"],
  ]);
  const names = "source, unit_code, indicator, day::varchar, basis";
  expect(await lines(db, `select distinct ${names} from reconciliation order by all`)).toEqual([
    "figure 689 lam_sach.doi_tuong 2022-04-26 own_numbers",
    "figure 689 lam_sach.doi_tuong 2022-04-26 records",
  ]);
});

test("a figure's percentage reaches to half its last place and no farther, whatever place that is", async () => {
  // Of a million subjects so many were cleaned by the 19th, the 20th, and so on.
  const cleaned = [564_000, 565_000, 565_446, 565_450, 565_500, 565_554, 566_000];
  await db.run(
    "insert into cleaning_progress (unit_code, scope, persons, subjects) values ('689', 'all', 2000000, 1000000)",
  );
  for (const [at, people] of cleaned.entries())
    await db.run(`insert into cleaning_daily values ('689', date '2022-04-${19 + at}', ${people})`);
  const stated = [
    "19 57 0",
    "20 57 0",
    "20 56 0",
    "21 56.6 1",
    "22 56.6 1",
    "23 56.6 1",
    "23 56.5 1",
    "24 56.5 1",
    "25 56 0",
  ];
  for (const text of stated) {
    const [day, pct, decimals] = text.split(" ");
    await db.run(
      `insert into figure_claim values ('${day}-${pct}', '689', '2022', date '2022-04-${day}', 'lam_sach.doi_tuong', ${pct}, ${decimals}, 60, 'x')`,
    );
  }
  await build(db, "stated", "reconciliation");
  const told = "select claim, computed::double, verdict from reconciliation where basis = 'records' order by all";
  expect(await lines(db, told)).toEqual([
    ...["19-57 56.4 differs", "20-56 56.5 agrees", "20-57 56.5 agrees"],
    ...["21-56.6 56.54 differs", "22-56.6 56.55 differs", "23-56.5 56.55 agrees", "23-56.6 56.55 agrees"],
    ...["24-56.5 56.56 differs", "25-56 56.6 differs"],
  ]);
});

test("what is computed comes with the part, the whole and the people that hiding judges it by", async () => {
  await people();
  await sent("('689', '2022', date '2022-04-26', 420, 230, null, 400)", ", listed");
  await compared();
  const parts = "measure, reported_part, reported_whole, computed_part, computed_whole, computed_people";
  expect(await lines(db, `select ${parts} from reconciliation order by all`)).toEqual([
    ...["done 230 420 240 424 900", "listed 400 420 400 424 900", "total 230 420 240 424 900"],
  ]);
});

describe("reconciliation of steps, doses, classes and stock", () => {
  const steps = ", listed, reviewed, matched, handed_back, updated, doses_given, doses_recorded, doses_not_entered";

  test("on the report's own day, who has come so far in the five steps, and doses in records", async () => {
    await people();
    await sent("('689', '2022', date '2022-04-26', null, null, null, 400, 381, 350, 309, 260, 1600, 1500, 101)", steps);
    expect(await others()).toEqual([
      "2022-04-26.689.progress_return lam_sach.doi_tuong handed_back records 309 310 differs",
      "2022-04-26.689.progress_return lam_sach.doi_tuong listed records 400 400 agrees",
      "2022-04-26.689.progress_return lam_sach.doi_tuong matched records 350 350 agrees",
      "2022-04-26.689.progress_return lam_sach.doi_tuong reviewed records 381 380 differs",
      "2022-04-26.689.progress_return lam_sach.doi_tuong updated records 260 260 agrees",
      "2022-04-26.689.progress_return tiem_chung.mui_chua_cap_nhat value own_numbers 101 100 differs",
      "2022-04-26.689.progress_return tiem_chung.mui_ghi_nhan_he_thong done records 1500 1500 agrees",
    ]);
  });

  test("is of the unit itself, and doses in records are not people cleaned", async () => {
    await people();
    await db.run("insert into cleaning_progress values ('688', 'all', 9, 9, 1, 1, 1, 1, 1, 1, 1, 1)");
    await db.run("insert into entry_backlog values ('688', 7)");
    await sent("('689', '2022', date '2022-04-26', 424, 240, null, 400, 1500)", ", listed, doses_recorded");
    expect(await others()).toEqual([
      "2022-04-26.689.progress_return lam_sach.doi_tuong listed records 400 400 agrees",
      "2022-04-26.689.progress_return tiem_chung.mui_ghi_nhan_he_thong done records 1500 1500 agrees",
    ]);
  });

  test("doses not entered have numbers of their own in a return of progress alone", async () => {
    await db.run(`insert into checked_indicator_return (unit_code, edition, as_of, indicator, value) values
      ('689', '2022', date '2022-04-20', 'tiem_chung.mui_chua_cap_nhat', 5)`);
    expect(await others()).toEqual([]);
  });

  test("of a day before, neither is computed; without people, only doses not entered", async () => {
    await sent("('689', '2022', date '2022-04-25', null, null, null, 400, 380, 350, 310, 260, 1600, 1500, 100)", steps);
    const own = "2022-04-25.689.progress_return tiem_chung.mui_chua_cap_nhat value own_numbers 100 100 agrees";
    expect(await others()).toEqual([own]);
    await people();
    expect(await others()).toEqual([
      "2022-04-25.689.progress_return lam_sach.doi_tuong handed_back records 310 ∅ not_computable",
      "2022-04-25.689.progress_return lam_sach.doi_tuong listed records 400 ∅ not_computable",
      "2022-04-25.689.progress_return lam_sach.doi_tuong matched records 350 ∅ not_computable",
      "2022-04-25.689.progress_return lam_sach.doi_tuong reviewed records 380 ∅ not_computable",
      "2022-04-25.689.progress_return lam_sach.doi_tuong updated records 260 ∅ not_computable",
      own,
      "2022-04-25.689.progress_return tiem_chung.mui_ghi_nhan_he_thong done records 1500 ∅ not_computable",
    ]);
  });

  test("classes of figures and of returns on an indicator, by their qualifier, the latest return alone", async () => {
    await people();
    await db.run(`insert into figure_quantity values
      ('f', '689', '2022', date '2022-03-31', 'lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd', 'value', 121, 121, 121),
      ('g', '689', '2022', date '2022-04-26', 'xac_minh.doi_tuong_sai', 'value', 5, 5, 5)`);
    await db.run(`insert into checked_indicator_return (unit_code, edition, as_of, indicator, done, total, value, qualifier) values
      ('689', '2022', date '2022-04-19', 'lam_sach.nguoi_sai_thong_tin_co_ban', null, null, 7, null),
      ('689', '2022', date '2022-04-20', 'lam_sach.nguoi_sai_thong_tin_co_ban', null, null, 300, 'at_least'),
      ('689', '2022', date '2022-04-27', 'lam_sach.nguoi_sai_thong_tin_co_ban', null, null, 8, null),
      ('689', '2022', date '2022-04-26', 'tiem_chung.mui_ghi_nhan_he_thong', 1600, 1700, null, 'at_most'),
      ('688', '2022', date '2022-04-20', 'de_an_06.dong_bo_bhxh', null, null, 9, null),
      ('01', '2022', date '2022-04-20', 'lam_sach.nguoi_sai_thong_tin_co_ban', null, null, 9, null),
      ('689', '2025', date '2022-04-21', 'lam_sach.nguoi_sai_thong_tin_co_ban', null, null, 9, null)`);
    expect(await others()).toEqual([
      // "Over 300" is 300 to 350; "nearly 1,600" is 1,550 to 1,600.
      "2022-04-20.689.indicator_return lam_sach.nguoi_sai_thong_tin_co_ban value records 300 303 agrees",
      "2022-04-26.689.indicator_return tiem_chung.mui_ghi_nhan_he_thong done records 1600 1500 differs",
      "f lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd value records 121 121 agrees",
    ]);
    await db.run("update checked_indicator_return set qualifier = 'at_most' where value = 300");
    await db.run("update entry_backlog set doses_in_records = 1550");
    expect((await others()).slice(0, 2)).toEqual([
      "2022-04-20.689.indicator_return lam_sach.nguoi_sai_thong_tin_co_ban value records 300 303 differs",
      "2022-04-26.689.indicator_return tiem_chung.mui_ghi_nhan_he_thong done records 1600 1550 agrees",
    ]);
  });

  test("a return on an indicator that is not usable counts for nothing", async () => {
    await people();
    await db.run(`insert into checked_indicator_return
      select '689', '2022', date '2022-04-20', 'lam_sach.nguoi_sai_thong_tin_co_ban', null, null, 300, null, 'i', 9`);
    expect(await others()).toEqual([]);
  });

  test("a zero is taken as it stands, and a return's own subjects are those of an indicator too", async () => {
    await people();
    await db.run("insert into cleaning_daily values ('689', date '2022-04-18', 3)");
    await db.run(`insert into checked_indicator_return (unit_code, edition, as_of, indicator, done, total, value, qualifier) values
      ('689', '2022', date '2022-04-18', 'lam_sach.doi_tuong', 0, 424, null, 'approx')`);
    expect(await compared()).toEqual([
      "2022-04-18.689.indicator_return done records 0 3 differs",
      "2022-04-18.689.indicator_return total records 424 424 agrees",
    ]);
  });

  test("stock at the end against the rest of the latest return, over the lots of a vaccine that say all of it", async () => {
    await db.run(`insert into accepted_stock_return values
      ('689', date '2022-04-19', 'pfizer', 'A', 1, 0, 0, 0, 0, 9),
      ('689', date '2022-04-20', 'pfizer', 'A', 100, 50, 20, 60, 5, 65), ('689', date '2022-04-20', 'pfizer', 'B', 10, 0, 0, 3, 0, 7),
      ('689', date '2022-04-20', 'pfizer', 'C', 10, 0, 0, 3, 0, null), ('689', date '2022-04-20', 'pfizer', 'D', null, 0, 0, 3, 0, 7),
      ('689', date '2022-04-20', 'moderna', 'E', 10, 0, 0, 3, 0, 8), ('689', date '2022-04-27', 'pfizer', 'A', 1, 0, 0, 0, 0, 1),
      ('01', date '2022-04-20', 'pfizer', 'A', 1, 0, 0, 0, 0, 1)`);
    expect(await others()).toEqual([
      "2022-04-20.689.stock_return vac_xin.moderna closing own_numbers 8 7 differs",
      "2022-04-20.689.stock_return vac_xin.pfizer closing own_numbers 72 72 agrees",
    ]);
  });

  test("few people and doses are hidden on both sides; doses in stock are things", async () => {
    await people();
    await sent("('689', '2022', date '2022-04-26', 402, null, null, 400, 381, 350, 309, 2, 102, 100, 2)", steps);
    await db.run(
      "insert into accepted_stock_return values ('689', date '2022-04-20', 'pfizer', 'A', 1, 0, 0, 0, 0, 2)",
    );
    await db.run("update cleaning_progress set matched = 23, handed_back = 325 where scope = 'all'");
    await build(db, "stated", "reconciliation");
    const told = `select measure, reported, reported_status, computed, computed_status, difference, verdict_status
      from (${sqlFile("published_reconciliation").sql}) order by measure, basis`;
    expect(await lines(db, told)).toEqual([
      "closing 2 ∅ 1 ∅ -1 ∅",
      // 100 recorded leave two of 102.
      "done ∅ c 1500 ∅ ∅ c",
      "handed_back 309 ∅ 327 ∅ 18 ∅",
      "listed ∅ c 400 ∅ ∅ c",
      "matched 350 ∅ 350 ∅ 0 ∅",
      "reviewed 381 ∅ 380 ∅ -1 ∅",
      "total 402 ∅ 424 ∅ 22 ∅",
      "updated ∅ c ∅ c ∅ c",
      "value ∅ c ∅ c ∅ c",
    ]);
  });
});

describe("published_reconciliation", () => {
  const names =
    "measure, basis, reported, reported_status, computed, computed_status, difference, difference_status, verdict, verdict_status";
  const published = async () => {
    await build(db, "stated", "reconciliation");
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
    await db.run("insert into cleaning_progress (unit_code, scope, persons, subjects) values ('689', 'all', 900, 2)");
    await db.run(`insert into figure_quantity values
      ('f', '689', '2022', date '2022-04-26', 'lam_sach.doi_tuong', 'total', 2, 2, 2)`);
    expect(await published()).toEqual(["total records 2 ∅ ∅ c ∅ c ∅ c"]);
  });
});

describe("what published_reconciliation hides", () => {
  const right = {
    ...{ claim: "'k'", source: "'progress_return'", unit_code: "'689'", indicator: "'i'", day: "date '2022-04-19'" },
    ...{ measure: "'done'", basis: "'records'", reported: "20", computed: "21", verdict: "'differs'" },
    ...{ reported_part: "20", reported_whole: "40", computed_part: "21", computed_whole: "50", computed_people: "90" },
  };
  type Changes = Partial<Record<keyof typeof right, string | number>>;
  /** What is told of claims that are as above but for these changes, hidden below 3, shares below 5. */
  async function told(columns: string, ...claims: Changes[]): Promise<string[]> {
    const rows = claims.map((change) => `(${Object.values({ ...right, ...change }).join(", ")})`);
    await db.run(
      `create or replace table reconciliation as from (values ${rows.join(", ")}) as claim (${Object.keys(right).join(", ")})`,
    );
    return lines(db, `select ${columns} from (${sqlFile("published_reconciliation").sql})`);
  }
  const cells =
    "reported, reported_status, computed, computed_status, difference, difference_status, verdict, verdict_status";
  const one = async (changes: Changes) => (await told(cells, changes))[0];
  const shown = "20 ∅ 21 ∅ 1 ∅ differs ∅";
  const reported = "∅ c 21 ∅ ∅ c ∅ c";
  const computed = "20 ∅ ∅ c ∅ c ∅ c";
  const pct = { measure: "'pct'" };

  test("what a return says of few people, a whole of few, a share of fewer than the least denominator", async () => {
    expect(await one({})).toBe(shown);
    expect(await one({ reported_part: 2 })).toBe(reported);
    expect(await one({ source: "'indicator_return'", reported_part: 2 })).toBe(reported);
    expect(await one({ source: "'figure'", reported_part: 2 })).toBe(shown);
    expect(await one({ measure: "'total'", reported_part: 2 })).toBe(shown);
    expect(await one({ measure: "'total'", reported_whole: 2 })).toBe(reported);
    expect(await one({ ...pct, reported_part: 0, reported_whole: 4 })).toBe(reported);
    expect(await one({ reported_part: 0, reported_whole: 4 })).toBe(shown);
    expect(await one({ ...pct, reported_part: 0, reported_whole: 5 })).toBe(shown);
    expect(await one({ ...pct, reported_part: "null", reported_whole: "null::int" })).toBe(shown);
  });

  test("what is computed of few people, but of stock and of a figure's own numbers", async () => {
    expect(await one({ computed_part: 2 })).toBe(computed);
    expect(await one({ measure: "'total'", computed_part: 2 })).toBe(shown);
    expect(await one({ computed_whole: 88, measure: "'total'" })).toBe(computed);
    expect(await one({ ...pct, computed_part: 0, computed_whole: 4 })).toBe(computed);
    expect(await one({ computed_part: 0, computed_whole: 4 })).toBe(shown);
    expect(await one({ ...pct, computed_part: 0, computed_whole: 5 })).toBe(shown);
    expect(await one({ ...pct, computed_part: "null", computed_whole: "null::int" })).toBe(shown);
    expect(await one({ source: "'stock_return'", computed_part: 2 })).toBe(shown);
    expect(await one({ source: "'figure'", computed_part: 2 })).toBe(computed);
    expect(await one({ source: "'figure'", basis: "'own_numbers'", computed_part: 2 })).toBe(shown);
  });

  test("with what a return says what is computed of its own numbers; what cannot be computed does not apply", async () => {
    expect(await one({ basis: "'own_numbers'", reported_part: 2 })).toBe("∅ c ∅ c ∅ c ∅ c");
    expect(await one({ computed: "null::int", verdict: "'not_computable'" })).toBe("20 ∅ ∅ z ∅ z not_computable ∅");
  });

  test("claims keep their names, in the order of unit, day, source, claim, measure, basis and indicator", async () => {
    const names = "unit_code, day::varchar, source, claim, measure, basis, indicator";
    const at = (unit: string, day: string, ...rest: string[]): Changes => {
      const [source, claim, measure, basis, indicator] = rest.map((text) => `'${text}'`);
      return {
        unit_code: `'${unit}'`,
        day: `date '2022-04-${day}'`,
        source,
        claim,
        measure,
        basis,
        indicator,
      } as Changes;
    };
    const inOrder = [
      ...[at("1", "19", "s", "k", "m", "b", "i"), at("2", "18", "s", "k", "m", "b", "i")],
      ...[at("2", "19", "r", "k", "m", "b", "i"), at("2", "19", "s", "j", "m", "b", "i")],
      ...[at("2", "19", "s", "k", "l", "b", "i"), at("2", "19", "s", "k", "m", "a", "i")],
      ...[at("2", "19", "s", "k", "m", "b", "h"), at("2", "19", "s", "k", "m", "b", "i")],
    ];
    expect(await told(names, ...inOrder.toReversed())).toEqual([
      ...["1 2022-04-19 s k m b i", "2 2022-04-18 s k m b i", "2 2022-04-19 r k m b i", "2 2022-04-19 s j m b i"],
      ...["2 2022-04-19 s k l b i", "2 2022-04-19 s k m a i", "2 2022-04-19 s k m b h", "2 2022-04-19 s k m b i"],
    ]);
  });
});
