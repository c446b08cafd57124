import { join } from "node:path";
import { literal, type RowKind } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { RunTable } from "../read/run-file.ts";
import { sqlFile } from "../sql-files.ts";
import { matchUnits } from "./unit-match.ts";

const PLACED = "placed.parquet";
const DOSES = "dose.parquet";
const FEW_ROWS = 50_000;

/** Defines `identity` and `dose` over the rows of one table of people, and keeps in its folder what took time. */
export async function derivePeople(db: Database, kind: RowKind, folder: string, rows: number): Promise<void> {
  await definePeople(db);
  await matchUnits(db);
  await db.run(`create or replace table placed as ${sqlFile("placed").sql}`);
  await defineIdentity(db, rows);
  await db.run(`copy placed to ${literal(join(folder, PLACED))} (format parquet)`);
  // The doses of a dose record are read from its identity as they are; those of a person record stand in groups.
  if (kind === "person_record") {
    const doses = sqlFile("dose_of_person_record").sql;
    await db.run(`copy (${doses}) to ${literal(join(folder, DOSES))} (format parquet, row_group_size 40960)`);
  }
  await defineDoses(db, kind === "person_record" ? [{ folder, input_file: "" }] : [], rows);
}

/** Defines `identity`, and where its rows are few `bare_identity` over them. */
async function defineIdentity(db: Database, rows: number): Promise<void> {
  await define(db, "identity", sqlFile("identity").sql, rows);
  if (rows <= FEW_ROWS) await db.run("create or replace view bare_identity as from identity");
}

/** Defines `identity`, `dose` and `suspect_dose` over all files of people, as they were derived when each was read. */
export async function gatherPeople(db: Database, tables: readonly RunTable[]): Promise<void> {
  if (tables.length === 0) return;
  const rows = tables.reduce((sum, { stored }) => sum + stored.counts.records_in, 0);
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
  await db.run(`create or replace table suspect_course as ${sqlFile("suspect_course").sql}`);
  await db.run(`create or replace table suspect_dose as ${sqlFile("suspect_dose").sql}`);
}

/** `stored_person`, rows about people of both kinds, and `bare_identity` over them. */
export async function definePeople(db: Database): Promise<void> {
  await db.run(`create or replace view stored_person as
    select 'person_record' as kind, * from stored_person_record
    union all by name
    select 'dose_record' as kind, * from stored_dose_record`);
  await db.run(`create or replace view bare_identity as ${sqlFile("bare_identity").sql}`);
}

async function defineDoses(
  db: Database,
  groups: ReadonlyArray<{ folder: string; input_file: string }>,
  rows: number,
): Promise<void> {
  const stored = groups.map(
    ({ folder, input_file }) =>
      `select * replace (${literal(input_file)} as input_file) from read_parquet(${literal(join(folder, DOSES))})`,
  );
  const selects = [sqlFile("dose_of_dose_record").sql, ...stored].map((select) => `(${select}\n)`);
  await define(db, "dose", selects.join(" union all by name "), rows);
}

/**
 * Defines what the rules read again and again. Few rows are kept in a table below the view: to plan the select anew for each
 * rule takes longer than the rule. Many are not, since a rule reads few of the columns and all of them would fill the memory.
 */
async function define(db: Database, name: string, select: string, rows: number): Promise<void> {
  const few = rows <= FEW_ROWS;
  if (few) await db.run(`create or replace table few_${name} as ${select}`);
  await db.run(`create or replace view ${name} as ${few ? `from few_${name}` : select}`);
}
