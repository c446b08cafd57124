import { literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { RunTable } from "../read/run-file.ts";
import { sqlFile } from "../sql-files.ts";
import { isKept, keepFolder, keptTable } from "../store/kept-folder.ts";
import { crossCheck } from "./cross-checks.ts";
import { createIssueTable } from "./issues.ts";
import { duplicates } from "./outcomes.ts";

// What is found of people among each other: the issues, which rows were sent twice, and which numbers bear several names.
const findings = ["across_issue", "person_sent_twice", "several_named"] as const;

/**
 * Judges rows about people against each other: their issues go into `issue`, `person_sent_twice` names the rows of both kinds
 * that say what another one says, and `several_named` the numbers that bear several names. With the same files on the same day
 * under the same rules the same is found, and read again.
 * @param names the tables that the checks may read, see `crossCheck`
 * @param folder where the findings are kept, null for nowhere
 */
export async function acrossPeople(
  db: Database,
  tables: readonly RunTable[],
  names: ReadonlySet<string>,
  folder: string | null,
): Promise<void> {
  const known = isKept(folder);
  await (known ? readFindings(db, folder) : findAcross(db, tables, names));
  await db.run("insert into issue from across_issue");
  if (folder !== null && !known) await keepFindings(db, folder);
  await db.run("drop table across_issue");
}

async function findAcross(db: Database, tables: readonly RunTable[], names: ReadonlySet<string>): Promise<void> {
  await createIssueTable(db, "across_issue");
  if (tables.length > 0)
    for (const name of ["suspect_course", "suspect_dose", "several_named"])
      await db.run(`create or replace table ${name} as ${sqlFile(name).sql}`);
  const rows = tables.reduce((sum, { stored }) => sum + stored.counts.records_in, 0);
  await crossCheck(db, "checks/across", { tables: names, rows }, "across_issue");
  await db.run("create or replace table person_sent_twice (kind varchar, input_file varchar, record bigint)");
  for (const kind of new Set(tables.map((table) => table.kind)))
    await db.run(`insert into person_sent_twice select ${literal(kind)}, * from (${duplicates(kind)}\n)`);
}

async function readFindings(db: Database, folder: string): Promise<void> {
  for (const name of findings)
    await db.run(`create or replace table ${name} as from read_parquet(${literal(keptTable(folder, name))})`);
}

async function keepFindings(db: Database, folder: string): Promise<void> {
  await keepFolder(folder, async (aside) => {
    for (const name of findings) await db.run(`copy ${name} to ${literal(keptTable(aside, name))} (format parquet)`);
  });
}
