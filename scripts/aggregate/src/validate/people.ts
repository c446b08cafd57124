import { join } from "node:path";
import { literal, type RowKind } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { fewRows } from "../few-rows.ts";
import type { RunTable } from "../read/run-file.ts";
import { sqlFile } from "../sql-files.ts";
import type { StoredTable } from "../store/entry.ts";
import { matchUnits } from "./unit-match.ts";
import type { Part } from "./views.ts";

const PLACED = "placed.parquet";
const DOSES = "dose.parquet";
const DOSES_PER_GROUP = 40_960;

// The table whose people stand in `few_identity` and `few_dose` of a database since it was read.
const derived = new WeakMap<Database, StoredTable>();

/**
 * Defines `identity` and `dose` over the rows of tables of people, and keeps in their folders what took time.
 * @param tables the same as the parts, as they are stored
 */
export async function derivePeople(
  db: Database,
  kind: RowKind,
  parts: readonly Part[],
  tables: readonly StoredTable[],
): Promise<void> {
  const rows = rowsIn(tables);
  await definePeople(db);
  await db.run(`create or replace table written_place as ${sqlFile("written_place").sql}`);
  await matchUnits(db);
  await db.run(`create or replace table placed as ${sqlFile("placed").sql}`);
  await defineIdentity(db, rows);
  for (const folder of foldersOf(parts)) await writePlaces(db, kind, folder, foldersOf(parts).length);
  // The doses of a dose record are read from its identity as they are; those of a person record stand in groups.
  if (kind === "person_record") await keepDoses(db, parts, rows);
  else await defineDoses(db, [], rows);
  const [first, second] = tables;
  if (first !== undefined && second === undefined && rows <= fewRows) derived.set(db, first);
  else derived.delete(db);
}

/** Where the residences lie that are written in the tables of one of so many folders. */
async function writePlaces(db: Database, kind: RowKind, folder: string, folders: number): Promise<void> {
  const own = `semi join (
      select place_key from identity join part_${kind} using (input_file) where folder = ${literal(folder)}
    ) using (place_key)`;
  await db.run(`copy (from placed ${folders === 1 ? "" : own}) to ${literal(join(folder, PLACED))} (format parquet)`);
}

function foldersOf(parts: readonly Part[]): string[] {
  return [...new Set(parts.map(({ folder }) => folder))];
}

/** Defines `dose` over the doses of person records and keeps them in their folders; few are judged from the table they come from. */
async function keepDoses(db: Database, parts: readonly Part[], rows: number): Promise<void> {
  const doses = sqlFile("dose_of_person_record").sql;
  if (rows <= fewRows) await define(db, "dose", doses, rows);
  const source = rows <= fewRows ? "dose" : `(${doses}\n)`;
  for (const folder of foldersOf(parts)) {
    await db.run(`copy (
        select nth, dose.* exclude (input_file, kind, column_prefix, entered_on, full_name)
        from ${source} as dose join part_person_record using (input_file) where folder = ${literal(folder)}
      ) to ${literal(join(folder, DOSES))} (format parquet, row_group_size ${DOSES_PER_GROUP})`);
  }
  if (rows > fewRows) await defineDoses(db, parts, rows);
}

/** Defines `identity`, and where its rows are few `bare_identity` over them. */
async function defineIdentity(db: Database, rows: number): Promise<void> {
  await define(db, "identity", sqlFile("identity").sql, rows);
  if (rows <= fewRows) await db.run("create or replace view bare_identity as from identity");
}

/** Defines `identity` and `dose` over all files of people, as they were derived when each was read. */
export async function gatherPeople(db: Database, tables: readonly RunTable[]): Promise<void> {
  const [first, second] = tables;
  if (first === undefined) return;
  const known = second === undefined && derived.get(db) === first.stored;
  await (known ? renameDerived(db, first.input_file) : definePeopleOf(db, tables));
}

/** The only table of people is called by its file's name, and is not derived again from what was stored of it. */
async function renameDerived(db: Database, name: string): Promise<void> {
  for (const view of ["identity", "dose"])
    await db.run(
      `create or replace view ${view} as select * replace (${literal(name)} as input_file) from few_${view}`,
    );
  await db.run("create or replace view bare_identity as from identity");
}

async function definePeopleOf(db: Database, tables: readonly RunTable[]): Promise<void> {
  const rows = rowsIn(tables.map(({ stored }) => stored));
  const places = tables.map(({ folder }) => literal(join(folder, PLACED)));
  await definePeople(db);
  await db.run(`create or replace table placed as
    select distinct on (place_key) * from read_parquet([${places.join(", ")}])`);
  await defineIdentity(db, rows);
  await defineDoses(
    db,
    tables.filter(({ kind }) => kind === "person_record"),
    rows,
  );
}

function rowsIn(tables: readonly StoredTable[]): number {
  return tables.reduce((sum, { counts }) => sum + counts.records_in, 0);
}

/** `stored_person`, rows about people of both kinds, and `bare_identity` over them. */
export async function definePeople(db: Database): Promise<void> {
  await db.run(`create or replace view stored_person as
    select 'person_record' as kind, * from stored_person_record
    union all by name
    select 'dose_record' as kind, * from stored_dose_record`);
  await db.run(`create or replace view bare_identity as ${sqlFile("bare_identity").sql}`);
}

async function defineDoses(db: Database, parts: readonly Part[], rows: number): Promise<void> {
  const selects = [sqlFile("dose_of_dose_record").sql, ...storedDoses(parts)].map((select) => `(${select}\n)`);
  await define(db, "dose", selects.join(" union all by name "), rows);
}

/** The doses of person records as they were derived when each file was read, under the names that the files have now. */
function storedDoses(parts: readonly Part[]): string[] {
  if (parts.length === 0) return [];
  const files = foldersOf(parts).map((folder) => literal(join(folder, DOSES)));
  return [
    `select part.input_file, 'person_record' as kind, 'dose_' || dose_number || '_' as column_prefix, dose.* exclude (filename, nth)
    from read_parquet([${files.join(", ")}], filename = true) as dose
    join part_person_record as part on part.folder = parse_dirpath(dose.filename) and part.nth = dose.nth`,
  ];
}

/**
 * Defines what the rules read again and again. Few rows are kept in a table below the view: to plan the select anew for each
 * rule takes longer than the rule. Many are not, since a rule reads few of the columns and all of them would fill the memory.
 */
async function define(db: Database, name: string, select: string, rows: number): Promise<void> {
  const few = rows <= fewRows;
  if (few) await db.run(`create or replace table few_${name} as ${select}`);
  await db.run(`create or replace view ${name} as ${few ? `from few_${name}` : select}`);
}
