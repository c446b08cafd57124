import { type IssueCode, isIssueCode, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { type SqlFile, sqlFilesIn } from "../sql-files.ts";

/**
 * Fills `unit_finding`: what `sql/unit_checks` finds in the tables of units rather than in a row that somebody sent.
 * @param tables those that the report has: a check that reads none of them is left out
 */
export async function checkUnits(db: Database, tables: readonly string[]): Promise<void> {
  await db.run(`create or replace table unit_finding (code varchar, unit_code varchar, day date, item varchar,
    measure_unit varchar, found bigint, expected bigint, whole bigint)`);
  for (const check of sqlFilesIn("unit_checks")) {
    if (!tables.some((name) => new RegExp(`\\b(from|join) ${name}\\b`).test(check.sql))) continue;
    await db.run(
      `insert into unit_finding by name select ${literal(unitCheckCode(check))} as code, * from (${check.sql}\n)`,
    );
  }
}

/** The issue code that a check of units begins with. */
export function unitCheckCode({ name, header }: SqlFile): IssueCode {
  const code = header.split(":")[0] ?? "";
  if (!isIssueCode(code)) throw new Error(`check ${name} begins with "${code}"; expected an issue code`);
  return code;
}
