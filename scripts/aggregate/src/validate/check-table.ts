import { join } from "node:path";
import { literal, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { sqlFile } from "../sql-files.ts";
import type { StoredTable } from "../store/entry.ts";
import { crossCheck } from "./cross-checks.ts";
import { createIssueTable, structuralIssues } from "./issues.ts";
import { secondOpinion } from "./second-opinion.ts";
import { matchUnits } from "./unit-match.ts";
import { defineKind } from "./views.ts";

/** Folders of checks below `sql/checks` that judge the rows of a kind one by one. */
const checkFolders: Readonly<Record<RowKind, readonly string[]>> = {
  figure: ["figure"],
  person_record: ["identity", "dose"],
  dose_record: ["identity", "dose"],
  cleaning_event: ["cleaning_event"],
  worklist_entry: ["worklist_entry"],
  review_decision: ["review_decision"],
  progress_return: ["progress_return"],
  stock_return: ["stock_return"],
  indicator_return: ["indicator_return"],
  population: ["population"],
};

/**
 * Judges the rows of one table, each by itself, and writes what was found to `<folder>/issue.parquet`; for people also
 * `identity.parquet` and `dose.parquet`, their rows as the rules see them.
 */
export async function checkTable(db: Database, { kind, lineOfRecordZero }: StoredTable, folder: string): Promise<void> {
  await defineKind(db, kind, [{ folder, kind, input_file: "", lineOfRecordZero }]);
  await createIssueTable(db);
  await judgeStructure(db, kind);
  if (kind === "person_record" || kind === "dose_record") await derivePeople(db, kind, folder);
  for (const checks of checkFolders[kind]) await crossCheck(db, `checks/${checks}`);
  const issues = `select distinct record, column_name, code, original_value, expected_vi, expected_en from issue`;
  await db.run(`copy (${issues}) to ${literal(join(folder, "issue.parquet"))} (format parquet)`);
  await defineKind(db, kind, []);
}

async function judgeStructure(db: Database, kind: RowKind): Promise<void> {
  await secondOpinion(db, kind, rowKinds[kind].schema);
  await structuralIssues(db, kind, rowKinds[kind].schema);
  if (kind !== "person_record") return;
  await secondOpinion(db, "person_dose", PersonDose);
  await structuralIssues(db, "person_dose", PersonDose, "'dose_' || slot || '_'");
}

/** Writes the rows as the rules about people and doses see them, once, and reads them from there. */
async function derivePeople(db: Database, kind: RowKind, folder: string): Promise<void> {
  await matchUnits(db);
  await derive(db, "identity", "identity", folder);
  // The doses of a dose record are read from its identity as they are; those of a person record stand in groups.
  if (kind === "person_record") await derive(db, "dose", "dose_of_person_record", folder);
  else await db.run(`create or replace view dose as ${sqlFile("dose_of_dose_record").sql}`);
}

// The writer holds a row group of every column on each core: a third of its usual size keeps that below 100 MB.
const ROW_GROUP = "format parquet, row_group_size 40960";

async function derive(db: Database, name: string, model: string, folder: string): Promise<void> {
  const path = literal(join(folder, `${name}.parquet`));
  await db.run(`copy (${sqlFile(model).sql}) to ${path} (${ROW_GROUP})`);
  await db.run(`create or replace view ${name} as from read_parquet(${path})`);
}
