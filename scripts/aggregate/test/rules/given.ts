import { literal } from "@tiendo/schema";
import { defineDayWritten } from "../../src/day-written.ts";
import type { Database } from "../../src/db.ts";
import { defineIdProvinces } from "../../src/id-provinces.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { definePeople } from "../../src/validate/people.ts";
import { emptyTables, judge, type TableName } from "./tables.ts";

/** A row as sent: cells by column; also `input_file` (a.csv), `record` (its place in the list, from 1) and `slot`. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The rows of each kind, and what else a check can see. */
export interface Given extends Partial<Record<TableName, readonly Row[]>> {
  asOf?: string;
  edition?: string;
  synthetic?: boolean;
  unit_match?: readonly Row[];
  quarantined?: readonly Row[];
  /** Rules beside those of the reference lists. */
  dose_rules?: readonly Row[];
  vaccine_ages?: readonly Row[];
}

export interface Finding {
  input_file: string;
  record: bigint;
  column_name: string;
  original_value: string | null;
  expected_vi: string | null;
  expected_en: string | null;
}

let shared: Promise<Database> | undefined;
/** The tables that hold rows of the last call, or which of their rows it were. */
const filled = new Set<string>();

/**
 * A database with these rows, `identity` and `dose` made of them. It is the same one at each call, emptied first.
 * @param across whether rows are judged against each other, so that the suspect ones are to be found
 */
export async function given(rows: Given, across = false): Promise<Database> {
  shared ??= prepared();
  const db = await shared;
  for (const written of filled) await db.run(`delete from ${written}`);
  filled.clear();
  const {
    asOf = "2022-04-26",
    edition = "2022",
    synthetic = false,
    unit_match = [],
    quarantined = [],
    dose_rules = [],
    vaccine_ages = [],
    ...kinds
  } = rows;
  await db.run(
    `insert into params values (date ${literal(asOf)}, ${literal(edition)}, '70', 10, 20, ${synthetic}, 28, 18)`,
  );
  filled.add("params");
  await insert(db, "unit_match", unit_match);
  await insert(db, "quarantined", quarantined);
  await addRules(db, { dose_rules, vaccine_ages });
  for (const [kind, sent] of Object.entries(kinds)) {
    const keyed = sent.map((row, at) => ({ input_file: "a.csv", record: at + 1, line: at + 2, ...row }));
    await insert(db, `raw_${kind}`, keyed);
  }
  const sent = new Set(Object.keys(kinds));
  await judgeAll(db, sent);
  await derivePeople(db, sent, across);
  return db;
}

async function prepared(): Promise<Database> {
  const db = await emptyTables();
  await db.run(sqlFile("accentless").sql);
  await defineDayWritten(db);
  return db;
}

// The kinds that are judged since the last call.
let judged: ReadonlySet<string> = new Set();

async function judgeAll(db: Database, kinds: ReadonlySet<string>): Promise<void> {
  for (const kind of new Set([...judged, ...kinds]))
    if (judged.has(kind) !== kinds.has(kind)) await judge(db, kind, kinds.has(kind));
  judged = kinds;
}

const kindsOfPeople = ["person_record", "dose_record"] as const;
// What is derived of none is derived once: most rules are about no people, and most of the others about one kind.
const derived = new Set<string>(kindsOfPeople);
let empty = false;

async function derivePeople(db: Database, kinds: ReadonlySet<string>, across: boolean): Promise<void> {
  const some = [...kindsOfPeople, "person_dose"].some((kind) => kinds.has(kind));
  if (!some && empty) return;
  // Which provinces there are depends on whether people are synthetic.
  await defineIdProvinces(db);
  for (const kind of kindsOfPeople) await deriveStored(db, kind, kinds.has(kind));
  await definePeople(db);
  await db.run(`create or replace table written_place as ${sqlFile("written_place").sql}`);
  await db.run(`create or replace table placed as ${sqlFile("placed").sql}`);
  await db.run(`create or replace table identity as ${sqlFile("identity").sql}`);
  await db.run(`create or replace table dose as (${sqlFile("dose_of_dose_record").sql})
    union all by name (${sqlFile("dose_of_person_record").sql})`);
  for (const name of across || !some ? ["suspect_course", "suspect_dose", "several_named"] : [])
    await db.run(`create or replace table ${name} as ${sqlFile(name).sql}`);
  empty = !some;
}

async function deriveStored(db: Database, kind: string, some: boolean): Promise<void> {
  if (!some && !derived.has(kind)) return;
  await db.run(`create or replace view read_row as from checked_${kind}`);
  await db.run(`create or replace table stored_${kind} as ${sqlFile("read_person").sql}`);
  if (some) derived.add(kind);
  else derived.delete(kind);
}

async function addRules(db: Database, lists: Readonly<Record<string, readonly Row[]>>): Promise<void> {
  for (const [list, rules] of Object.entries(lists)) {
    const added = rules.map((rule) => ({ ...rule, note: "added" }));
    await insert(db, list, added, `${list} where note = 'added'`);
  }
}

async function insert(db: Database, table: string, rows: readonly Row[], inserted = table): Promise<void> {
  filled.add(inserted);
  for (const row of rows) {
    const values = Object.values(row).map((value) => (typeof value === "string" ? literal(value) : String(value)));
    await db.run(`insert into ${table} (${Object.keys(row).join(", ")}) values (${values.join(", ")})`);
  }
}

/** What a check finds in these rows, in the order of files, records and columns. */
export async function findings(check: string, rows: Given): Promise<Finding[]> {
  const db = await given(rows, check.startsWith("across/"));
  return db.all<Finding>(`select * from (${sqlFile(`checks/${check}`).sql}\n) order by all`);
}
