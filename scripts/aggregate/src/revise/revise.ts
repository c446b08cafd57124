import { literal } from "@tiendo/schema";
import { hasPeople } from "../clean/clean.ts";
import { hasReturns } from "../model/models.ts";
import type { RunFile } from "../read/run-file.ts";
import type { Run } from "../run.ts";
import { sqlFile } from "../sql-files.ts";
import { arrivedSince } from "./arrived-since.ts";
import { compareSelects } from "./compare-selects.ts";
import type { EarlierRelease } from "./earlier-release.ts";

/** The models that say which rows came in since the release before; each is `sql/revise/<name>.sql`. */
function arrivedNames(files: readonly RunFile[]): string[] {
  return [
    "arrived_statement",
    ...(hasReturns(files) ? ["arrived_return"] : []),
    ...(hasPeople(files) ? ["arrived_record"] : []),
  ];
}

/** The models of what changed beside the comparison of tables; each is `sql/revise/<name>.sql`. */
function revisedNames(files: readonly RunFile[]): string[] {
  return hasReturns(files) ? ["revised_return"] : [];
}

/** The models by which a run with these files is compared with the release before. */
export function reviseNames(files: readonly RunFile[]): string[] {
  return [...arrivedNames(files), ...revisedNames(files)];
}

/**
 * Revise: `revised_number` is what the release before stated otherwise, `arrived_row` the units and days that rows which came
 * in since speak of. Reads public tables from which all that is hidden is gone, and lists nothing else.
 * @returns how many numbers changed; null where there is no release before
 */
export async function revise(run: Run): Promise<number | null> {
  await defineTables(run);
  if (run.earlier === null) return null;
  await loadArrived(run, run.earlier);
  for (const name of arrivedNames(run.files)) await run.db.run(`insert into arrived_row ${bodyOf(name)}`);
  for (const select of [...(await compareSelects(run, run.earlier)), ...revisedNames(run.files).map(bodyOf)])
    await run.db.run(`insert into revised_number ${select}`);
  const [counted] = await run.db.all<{ revised: number }>("select count(*)::double as revised from revised_number");
  return counted?.revised ?? 0;
}

async function defineTables({ db }: Run): Promise<void> {
  await db.run(`create table revised_number (table_name varchar, unit_code varchar, day date, item varchar,
    column_name varchar, before double, after double)`);
  await db.run("create table arrived_file (input_file varchar)");
  await db.run("create table arrived_row (table_name varchar, unit_code varchar, day date, reason varchar)");
  await db.run("create table release_before (earlier_as_of date, rules_before varchar, rules_after varchar)");
}

async function loadArrived({ db, files, rules_version }: Run, earlier: EarlierRelease): Promise<void> {
  await db.append(
    "arrived_file",
    arrivedSince(files, earlier).map((name) => [name]),
  );
  const { rules_version: before } = earlier.described.tiendo;
  await db.run(`insert into release_before values (${literal(earlier.as_of)},
    ${before === undefined ? "null" : literal(before)}, ${literal(rules_version)})`);
}

const bodyOf = (name: string) => sqlFile(`revise/${name}`).sql;
