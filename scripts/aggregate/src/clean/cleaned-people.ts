import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { literal, type RowKind } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { keptFrom } from "../few-rows.ts";
import { rowsOfPeople } from "../read/run-file.ts";
import type { Run } from "../run.ts";
import { Aside } from "../store/aside.ts";
import { sameFile } from "../store/same-file.ts";

/** The kinds of rows that decide who is who and which dose counts; events decide no more than the steps. */
const deciding: ReadonlySet<RowKind> = new Set(["person_record", "dose_record", "review_decision", "worklist_entry"]);

// Of the analyst's tables: the same files, not written twice.
const ofDesk = ["person", "dose_given", "proposal"] as const;

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
  const named = files
    .flatMap(({ tables }) => tables)
    .filter(({ kind }) => deciding.has(kind))
    .map(({ input_file, kind, key }) => [input_file, kind, key]);
  const hash = createHash("sha256").update(JSON.stringify([rules_version, report.as_of, named]));
  return join(reading.store, `cleaned-${hash.digest("hex").slice(0, 24)}`);
}

/** Keeps what was found for the next run, all of it or nothing. @param clean the folder of the analyst's tables */
export async function keepCleaned(db: Database, clean: string, folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const aside = await Aside.make(`${folder}.partial`);
  const write = ([name, select]: [string, string]) =>
    `copy (${select}) to ${literal(fileOf(aside.folder, name))} (format parquet)`;
  try {
    for (const name of ofDesk) await sameFile(fileOf(clean, name), fileOf(aside.folder, name));
    await db.runEach(Object.entries(asked).map(write));
    await aside.place(folder);
  } finally {
    aside.drop();
  }
}

/** Lets the names of models stand for what an earlier run found. */
export async function readCleaned(db: Database, folder: string): Promise<void> {
  for (const name of [...ofDesk, ...Object.keys(asked)])
    await db.run(`create or replace view ${name} as from read_parquet(${literal(fileOf(folder, name))})`);
}

const fileOf = (folder: string, name: string) => join(folder, `${name}.parquet`);
