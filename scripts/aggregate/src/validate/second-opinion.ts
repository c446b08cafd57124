import { columnsOf, identifier, zodJudge } from "@tiendo/schema";
import type { z } from "zod";
import type { Database } from "../db.ts";
import { columnsRead } from "../read/checked-select.ts";

const SAMPLE_ROWS = 1000;

/**
 * Judges a sample of rows again by zod itself.
 * @throws {Error} where SQL and zod disagree on a structural rule: a fault of ours that must stop the run
 */
export async function secondOpinion(db: Database, kind: string, schema: z.ZodObject): Promise<void> {
  const read = columnsRead(schema);
  const texts = columnsOf(schema).map(({ name }) =>
    read.has(name) ? `${identifier(`raw_${name}`)} as ${identifier(name)}` : identifier(name),
  );
  const rows = await db.all<Record<string, string | null> & { issue_texts: string | null; record_number: bigint }>(`
    select ${texts.join(", ")}, array_to_string(list_sort(issues), '; ') as issue_texts, record as record_number
    from (${sampleOf(kind)})`);
  const judge = zodJudge(schema);
  for (const { issue_texts, record_number, ...cells } of rows) {
    const inZod = judge(cells).join("; ");
    if ((issue_texts ?? "") !== inZod) {
      throw new Error(`${kind} record ${record_number}: SQL finds [${issue_texts ?? ""}], zod finds [${inZod}]`);
    }
  }
}

/** Half of the sample are rows that break a rule, half are spread evenly over all rows. */
function sampleOf(kind: string): string {
  return `(from stored_${kind} where issues is not null limit ${SAMPLE_ROWS / 2})
    union all
    (from stored_${kind} where record % (select greatest(1, count(*) // ${SAMPLE_ROWS / 2}) from stored_${kind}) = 0 limit ${SAMPLE_ROWS})`;
}
