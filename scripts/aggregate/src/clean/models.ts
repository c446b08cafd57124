import type { Database } from "../db.ts";
import { sqlFile } from "../sql-files.ts";

/**
 * The models of the cleaning step in the order in which they build on each other; each is `sql/clean/<name>.sql`. Steps, doses and
 * proposals build on people and not on each other.
 */
export const cleanModels = {
  read: ["file_number", "row_class", "accepted_person", "shared_id", "decision", "correction"],
  rows: ["person_row", "name_twin"],
  exact: ["unit_place", "exact_person", "dose_in"],
  likeness: ["pair_likeness", "name_share"],
  pairs: ["duplicate_pair", "person_edge"],
  people: ["person", "person_key"],
  steps: ["event_in", "event_course", "walked_step", "cleaning_step", "state_change", "subject"],
  doses: ["dose_of_person", "dose_merged", "dose_given", "merged_row"],
  proposals: ["proposal"],
} as const;

// Only name what is there: no copy of all rows, of all doses, of most events.
const views: ReadonlySet<string> = new Set(["accepted_person", "dose_of_person", "cleaning_step", "state_change"]);

/** Builds models one after the other. */
export async function buildCleanModels(db: Database, names: readonly string[]): Promise<void> {
  for (const name of names) await db.run(createModel(name));
}

/** The statement that makes a model a table, or a view of what is there. */
export function createModel(name: string): string {
  return `create or replace ${views.has(name) ? "view" : "table"} ${name} as ${modelSelect(name)}`;
}

/** The select of a model. */
export function modelSelect(name: string): string {
  return sqlFile(`clean/${name}`).sql;
}
