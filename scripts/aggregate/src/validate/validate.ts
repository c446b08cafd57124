import { join } from "node:path";
import { literal, type RowKind } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { isOfPeople } from "../read/checked-select.ts";
import type { RunFile, RunTable } from "../read/run-file.ts";
import { acrossPeople } from "./across-people.ts";
import { crossCheck } from "./cross-checks.ts";
import { createIssueTable } from "./issues.ts";
import { decideOutcomes, splitRows } from "./outcomes.ts";
import { gatherPeople } from "./people.ts";
import { findQuarantined, holdTables } from "./quarantine.ts";
import { defineKind } from "./views.ts";

// Models read these kinds whether a file holds any or not.
export const kindsOfModels: readonly RowKind[] = [
  "figure",
  "cleaning_event",
  "worklist_entry",
  "review_decision",
  "progress_return",
  "stock_return",
  "population",
];

/**
 * Validate, over all files at once: gathers what was found in each row by itself, judges rows against each other, and
 * decides what becomes of each: `accepted_<kind>`, `quarantined_<kind>`, and `row_outcome` for those not accepted.
 * @param wanted kinds that are read afterwards, though no file may hold any
 * @param findings where what is found of people among each other is kept for the next run, see `findingsFolder`; null for nowhere
 */
export async function validate(
  db: Database,
  files: readonly RunFile[],
  wanted: readonly RowKind[] = kindsOfModels,
  findings: string | null = null,
): Promise<void> {
  const tables = files.flatMap((file) => file.tables);
  // Kinds without a table were left without rows when files were read.
  for (const kind of new Set(tables.map((table) => table.kind))) await defineKind(db, kind, tables);
  await createTableList(db, tables);
  await gatherIssues(db, files);
  const [people, others] = [
    tables.filter(({ kind }) => isOfPeople(kind)),
    tables.filter(({ kind }) => !isOfPeople(kind)),
  ];
  await gatherPeople(db, people);
  // What depends on the day of the report is not stored with a file, which is judged once for every day.
  await crossCheck(db, "checks/day", { tables: tablesRead(tables) });
  await holdTables(db, tables);
  await findQuarantined(db);
  await crossCheck(db, "checks/across", { tables: tablesRead(others) });
  await acrossPeople(db, people, tablesRead(people), findings);
  await db.run(
    "create or replace table row_outcome (input_file varchar, record bigint, kind varchar, outcome varchar)",
  );
  const present = new Set(tables.map(({ kind }) => kind));
  for (const kind of present) await decideOutcomes(db, kind);
  for (const kind of wanted.filter((one) => !present.has(one))) await splitRows(db, kind);
}

/** `input_table`: one row a table of a file, with its kind, its key and what was read of it. */
async function createTableList(db: Database, tables: readonly RunTable[]): Promise<void> {
  await db.run(`create or replace table input_table (input_file varchar, kind varchar, key varchar, records_in bigint,
    rejected bigint, blank bigint)`);
  await db.append(
    "input_table",
    tables.map(({ input_file, kind, key, stored: { counts } }) => [
      input_file,
      kind,
      key,
      BigInt(counts.records_in),
      BigInt(counts.rejected),
      BigInt(counts.blank),
    ]),
  );
}

async function gatherIssues(db: Database, files: readonly RunFile[]): Promise<void> {
  await createIssueTable(db);
  const tables = files.flatMap((file) => file.tables);
  await createFolderList(db, tables);
  await gatherFrom(db, tables, "issue.parquet", "original_value", "and input_folder.nth = said.nth");
  const rejecting = tables.filter(({ stored }) => stored.counts.rejected > 0);
  await gatherFrom(db, rejecting, "rejected-*.parquet", "found");
  await db.append("issue", tables.flatMap(notesOf));
  await db.append("issue", replays(files));
}

/** `input_folder`: where what is stored of each table lies; two names for the same bytes share it. */
async function createFolderList(db: Database, tables: readonly RunTable[]): Promise<void> {
  await db.run("create or replace table input_folder (input_file varchar, folder varchar, nth integer)");
  await db.append(
    "input_folder",
    tables.map(({ input_file, folder, nth }) => [input_file, folder, nth ?? 0]),
  );
}

/**
 * Adds to `issue` what Parquet files of one name say in each table's folder; `found` is their column of what was sent.
 * @param own what further tells a table from others of its folder
 */
async function gatherFrom(
  db: Database,
  tables: readonly RunTable[],
  name: string,
  found: string,
  own = "",
): Promise<void> {
  const places = [...new Set(tables.map(({ folder }) => literal(join(folder, name))))];
  if (places.length === 0) return;
  await db.run(`insert into issue
    select input_folder.input_file, record, column_name, code, ${found}, expected_vi, expected_en
    from read_parquet([${places.join(", ")}], filename = true) as said
    join input_folder on input_folder.folder = parse_dirpath(said.filename) ${own}`);
}

function notesOf({ input_file, stored }: RunTable) {
  return stored.notes.map(({ code, column, found, expected }) => [
    input_file,
    0n,
    column,
    code,
    found,
    expected,
    expected,
  ]);
}

/** The same bytes under another name: said, since its rows will all count as repeated. */
function replays(files: readonly RunFile[]) {
  const seen = new Map<string, string>();
  return files.flatMap(({ name, sha256, tables }) => {
    const first = sha256 === null ? undefined : seen.get(sha256);
    if (sha256 !== null && first === undefined) seen.set(sha256, name);
    return first === undefined
      ? []
      : tables.map(({ input_file }) => [input_file, 0n, "", "FILE.REPLAY", first, "", ""]);
  });
}

/** The tables that across-checks read, of those that have rows. */
function tablesRead(tables: readonly RunTable[]): Set<string> {
  const kinds = tables.map(({ kind }) => `checked_${kind}`);
  return new Set([
    ...kinds,
    ...(tables.some(({ kind }) => isOfPeople(kind))
      ? ["identity", "bare_identity", "dose", "suspect_dose", "suspect_course"]
      : []),
  ]);
}
