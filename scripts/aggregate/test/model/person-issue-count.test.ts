import { beforeEach, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;
// Rows of file 1 are numbered from here.
const FILE = 4_294_967_296;

/**
 * Files 1 and 3 hold people, file 2 events. Of file 1 rows 1 and 2 are of person 11, row 3 of 12, row 4 of 13 known by two keys,
 * row 5 of somebody outside the report; the first row of file 3 is of person 11 too.
 */
beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run(
    "create table input_table as from (values ('a.csv', 'dose_record'), ('e.csv', 'cleaning_event'), ('p.csv', 'person_record')) as t (input_file, kind)",
  );
  await db.run(
    "create table file_number as from (values ('a.csv', 1), ('e.csv', 2), ('p.csv', 3)) as t (input_file, file_number)",
  );
  await db.run(`create table person_row as
    select ${FILE} + record as row_id, exact_key::ubigint as exact_key
    from (values (1, 11), (2, 11), (3, 12), (4, 14), (5, 15), (${2 * FILE} + 1, 11)) as t (record, exact_key)`);
  await db.run("create table person_link as select 14::ubigint as exact_key, 13::ubigint as person_id");
  await db.run(`create table person as
    select person_id::ubigint as person_id, unit_code, false as foreigner
    from (values (11, '25195'), (12, '25198'), (13, '689'), (15, '01')) as t (person_id, unit_code)`);
  await db.run("create table identity (input_file varchar, record bigint, unit_code varchar, person_key ubigint)");
  await db.run("create table row_outcome (input_file varchar, record bigint, kind varchar, outcome varchar)");
  await db.run("create table issue (input_file varchar, record bigint, column_name varchar, code varchar)");
});

async function raise(...issues: string[]): Promise<void> {
  for (const text of issues) {
    const [record, code, column = "id_number", file = "a.csv"] = text.split(" ");
    await db.run(`insert into issue values ('${file}', ${record}, '${column}', '${code}')`);
  }
}

/** A row that was not accepted. */
async function leaveOut(record: number, outcome: string, unit: string | null, person: number | null): Promise<void> {
  await db.run(`insert into row_outcome values ('a.csv', ${record}, 'dose_record', '${outcome}')`);
  await db.run(`insert into identity values ('a.csv', ${record}, ${unit === null ? "null" : `'${unit}'`}, ${person})`);
}

const counts = async (scope = "all") => {
  await build(db, "person_issue_count");
  const select = `select unit_code, code, persons, records from person_issue_count where scope = '${scope}' order by all`;
  return lines(db, select);
};

test("a person counts once a code, a row once however many of its cells raise it", async () => {
  await raise("1 LOT.FORMAT lot", "1 LOT.FORMAT facility", "2 LOT.FORMAT", "3 LOT.FORMAT", "3 ID.MISSING");
  expect(await counts()).toEqual([
    "25195 LOT.FORMAT 1 2",
    "25198 ID.MISSING 1 1",
    "25198 LOT.FORMAT 1 1",
    "689 ID.MISSING 1 1",
    "689 LOT.FORMAT 2 3",
    "70 ID.MISSING 1 1",
    "70 LOT.FORMAT 2 3",
  ]);
});

test("files of people and of doses count together; somebody who lives outside the report counts nowhere", async () => {
  await raise("1 LOT.FORMAT", "1 LOT.FORMAT id_number p.csv", "5 LOT.FORMAT");
  await build(db, "person_issue_count");
  expect(await lines(db, "from person_issue_count order by all")).toEqual([
    ...["25195 all LOT.FORMAT 1 2", "689 all LOT.FORMAT 1 2", "70 all LOT.FORMAT 1 2"],
  ]);
});

test("a row counts where its person does, and at that level where no lower unit is known", async () => {
  await raise("4 ID.SHARED");
  expect(await counts()).toEqual(["689 ID.SHARED 1 1", "70 ID.SHARED 1 1"]);
  expect(await counts("at_this_level")).toEqual(["689 ID.SHARED 1 1"]);
});

test("quarantined and repeated rows count where they say that the person lives, else at the root; superseded ones do not", async () => {
  await raise(
    "5 DATE.MISSING",
    "6 DATE.MISSING",
    "7 DATE.MISSING",
    "8 UNIT.UNKNOWN",
    "9 LOT.FORMAT",
    "10 DATE.MISSING",
  );
  await leaveOut(5, "quarantined", "25195", 11);
  await leaveOut(6, "quarantined", "25195", 11);
  await leaveOut(7, "exact_duplicate", "25195", null);
  await leaveOut(8, "quarantined", null, 12);
  await leaveOut(9, "superseded", "25195", 12);
  // Nobody is told of by the seventh and the tenth: each stands for itself.
  await leaveOut(10, "quarantined", "25195", null);
  expect(await counts()).toEqual([
    "25195 DATE.MISSING 3 4",
    "689 DATE.MISSING 3 4",
    "70 DATE.MISSING 3 4",
    "70 UNIT.UNKNOWN 1 1",
  ]);
  expect(await counts("at_this_level")).toEqual(["70 UNIT.UNKNOWN 1 1"]);
});

test("issues of whole files and of events are not counted", async () => {
  await raise("0 FILE.ENCODING", "1 STEP.UNKNOWN step e.csv");
  expect(await counts()).toEqual([]);
});

test("few people hide their many rows, and all but few of a unit are hidden too", async () => {
  await db.run(`create table cleaning_progress as
    from (values ('25195', 'all', 20), ('25198', 'all', 20), ('689', 'all', 40), ('689', 'at_this_level', 10)) as t (unit_code, scope, persons)`);
  await db.run(
    "create table issue_code as from (values ('LOT.FORMAT', 'warning', null)) as t (code, effect, ministry_class)",
  );
  await db.run(`create table person_issue_count as from (values
    ('689', 'at_this_level', 'LOT.FORMAT', 8, 8), ('25195', 'all', 'LOT.FORMAT', 2, 12), ('25198', 'all', 'LOT.FORMAT', 18, 18), ('689', 'all', 'LOT.FORMAT', 20, 30)
  ) as t (unit_code, scope, code, persons, records)`);
  expect(
    await lines(
      db,
      `select * exclude (code, effect, ministry_class) from (${sqlFile("published_person_issue_count").sql})`,
    ),
  ).toEqual([
    ...["25195 all ∅ c ∅ c", "25198 all ∅ c ∅ c", "689 all 20 ∅ 30 ∅"],
    // Of its own level there are ten, of whom eight are all but two.
    "689 at_this_level ∅ c ∅ c",
  ]);
});
