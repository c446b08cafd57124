import { type PublishedTable, publishedTables, rowKinds } from "@tiendo/schema";
import { hasPeople } from "../clean/clean.ts";
import type { Database } from "../db.ts";
import { modelTasks } from "../model-tasks.ts";
import type { RunFile } from "../read/run-file.ts";
import { sqlFile } from "../sql-files.ts";
import { crossCheck } from "../validate/cross-checks.ts";
import { checkSums } from "./additive.ts";
import { checkDailyParts } from "./daily-parts.ts";
import { checkRepeated } from "./repeated-counts.ts";
import { checkUnits } from "./unit-checks.ts";
import { checkWhatBlocks } from "./what-blocks.ts";

/** The models in the order in which they build on each other; each is `sql/<name>.sql` and becomes the table `<name>`. */
export const models = ["figure_quantity", "figure_claim", "equation"] as const;

/** The models of reports with rows of people, in the same way. */
export const peopleModels = [
  "cleaning_progress",
  "cleaning_daily",
  "pace",
  "pace_needed",
  "what_blocks",
  "person_issue_count",
  "course_count",
  "coverage",
  "dose_weekly",
  "entry_backlog",
  "dose_due",
  "stock_left",
  "stock_and_due",
] as const;

/** The models of reports with returns of units, in the same way. */
const returnModels = [
  "return_due",
  "return_completeness",
  "return_issue_count",
  "snapshot",
  "restatement",
  "indicator_progress",
  "stated",
  "reconciliation",
] as const;

/** Whether any file holds returns of units. */
export function hasReturns(files: readonly RunFile[]): boolean {
  return files.some(({ tables }) => tables.some(({ kind }) => kind.endsWith("_return")));
}

/** The models that read what was found in units. */
const signalModels = ["signals"] as const;

/** The models of a report with these files that are made of returns, or of what was found in units. */
export function returnModelNames(files: readonly RunFile[]): string[] {
  const returned = hasReturns(files);
  return [...(returned ? returnModels : []), ...(returned || hasPeople(files) ? signalModels : [])];
}

/** The models of a report with these files. */
export function modelNames(files: readonly RunFile[]): string[] {
  return [...models, ...(hasPeople(files) ? peopleModels : []), ...returnModelNames(files)];
}

/**
 * Aggregate: every model, then the checks that read models.
 * @param standing the models that are there already, see `cleaned-people`
 */
export async function buildModels(
  db: Database,
  files: readonly RunFile[],
  standing: readonly string[] = [],
): Promise<void> {
  const names = modelNames(files);
  const [last, there] = [new Set<string>(signalModels), new Set(standing)];
  if (!hasPeople(files)) await nobodyCleaned(db);
  await build(db, ["unit_path", "unit_scope", ...names.filter((name) => !last.has(name) && !there.has(name))]);
  await checkCounts(db, files, names);
  await checkUnits(db, hasPeople(files) ? [...names, "dose_given"] : names);
  await build(
    db,
    names.filter((name) => last.has(name)),
  );
  // Units are named where any table counts something in them.
  const tables = names.filter((name) => countsInUnits(name));
  const counted = ["select '' as unit_code where false", ...tables.map((name) => `select unit_code from ${name}`)].join(
    " union ",
  );
  await db.run(`create table counted_unit as ${counted}`);
  await crossCheck(db, "checks/model");
}

/** What each run is held to: sums of units, and counts that several tables have. @throws {Error} where one does not hold */
async function checkCounts(db: Database, files: readonly RunFile[], names: readonly string[]): Promise<void> {
  await checkSums(db, names);
  await checkRepeated(db, names);
  if (!hasPeople(files)) return;
  await checkWhatBlocks(db);
  await checkDailyParts(db);
}

/** Without people nothing is computed that returns could be set against. */
async function nobodyCleaned(db: Database): Promise<void> {
  const states = ["to_list", "listed", "reviewed", "matched", "handed_back", "class_a", "class_b", "class_c"];
  await db.run(`create table cleaning_progress (unit_code varchar, scope varchar, persons bigint, subjects bigint,
    ${states.map((name) => `${name} bigint`).join(", ")})`);
  await db.run("create table entry_backlog (unit_code varchar, doses_in_records bigint)");
  await db.run("create table cleaning_daily (unit_code varchar, day date, cleaned_to_date bigint)");
}

/** Builds models two at a time: hardly one keeps both cores busy all the time. */
async function build(db: Database, names: readonly string[]): Promise<void> {
  const select = (name: string) => sqlFile(name).sql;
  await db.runTasks(modelTasks(names, select, (name) => `create table ${name} as ${select(name)}`));
}

/** Whether a model's public table counts something in units; figures and equations name theirs by themselves. */
function countsInUnits(name: string): boolean {
  const tables: Readonly<Record<string, PublishedTable>> = publishedTables;
  return tables[name]?.fromPeople === true || tables[name]?.fromReturns === true;
}

/** `row_account`, over every file, refused ones too. @throws {Error} where rows do not add up: nothing may be lost */
export async function closeAccounts(db: Database, files: readonly RunFile[]): Promise<void> {
  await loadFiles(db, files);
  // Nothing is merged where people were not told apart.
  await db.run("create table if not exists merged_row (input_file varchar, merged bigint)");
  await db.run(`create or replace table row_account as ${sqlFile("row_account").sql}`);
  const open = await db.all<{ input_file: string }>(`
    select input_file from row_account
    where records_in <> accepted + quarantined + rejected + exact_duplicates + superseded + blank
      or accepted <> kept + merged
      or least(kept, merged, accepted, quarantined, rejected, exact_duplicates, superseded, blank) < 0`);
  if (open.length > 0)
    throw new Error(`the account of rows does not close for ${open.map((row) => row.input_file).join(", ")}`);
}

async function loadFiles(db: Database, files: readonly RunFile[]): Promise<void> {
  await db.run(`create or replace table file (input_file varchar, kind varchar, person_level boolean, status varchar,
    reason_code varchar, reason_vi varchar, reason_en varchar)`);
  await db.append("file", files.flatMap(fileRows));
}

function fileRows({ name, personLevel, refusal, tables }: RunFile) {
  // Nobody knows what a refused file holds: one that lies among files of people is taken for one of them.
  if (refusal !== null) return [[name, null, personLevel, "refused", refusal.code, refusal.text.vi, refusal.text.en]];
  return tables.map(({ input_file, kind, held }) => {
    const reason = held === null ? [null, null, null, null] : ["held", "FILE.MATCH_RATE", held.vi, held.en];
    return [input_file, kind, rowKinds[kind].personLevel, ...reason];
  });
}
