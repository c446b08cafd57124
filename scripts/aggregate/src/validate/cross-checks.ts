import { isIssueCode, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { type SqlFile, sqlFilesIn } from "../sql-files.ts";
import { issuesFound, rowCheckOf } from "./row-check.ts";

/**
 * Runs the checks of a folder below `sql/`; each is a select of offending rows, named by its header's first word.
 * @param tables the tables that have rows: a check that reads none of them would find nothing, and is left out
 */
export async function crossCheck(db: Database, folder: string, tables?: ReadonlySet<string>): Promise<void> {
  const checks = sqlFilesIn(folder).filter(
    ({ sql }) => tables === undefined || [...tables].some((name) => new RegExp(`\\b${name}\\b`).test(sql)),
  );
  await db.runEach(checkSelects(checks).map((select) => `insert into issue ${select}`));
}

/** The fewest selects that run these checks: those that see the same rows one by one see them together. */
export function checkSelects(checks: readonly SqlFile[]): string[] {
  const one = checks.map((check) => ({ check, row: rowCheckOf(check, checkCode(check)) }));
  const alone = one.flatMap(({ check, row }) => (row === null ? [selectOf(check)] : []));
  const together = Map.groupBy(
    one.flatMap(({ row }) => (row === null ? [] : [row])),
    ({ from }) => from,
  );
  return [...alone, ...[...together.values()].map(issuesFound)];
}

function selectOf(check: SqlFile): string {
  return `select input_file, record, column_name, ${literal(checkCode(check))}, original_value, expected_vi, expected_en
    from (${check.sql}\n)`;
}

/** The issue code that a check's header begins with. */
export function checkCode(check: SqlFile): string {
  const code = /^[A-Z_]+\.[A-Z_]+/.exec(check.header)?.[0] ?? "";
  if (!isIssueCode(code))
    throw new Error(`check ${check.name} begins with "${check.header.slice(0, 40)}"; expected an issue code`);
  return code;
}
