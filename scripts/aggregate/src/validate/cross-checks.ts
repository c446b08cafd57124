import { isIssueCode, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { type SqlFile, sqlFilesIn } from "../sql-files.ts";
import { issuesFound, rowCheckOf } from "./row-check.ts";

/** What is known of the rows beforehand: a check that would find nothing is left out, since to plan it takes longest. */
export interface Known {
  /** The tables that have rows. */
  tables?: ReadonlySet<string>;
  /** Every `unit_status` that rows about people have. */
  unitStatuses?: ReadonlySet<string>;
  /** How many rows are looked at. */
  rows?: number;
}

// Of more rows two checks at a time want more memory than a small machine has, and are not done sooner.
const MANY_ROWS = 20_000_000;

/**
 * Runs the checks of a folder below `sql/`; each is a select of offending rows, named by its header's first word.
 * @param into the table that takes what they find, of the columns of `issue`
 */
export async function crossCheck(db: Database, folder: string, known: Known = {}, into = "issue"): Promise<void> {
  const checks = sqlFilesIn(folder).filter(({ sql }) => mayFind(sql, known));
  const statements = checkSelects(checks).map((select) => `insert into ${into} ${select}`);
  if ((known.rows ?? 0) <= MANY_ROWS) return db.runEach(statements);
  for (const sql of statements) await db.run(sql);
}

function mayFind(sql: string, { tables, unitStatuses }: Known): boolean {
  const readsSome = tables === undefined || [...tables].some((name) => new RegExp(`\\b${name}\\b`).test(sql));
  const status = /\bunit_status = '(\w+)'/.exec(sql)?.[1];
  return readsSome && (status === undefined || unitStatuses === undefined || unitStatuses.has(status));
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
