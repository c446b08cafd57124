import type { Database } from "../db.ts";
import { sqlFile } from "../sql-files.ts";

/** `clean_account`: what became of every row, dose and event. @throws {Error} where the outcomes of a kind do not add up */
export async function checkCleanAccount(db: Database): Promise<void> {
  await db.run(`create or replace table clean_account as ${sqlFile("clean/clean_account").sql}`);
  const open = await db.all<{ kind: string; found: number; expected: number }>(`
    select kind, sum(things)::double as found, any_value(things_in)::double as expected
    from clean_account
    group by kind
    having sum(things) <> any_value(things_in) or min(things) < 0`);
  if (open.length === 0) return;
  const list = open.map(({ kind, found, expected }) => `${kind}: outcomes ${found}, accepted ${expected}`);
  throw new Error(`the account of the cleaning step does not close for ${list.join("; ")}`);
}
