import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import type { Database } from "../db.ts";

/** What the cleaning step leaves for worklists, for questions of analysts and for the next steps; all of it person-level. */
export const cleanTables = [
  "person",
  "dose_given",
  "cleaning_step",
  "state_change",
  "subject",
  "correction",
  "proposal",
  "clean_account",
  // Files of people are accounted for here alone.
  "row_account",
] as const;

/** Writes the tables of the cleaning step as Parquet into `<private>/clean`, whole or not at all. */
export async function writeClean(db: Database, privateFolder: string): Promise<void> {
  const [folder, aside] = [join(privateFolder, "clean"), join(privateFolder, "clean.partial")];
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const name of cleanTables)
    await db.run(`copy ${name} to ${literal(join(aside, `${name}.parquet`))} (format parquet)`);
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
}
