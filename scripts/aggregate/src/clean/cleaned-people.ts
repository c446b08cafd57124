import { join } from "node:path";
import { literal, type RowKind } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { keptFrom } from "../few-rows.ts";
import { rowsOfPeople } from "../read/run-file.ts";
import type { Run } from "../run.ts";
import { contentsOf, isKept, keepFolder, keptFolder, keptTable } from "../store/kept-folder.ts";
import { sameFile } from "../store/same-file.ts";

/** The kinds of rows that decide who is who and which dose counts; events decide no more than the steps. */
const deciding: ReadonlySet<RowKind> = new Set(["person_record", "dose_record", "review_decision", "worklist_entry"]);

// Of the analyst's tables, by the folder they lie in: the same files, not written twice.
const ofDesk = { clean: ["person", "dose_given", "proposal"], models: ["course_count"] } as const;

/** The models that people and doses alone decide: they stand where these do. */
export const modelsOfPeople: readonly string[] = ofDesk.models;

/** What else later steps ask of people and doses, by name. */
const asked = {
  person_row: "select row_id, exact_key, full_name, id_digits, passport_number, phone from person_row",
  person_link: "from person_link",
  person_key: "from person_key",
  merged_row: "from merged_row",
  people_account: "from people_account",
} as const;

/**
 * The folder of the store for what cleaning found of a run's people and doses, named by all that decides it: the rules, the day,
 * and the files by name and content. Null where people are few.
 */
export function cleanedFolder({ reading, rules_version, report, files }: Run): string | null {
  if (rowsOfPeople(files) < keptFrom) return null;
  const contents = contentsOf(files, (kind) => deciding.has(kind));
  return keptFolder(reading.store, "cleaned", [rules_version, report.as_of, contents]);
}

/** Keeps what was found for the next run, all of it or nothing. @param desk the folder of the analyst's folders */
export async function keepCleaned(db: Database, desk: string, folder: string): Promise<void> {
  if (isKept(folder)) return;
  await keepFolder(folder, async (aside) => {
    for (const [place, names] of Object.entries(ofDesk))
      for (const name of names) await sameFile(keptTable(join(desk, place), name), keptTable(aside, name));
    const copies = Object.entries(asked).map(
      ([name, select]) => `copy (${select}) to ${literal(keptTable(aside, name))} (format parquet)`,
    );
    await db.runEach(copies);
  });
}

/** Lets the names of models stand for what an earlier run found. */
export async function readCleaned(db: Database, folder: string): Promise<void> {
  for (const name of [...Object.values(ofDesk).flat(), ...Object.keys(asked)])
    await db.run(`create or replace view ${name} as from read_parquet(${literal(keptTable(folder, name))})`);
}
