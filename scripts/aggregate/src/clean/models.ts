import type { Database } from "../db.ts";
import { modelTasks } from "../model-tasks.ts";
import { sqlFile } from "../sql-files.ts";

/**
 * The models of the cleaning step in the order in which they build on each other; each is `sql/clean/<name>.sql`. Steps, doses and
 * proposals build on people and not on each other.
 */
export const cleanModels = {
  read: ["file_number", "accepted_person", "shared_id"],
  told: ["row_class", "decision", "correction", "unit_place"],
  rows: ["person_row", "name_twin"],
  exact: ["exact_person", "dose_in"],
  likeness: ["pair_likeness", "name_share"],
  pairs: ["duplicate_pair", "person_edge"],
  people: ["linked_person", "person", "person_key"],
  steps: ["event_in", "event_course", "walked_step", "cleaning_step", "state_change", "subject"],
  doses: ["dose_of_person", "dose_course", "dose_merged", "dose_given", "merged_row"],
  proposals: ["proposal"],
  account: ["people_account"],
} as const;

// Only name what is there: no copy of all rows, of all doses, of most events.
const views: ReadonlySet<string> = new Set([
  "accepted_person",
  "person",
  "dose_of_person",
  "cleaning_step",
  "state_change",
]);

/** Builds models one after the other. */
export async function buildCleanModels(db: Database, names: readonly string[]): Promise<void> {
  for (const name of names) await db.run(createModel(name));
}

/**
 * Builds models two at a time, each as soon as those of them that it reads are there: hardly one keeps both cores busy all the time.
 * @param names in the order in which they are wanted, a model after what it reads
 */
export async function buildAsReady(db: Database, names: readonly string[]): Promise<void> {
  await db.runTasks(modelTasks(names, modelSelect, createModel));
}

/** The statement that makes a model a table, or a view of what is there. */
export function createModel(name: string): string {
  return `create or replace ${views.has(name) ? "view" : "table"} ${name} as ${modelSelect(name)}`;
}

/** The select of a model. */
export function modelSelect(name: string): string {
  return sqlFile(`clean/${name}`).sql;
}
