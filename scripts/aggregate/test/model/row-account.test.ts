import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { closeAccounts } from "../../src/model/models.ts";
import type { RunFile } from "../../src/read/run-file.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

let db: Database;

/**
 * A list of ten rows, of which two are people that others are too, one is quarantined, one sent twice, one superseded, one blank
 * and one no record; returns of five rows, and of three of which one is no record; and a file that was refused.
 */
beforeEach(async () => {
  db = await Database.open();
  await db.run(`create table input_table as from (values ('nguoi.csv', 10, 1, 1), ('tra.csv', 5, 0, 0), ('la.csv', 3, 1, 0))
    as input (input_file, records_in, rejected, blank)`);
  await db.run(`create table row_outcome as from (values ('nguoi.csv', 3, 'quarantined'), ('nguoi.csv', 4, 'exact_duplicate'),
    ('nguoi.csv', 5, 'superseded'), ('tra.csv', 2, 'superseded')) as outcome (input_file, record, outcome)`);
  await db.run("create table merged_row as select 'nguoi.csv' as input_file, 2 as merged");
});

const file = (name: string, kind: string | null, held: object | null = null): RunFile =>
  (kind === null
    ? { name, personLevel: false, refusal: { code: "FILE.EMPTY", text: { vi: "trống", en: "empty" } }, tables: [] }
    : { name, refusal: null, tables: [{ input_file: name, kind, held }] }) as unknown as RunFile;
const files = [
  file("nguoi.csv", "person_record"),
  file("tra.csv", "progress_return"),
  file("la.csv", "stock_return"),
  file("rong.csv", null),
];
const account = `select input_file, status, records_in, accepted, quarantined, rejected, exact_duplicates, superseded, blank, kept,
  merged from row_account order by input_file`;

describe("row_account", () => {
  test("says of each file what became of its rows, and of a refused one that it has none", async () => {
    await closeAccounts(db, files);
    expect(await lines(db, account)).toEqual([
      "la.csv partially_accepted 3 2 0 1 0 0 0 2 0",
      "nguoi.csv partially_accepted 10 5 1 1 1 1 1 3 2",
      "rong.csv refused 0 0 0 0 0 0 0 0 0",
      "tra.csv accepted 5 4 0 0 0 1 0 4 0",
    ]);
  });

  test("takes a refused file for one of people where it lies among them, and only there", async () => {
    await closeAccounts(db, [
      { ...file("rong.csv", null), personLevel: true },
      { ...file("la.doc", null), personLevel: false },
    ]);
    expect(await lines(db, "select input_file, person_level from row_account order by all")).toEqual([
      "la.doc false",
      "rong.csv true",
    ]);
  });

  test("says of a table that was held why", async () => {
    await closeAccounts(db, [
      file("nguoi.csv", "person_record"),
      file("tra.csv", "progress_return", { vi: "giữ", en: "held" }),
    ]);
    expect(await lines(db, "select input_file, status, reason_code, reason_en from row_account order by all")).toEqual([
      "nguoi.csv partially_accepted ∅ ∅",
      "tra.csv held FILE.MATCH_RATE held",
    ]);
  });

  test("does not close where more rows became something than there are", async () => {
    await db.run("update merged_row set merged = 6");
    await expect(closeAccounts(db, files)).rejects.toThrow("the account of rows does not close for nguoi.csv");
  });

  test("is published of files that are not about people", async () => {
    await closeAccounts(db, files);
    expect(
      await lines(db, `select input_file, kind, records_in, accepted from (${sqlFile("published_row_account").sql})`),
    ).toEqual(["la.csv stock_return 3 2", "rong.csv ∅ 0 0", "tra.csv progress_return 5 4"]);
  });
});

test("issue_count counts each row once a file, code and column, and none of files about people", async () => {
  await closeAccounts(db, files);
  await db.run(`create table issue_code as from (values ('OUTLIER.VALUE', 'warning', null), ('RETURN.LATE', 'information', null))
    as code (code, effect, ministry_class), (select 'nghĩa' as meaning_vi, 'meaning' as meaning_en, 'sửa' as fix_vi, 'fix' as fix_en)`);
  await db.run(`create table issue as from (values
    ('tra.csv', 1, 'listed', 'OUTLIER.VALUE'), ('tra.csv', 1, 'listed', 'OUTLIER.VALUE'), ('tra.csv', 2, 'listed', 'OUTLIER.VALUE'),
    ('tra.csv', 1, 'matched', 'OUTLIER.VALUE'), ('tra.csv', 3, 'received_at', 'RETURN.LATE'), ('nguoi.csv', 1, 'x', 'RETURN.LATE')
  ) as issue (input_file, record, column_name, code)`);
  expect(
    await lines(
      db,
      `select input_file, code, column_name, effect, records, message_en, fix_vi from (${sqlFile("published_issue_count").sql})`,
    ),
  ).toEqual([
    "tra.csv OUTLIER.VALUE listed warning 2 meaning sửa",
    "tra.csv OUTLIER.VALUE matched warning 1 meaning sửa",
    "tra.csv RETURN.LATE received_at information 1 meaning sửa",
  ]);
});
