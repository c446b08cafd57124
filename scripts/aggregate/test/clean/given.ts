import { rowKindNames } from "@tiendo/schema";
import { clean } from "../../src/clean/clean.ts";
import type { Database } from "../../src/db.ts";
import { type Given, given } from "../rules/given.ts";

/** Rows that were accepted as they are, cleaned; what needs cleaning is said by `to_clean` as "record code". */
export async function cleaned(rows: Given & { to_clean?: readonly string[] }): Promise<Database> {
  const { to_clean = [], ...sent } = rows;
  const db = await given(sent, true);
  if (!accepting.has(db)) await acceptAll(db);
  accepting.add(db);
  await db.run(
    "create or replace table row_outcome (input_file varchar, record bigint, kind varchar, outcome varchar)",
  );
  await db.run(`create or replace table input_table as
    select distinct input_file, kind from identity
    union
    select input_file, 'cleaning_event' from checked_cleaning_event
    union
    select input_file, 'worklist_entry' from checked_worklist_entry`);
  await db.run("create or replace table issue (input_file varchar, record bigint, column_name varchar, code varchar)");
  for (const text of to_clean) {
    const [record, code] = text.split(" ");
    await db.run(`insert into issue values ('a.csv', ${record}, 'id_number', '${code}')`);
  }
  await clean(db);
  return db;
}

// The database is the same one at each call.
const accepting = new WeakSet<Database>();

/** What is the same whatever rows are sent: each is accepted, and the issues that the tests name. */
async function acceptAll(db: Database): Promise<void> {
  for (const kind of rowKindNames) await db.run(`create or replace view accepted_${kind} as from checked_${kind}`);
  await db.run("create or replace table quarantined_dose (input_file varchar, record bigint, slot integer)");
  await db.run("create or replace table issue_code (code varchar, effect varchar, ministry_class varchar)");
  await db.run(`insert into issue_code values ('ID.MISSING', 'to_clean', 'a'), ('ID.FORMAT', 'to_clean', 'b'),
    ('ID.YEAR', 'to_clean', 'c'), ('NAME.TEST', 'warning', null)`);
}

/** The rows of a query as short texts, in the order of the query. */
export async function lines(db: Database, select: string): Promise<string[]> {
  const rows = await db.all<Record<string, unknown>>(select);
  return rows.map((row) =>
    Object.values(row)
      .map((value) => value ?? "∅")
      .join(" "),
  );
}
