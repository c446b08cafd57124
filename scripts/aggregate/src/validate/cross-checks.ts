import { isIssueCode, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { type SqlFile, sqlFilesIn } from "../sql-files.ts";

/** Runs every check of a folder below `sql/`; each is a select of offending rows, named by its header's first word. */
export async function crossCheck(db: Database, folder: string): Promise<void> {
  for (const check of sqlFilesIn(folder)) {
    await db.run(`insert into issue
      select input_file, record, column_name, ${literal(checkCode(check))}, original_value, expected_vi, expected_en
      from (${check.sql}\n)`);
  }
}

/** The issue code that a check's header begins with. */
export function checkCode(check: SqlFile): string {
  const code = /^[A-Z_]+\.[A-Z_]+/.exec(check.header)?.[0] ?? "";
  if (!isIssueCode(code))
    throw new Error(`check ${check.name} begins with "${check.header.slice(0, 40)}"; expected an issue code`);
  return code;
}
