import { columnsOf, identifier, zodJudge } from "@tiendo/schema";
import type { z } from "zod";
import type { Database } from "../db.ts";

const SAMPLE_ROWS = 1000;

/**
 * Judges a sample of rows again by zod itself.
 * @throws {Error} where SQL and zod disagree on a structural rule: a fault of ours that must stop the run
 */
export async function secondOpinion(db: Database, kind: string, schema: z.ZodObject): Promise<void> {
  const names = columnsOf(schema)
    .map(({ name }) => `raw.${identifier(name)}`)
    .join(", ");
  // Every row that breaks a rule may be in the sample as well as any that breaks none: hash order mixes them.
  const rows = await db.all<
    Record<string, string | null> & {
      issues: { items: string[] } | string[] | null;
      input_file: string;
      record: bigint;
    }
  >(`
    select ${names}, checked.issues, input_file, record
    from checked_${kind} as checked join raw_${kind} as raw using (input_file, record)
    order by hash(input_file, record) limit ${SAMPLE_ROWS}`);
  const judge = zodJudge(schema);
  for (const { issues, input_file, record, ...cells } of rows) {
    const inSql = [...((issues as string[] | null) ?? [])].sort().join("; ");
    const inZod = judge(cells).join("; ");
    if (inSql !== inZod) throw new Error(`${input_file} record ${record}: SQL finds [${inSql}], zod finds [${inZod}]`);
  }
}
