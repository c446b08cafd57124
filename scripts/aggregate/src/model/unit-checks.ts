import { literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { sqlFilesIn } from "../sql-files.ts";
import { checkCode } from "../validate/cross-checks.ts";

/**
 * Fills `unit_finding`: what `sql/checks/unit` finds in the tables of units rather than in a row that somebody sent.
 * @param tables those that the report has: a check that reads none of them is left out
 */
export async function checkUnits(db: Database, tables: readonly string[]): Promise<void> {
  await db.run(`create or replace table unit_finding (code varchar, unit_code varchar, day date, item varchar,
    measure_unit varchar, found bigint, expected bigint)`);
  for (const check of sqlFilesIn("checks/unit")) {
    if (!tables.some((name) => new RegExp(`\\b(from|join) ${name}\\b`).test(check.sql))) continue;
    await db.run(
      `insert into unit_finding by name select ${literal(checkCode(check))} as code, * from (${check.sql}\n)`,
    );
  }
}
