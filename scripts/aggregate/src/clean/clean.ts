import type { Database } from "../db.ts";
import type { RunFile } from "../read/run-file.ts";
import { sqlFile } from "../sql-files.ts";
import { findCandidatePairs } from "./candidate-pairs.ts";
import { checkCleanAccount } from "./clean-account.ts";
import { cleanInParts } from "./clean-in-parts.ts";
import { readCleaned } from "./cleaned-people.ts";
import { linkPeople } from "./link-people.ts";
import { buildAsReady, buildCleanModels, cleanModels } from "./models.ts";
import type { Parts } from "./parts.ts";

/**
 * Clean: who is who, which dose counts, where each record stands in the five steps. Reads the accepted rows of people, of
 * events and of filled lists; leaves one row a person in `person`, one a dose in `dose_given`, one a subject in `subject`.
 * @param parts where people are too many to be held in memory at once, the parts that are; what is found is the same
 * @param cleaned the folder where an earlier run left the same people and doses, see `cleaned-people`; null where none did
 * @throws {Error} where a row, dose or event is in no outcome or in two: nothing may be lost
 */
export async function clean(db: Database, parts: Parts | null = null, cleaned: string | null = null): Promise<void> {
  for (const macro of ["tone_placed", "state_entered"]) await db.run(sqlFile(macro).sql);
  if (cleaned === null) await cleanAnew(db, parts);
  else await cleanSteps(db, cleaned);
  await checkCleanAccount(db);
}

async function cleanAnew(db: Database, parts: Parts | null): Promise<void> {
  await (parts === null ? cleanAtOnce(db) : cleanInParts(db, parts));
  await buildCleanModels(db, cleanModels.account);
}

/** The steps alone: people and their doses are as they were. */
async function cleanSteps(db: Database, cleaned: string): Promise<void> {
  await buildCleanModels(db, ["file_number", "correction"]);
  await readCleaned(db, cleaned);
  await buildAsReady(db, cleanModels.steps);
}

/** Whether any file holds people: without people nobody has to be told apart. */
export function hasPeople(files: readonly RunFile[]): boolean {
  return files.some(({ tables }) => tables.some(({ kind }) => kind === "person_record" || kind === "dose_record"));
}

async function cleanAtOnce(db: Database): Promise<void> {
  await buildAsReady(db, ["file_number", "accepted_person", "shared_id", ...cleanModels.told, ...cleanModels.rows]);
  // Few rows are twins', so that they are put right in place.
  await db.run(
    "update person_row set exact_key = name_twin.exact_key from name_twin where name_twin.row_id = person_row.row_id",
  );
  await buildCleanModels(db, ["exact_person"]);
  await findCandidatePairs(db);
  await buildAsReady(db, [...cleanModels.likeness, "dose_in", ...cleanModels.pairs]);
  await linkPeople(db);
  const { people, steps, doses, proposals } = cleanModels;
  await buildAsReady(db, [...people, ...steps, ...doses, ...proposals]);
}
