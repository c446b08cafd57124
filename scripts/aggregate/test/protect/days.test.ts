import { beforeEach, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { tellDays } from "../../src/protect/days-told.ts";
import { hideFromArithmetic, refuseNarrowed } from "../../src/protect/mask.ts";
import { hideCopies } from "../../src/protect/repeated.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

const K = 10;
const tables = new Set(["cleaning_progress", "cleaning_daily", "pace", "pace_needed", "reconciliation"]);
let db: Database;

/** A province, its one district and three communes, in the first of which five were cleaned; the series to the report's day. */
beforeEach(async () => {
  db = await Database.open();
  await db.run(`create table params as select date '2022-04-26' as as_of, '2022' as edition, '70' as root_unit,
    10 as suppress_below, 20 as min_denominator`);
  await db.run(`create table unit as from (values
    ('2022', '70', null, 'province', 1), ('2022', '688', '70', 'district', 2),
    ('2022', '1', '688', 'commune', 3), ('2022', '2', '688', 'commune', 3), ('2022', '3', '688', 'commune', 3)
  ) as unit (edition, unit_code, parent_code, level, level_position)`);
  await db.run("create table unit_path as select unit_code from unit");
  await db.run(`create table own as from (values
    ('1', 300, 0, 0, 5), ('2', 300, 50, 90, 120), ('3', 400, 70, 110, 150)
  ) as own (unit_code, subjects, by_29_march, by_19_april, cleaned)`);
  await db.run(`create table counted as
    from own union all
    select unnest(['688', '70']), sum(subjects), sum(by_29_march), sum(by_19_april), sum(cleaned) from own`);
  await db.run(`create table cleaning_progress as select unit_code, 'all' as scope, date '2022-04-26' as as_of,
    subjects + 100 as persons, subjects, subjects - cleaned as to_list, 0 as listed, 0 as reviewed, 0 as matched,
    0 as handed_back, 0 as updated, 0 as mismatched, cleaned, subjects - cleaned as remaining, subjects as class_a, 0 as class_b, 0 as class_c from counted`);
  await db.run(`create table cleaning_daily as
    with stood as (
      select unit_code, unnest([
        {day: date '2022-03-29', cleaned_to_date: by_29_march, newly_cleaned: by_29_march},
        {day: date '2022-04-19', cleaned_to_date: by_19_april, newly_cleaned: by_19_april - by_29_march},
        {day: date '2022-04-26', cleaned_to_date: cleaned, newly_cleaned: cleaned - by_19_april}
      ], recursive := true) from counted
    )
    select unit_code, day, newly_cleaned, 0 as fell_back, cleaned_to_date from stood where newly_cleaned <> 0`);
  for (const name of ["pace", "deadline", "pace_needed"])
    await db.run(
      `create table ${name} as ${name === "deadline" ? "select '2022-05-05' as deadline_on" : sqlFile(name).sql}`,
    );
  await db.run(sqlFile("too_small").sql);
  await tellDays(db, { as_of: "2022-04-26", releases: [], suppress_below: K });
  for (const name of ["cleaning_progress", "cleaning_daily", "pace", "pace_needed"])
    await db.run(`create table published_${name} as ${sqlFile(`published_${name}`).sql}`);
  await db.run(`create table published_reconciliation as from (values
    ('2', date '2022-04-26', 'records', 'done', 120.0, null, 3.0, null, 'differs', null),
    ('3', date '2022-04-19', 'records', 'done', 110.0, null, 3.0, null, 'differs', null),
    ('3', date '2022-04-26', 'records', 'total', 400.0, null, 3.0, null, 'differs', null)
  ) as claim (unit_code, day, basis, measure, computed, computed_status, difference, difference_status, verdict, verdict_status),
  (select 'lam_sach.doi_tuong' as indicator)`);
  await db.run("create table published_entry_backlog (unit_code varchar, doses_in_records_status varchar)");
  for (const name of ["computed_status", "difference_status", "verdict_status"])
    await db.run(`alter table published_reconciliation alter ${name} type varchar`);
});

const told = (table: string, column: string) =>
  lines(
    db,
    `select unit_code, coalesce(${column}::integer::varchar, ${column}_status) from published_${table} order by length(unit_code), unit_code`,
  );

test("what remains and the pace are looked at with what is cleaned: a commune hidden alone is given back", async () => {
  expect(await told("cleaning_progress", "cleaned")).toEqual(["1 c", "2 120", "3 150", "70 275", "688 275"]);
  expect(await told("pace", "remaining")).toEqual(["1 c", "2 180", "3 250", "70 725", "688 725"]);
  await expect(refuseNarrowed(db, new Set(["cleaning_progress", "pace"]), K)).rejects.toThrow(
    /cleaning_progress 1 all remaining/,
  );
});

test("a second commune is hidden in each table, the district and the province are not, and nothing gives way", async () => {
  await hideFromArithmetic(db, tables, K);
  await refuseNarrowed(db, tables, K);
  await hideCopies(db, tables);
  expect(await told("cleaning_progress", "cleaned")).toEqual(["1 c", "2 c", "3 150", "70 275", "688 275"]);
  expect(await told("pace", "remaining")).toEqual(["1 c", "2 c", "3 250", "70 725", "688 725"]);
  expect(await told("pace_needed", "needed_a_day")).toEqual(["1 c", "2 c", "3 28", "70 81", "688 81"]);
});

test("what records say beside a return is hidden with the count, and of a commune's earlier day", async () => {
  await hideFromArithmetic(db, tables, K);
  await hideCopies(db, tables);
  expect(
    await lines(
      db,
      "select unit_code, day::varchar, measure, computed_status, verdict from published_reconciliation order by all",
    ),
  ).toEqual(["2 2022-04-26 done c ∅", "3 2022-04-19 done c ∅", "3 2022-04-26 total ∅ differs"]);
});

test("what records say of steps, classes and doses is told where all that it is made of is told, and of no unit left out", async () => {
  await db.run("insert into published_entry_backlog values ('2', null), ('3', 'c')");
  const claims = [
    ...["1", "2", "3", "9"].map((unit) => [unit, "lam_sach.doi_tuong", "listed"]),
    ["3", "lam_sach.doi_tuong", "updated"],
    ...["3", "9"].map((unit) => [unit, "lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd", "value"]),
    ...["3", "9"].map((unit) => [unit, "lam_sach.nguoi_sai_thong_tin_co_ban", "value"]),
    ...["2", "3", "9"].map((unit) => [unit, "tiem_chung.mui_ghi_nhan_he_thong", "done"]),
  ];
  await db.run("delete from published_reconciliation");
  for (const [unit, indicator, measure] of claims)
    await db.run(`insert into published_reconciliation
      values ('${unit}', date '2022-04-26', 'records', '${measure}', 120, null, 3, null, 'differs', null, '${indicator}')`);
  await hideFromArithmetic(db, tables, K);
  await hideCopies(db, tables);
  const hidden = () =>
    lines(
      db,
      `select string_agg(unit_code, ',' order by unit_code), measure, indicator from published_reconciliation
        where computed_status = 'c' and difference is null and verdict is null group by all order by indicator, measure`,
    );
  expect(await hidden()).toEqual([
    "1,2,9 listed lam_sach.doi_tuong",
    "9 value lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd",
    "9 value lam_sach.nguoi_sai_thong_tin_co_ban",
    "3,9 done tiem_chung.mui_ghi_nhan_he_thong",
  ]);
  await db.run(
    "update published_cleaning_progress set handed_back_status = 'c', class_b_status = 'c' where unit_code = '3'",
  );
  await hideCopies(db, tables);
  expect(await hidden()).toEqual([
    "1,2,9 listed lam_sach.doi_tuong",
    "3 updated lam_sach.doi_tuong",
    "3,9 value lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd",
    "9 value lam_sach.nguoi_sai_thong_tin_co_ban",
    "3,9 done tiem_chung.mui_ghi_nhan_he_thong",
  ]);
});
