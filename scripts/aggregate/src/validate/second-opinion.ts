import { identifier, zodJudge } from "@tiendo/schema";
import type { z } from "zod";
import type { Database } from "../db.ts";
import { sentCells } from "../read/checked-select.ts";

const PLACES = 5;
const ROWS_PER_PLACE = 50;
const SAMPLE = 2 * PLACES * ROWS_PER_PLACE;
const FEW_RECORDS = 10_000;

/**
 * Judges a sample of rows again by zod itself.
 * @throws {Error} where SQL and zod disagree on a structural rule: a fault of ours that must stop the run
 */
export async function secondOpinion(db: Database, kind: string, schema: z.ZodObject): Promise<void> {
  const texts = [...sentCells(schema)].map(([name, cell]) => `${cell} as ${identifier(name)}`);
  const rows = await db.all<Record<string, string | null> & { issue_texts: string | null; record_number: bigint }>(`
    select ${texts.join(", ")}, array_to_string(list_sort(issues), '; ') as issue_texts, record as record_number
    from (${await sampleOf(db, kind)})`);
  const judge = zodJudge(schema);
  for (const { issue_texts, record_number, ...cells } of rows) {
    const inZod = judge(cells).join("; ");
    if ((issue_texts ?? "") !== inZod) {
      throw new Error(`${kind} record ${record_number}: SQL finds [${issue_texts ?? ""}], zod finds [${inZod}]`);
    }
  }
}

/** Rows that break a rule and rows spread evenly; among many rows those lie in a few places. */
async function sampleOf(db: Database, kind: string): Promise<string> {
  const [last] = await db.all<{ record: bigint | null }>(`select max(record) as record from stored_${kind}`);
  const records = Number(last?.record ?? 0);
  if (records <= FEW_RECORDS) {
    const step = Math.max(1, Math.floor((2 * records) / SAMPLE));
    return `from stored_${kind} where issues is not null or record % ${step} = 0 limit ${SAMPLE}`;
  }
  const places = Array.from({ length: PLACES }, (_, at) => Math.floor((records * at) / PLACES));
  const broken = `from stored_${kind} where issues is not null limit ${SAMPLE / 2}`;
  // Each place by itself: of places joined by `or` DuckDB would read all that lies between.
  // Of many files that lie together each has such a record.
  const spread = places.map(
    (at) => `from stored_${kind} where record between ${at + 1} and ${at + ROWS_PER_PLACE} limit ${ROWS_PER_PLACE}`,
  );
  return [broken, ...spread].map((select) => `(${select})`).join(" union all ");
}
