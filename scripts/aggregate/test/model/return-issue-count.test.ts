import { beforeEach, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;

/** Returns on cleaning of a commune, its district, an unknown unit and one of another edition; one of Hanoi. */
beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  const table = (kind: string, rows: string, columns = "input_file, record, unit_code, edition") =>
    db.run(`create table checked_${kind} as from (values ${rows}) as sent (${columns})`);
  await table(
    "progress_return",
    "('p', 1, '25195', '2022'), ('p', 2, '25195', '2022'), ('p', 3, '689', '2022'), ('p', 4, '99999', '2022'), ('p', 5, '25195', '2025'), ('p', 6, '01', '2022'), ('p', 7, null, '2022')",
  );
  await table("stock_return", "('s', 1, '25198')", "input_file, record, unit_code");
  await table("indicator_return", "('i', 1, '688', '2022'), ('i', 2, '25195', '2025')");
  await table("population", "('n', 1, '25216', '2022')");
  await db.run("create table row_outcome (input_file varchar, record bigint, kind varchar, outcome varchar)");
  await db.run("create table issue (input_file varchar, record bigint, column_name varchar, code varchar)");
});

async function raise(...issues: string[]): Promise<void> {
  for (const text of issues) {
    const [input_file, record, code, column = "listed"] = text.split(" ");
    await db.run(`insert into issue values ('${input_file}', ${record}, '${column}', '${code}')`);
  }
}

const counts = async (scope = "all") => {
  await build(db, "return_issue_count");
  return lines(
    db,
    `select unit_code, kind, code, records from return_issue_count where scope = '${scope}' order by all`,
  );
};

test("a row counts once a code, in the unit whose return it is and in those above it", async () => {
  await raise("p 1 PART.WHOLE", "p 1 PART.WHOLE reviewed", "p 2 PART.WHOLE", "p 2 OUTLIER.VALUE", "p 3 PART.WHOLE");
  // What another file's row of the same number became is nothing to these.
  await db.run("insert into row_outcome values ('q', 3, 'progress_return', 'superseded')");
  expect(await counts()).toEqual([
    "25195 progress_return OUTLIER.VALUE 1",
    "25195 progress_return PART.WHOLE 2",
    "689 progress_return OUTLIER.VALUE 1",
    "689 progress_return PART.WHOLE 3",
    "70 progress_return OUTLIER.VALUE 1",
    "70 progress_return PART.WHOLE 3",
  ]);
  expect(await counts("at_this_level")).toEqual(["689 progress_return PART.WHOLE 1"]);
});

test("each kind of return is told apart, and what is said of the whole file is of no row", async () => {
  await raise(
    "s 1 VALUE.MISSING",
    "i 1 VALUE.MISSING",
    "i 2 UNIT.UNKNOWN",
    "n 1 VALUE.MISSING",
    "p 0 FILE.HEADER_EXTRA",
    "x 1 VALUE.MISSING",
  );
  expect(await counts()).toEqual([
    "25198 stock_return VALUE.MISSING 1",
    "25216 population VALUE.MISSING 1",
    "688 indicator_return VALUE.MISSING 1",
    "688 population VALUE.MISSING 1",
    "689 stock_return VALUE.MISSING 1",
    "70 indicator_return UNIT.UNKNOWN 1",
    "70 indicator_return VALUE.MISSING 1",
    "70 population VALUE.MISSING 1",
    "70 stock_return VALUE.MISSING 1",
  ]);
});

test("an unknown unit and one of another edition count at the root; a known one outside the report does not", async () => {
  await raise("p 4 UNIT.UNKNOWN", "p 5 UNIT.UNKNOWN", "p 6 UNIT.UNKNOWN", "p 7 UNIT.UNKNOWN");
  expect(await counts()).toEqual(["70 progress_return UNIT.UNKNOWN 3"]);
  expect(await counts("at_this_level")).toEqual(["70 progress_return UNIT.UNKNOWN 3"]);
});

test("a row that another took the place of counts no more; one repeated cell by cell or unusable does", async () => {
  await raise("p 1 ROW.SUPERSEDED", "p 2 DUPLICATE.LINE", "p 3 PART.WHOLE");
  await db.run(`insert into row_outcome values ('p', 1, 'progress_return', 'superseded'),
    ('p', 2, 'progress_return', 'exact_duplicate'), ('p', 3, 'progress_return', 'quarantined')`);
  expect(await counts("at_this_level")).toEqual(["689 progress_return PART.WHOLE 1"]);
  expect(await counts()).toContain("25195 progress_return DUPLICATE.LINE 1");
  expect((await counts()).filter((line) => line.includes("SUPERSEDED"))).toEqual([]);
});

test("what is published says what each issue does, and hides nothing", async () => {
  await raise("p 1 PART.WHOLE");
  await build(db, "return_issue_count");
  await db.run("create table issue_code as select 'PART.WHOLE' as code, 'quarantine' as effect");
  expect(await lines(db, sqlFile("published_return_issue_count").sql)).toEqual([
    "25195 all progress_return PART.WHOLE quarantine 1",
    "689 all progress_return PART.WHOLE quarantine 1",
    "70 all progress_return PART.WHOLE quarantine 1",
  ]);
  await db.run(`create or replace table return_issue_count as select * from (values ('2', 'b', 'b', 'B'), ('2', 'b', 'b', 'A'),
    ('2', 'b', 'a', 'C'), ('2', 'a', 'c', 'C'), ('1', 'c', 'c', 'C')) as counted (unit_code, scope, kind, code), (select 1 as records)`);
  await db.run("create or replace table issue_code as select unnest(['A', 'B', 'C']) as code, 'warning' as effect");
  expect(await lines(db, sqlFile("published_return_issue_count").sql)).toEqual([
    ...["1 c c C warning 1", "2 a c C warning 1", "2 b a C warning 1", "2 b b A warning 1", "2 b b B warning 1"],
  ]);
});
