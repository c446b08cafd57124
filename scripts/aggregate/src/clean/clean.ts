import type { Database } from "../db.ts";
import type { RunFile } from "../read/run-file.ts";
import { sqlFile } from "../sql-files.ts";
import { findCandidatePairs } from "./candidate-pairs.ts";
import { checkCleanAccount } from "./clean-account.ts";
import { linkPeople } from "./link-people.ts";

/**
 * The models of the cleaning step in the order in which they build on each other; each is `sql/clean/<name>.sql`. Steps, doses and
 * proposals build on people and not on each other.
 */
export const cleanModels = {
  rows: [
    "file_number",
    "row_class",
    "accepted_person",
    "shared_id",
    "decision",
    "correction",
    "person_row",
    "name_twin",
  ],
  exact: ["unit_place", "exact_person", "dose_in"],
  pairs: ["name_share", "duplicate_pair", "person_edge"],
  people: ["person", "person_key"],
  steps: ["event_in", "event_course", "walked_step", "cleaning_step", "state_change", "subject"],
  doses: ["dose_of_person", "dose_merged", "dose_given", "merged_row"],
  proposals: ["proposal"],
} as const;

/**
 * Clean: who is who, which dose counts, where each record stands in the five steps. Reads the accepted rows of people, of
 * events and of filled lists; leaves one row a person in `person`, one a dose in `dose_given`, one a subject in `subject`.
 * @throws {Error} where a row, dose or event is in no outcome or in two: nothing may be lost
 */
export async function clean(db: Database): Promise<void> {
  await db.run(sqlFile("tone_placed").sql);
  await build(db, cleanModels.rows);
  // Few rows are twins', so that they are put right in place.
  await db.run(
    "update person_row set exact_key = name_twin.exact_key from name_twin where name_twin.row_id = person_row.row_id",
  );
  await build(db, cleanModels.exact);
  await findCandidatePairs(db);
  await build(db, cleanModels.pairs);
  await linkPeople(db);
  await build(db, cleanModels.people);
  const { steps, doses, proposals } = cleanModels;
  await db.runChains([steps, doses, proposals].map((models) => models.map(create)));
  await checkCleanAccount(db);
}

/** Whether any file holds people: without people nobody has to be told apart. */
export function hasPeople(files: readonly RunFile[]): boolean {
  return files.some(({ tables }) => tables.some(({ kind }) => kind === "person_record" || kind === "dose_record"));
}

// Only name what is there: no copy of all rows, of all doses, of most events.
const views: ReadonlySet<string> = new Set(["accepted_person", "dose_of_person", "cleaning_step", "state_change"]);

async function build(db: Database, models: readonly string[]): Promise<void> {
  for (const name of models) await db.run(create(name));
}

function create(name: string): string {
  return `create or replace ${views.has(name) ? "view" : "table"} ${name} as ${sqlFile(`clean/${name}`).sql}`;
}
