import { join } from "node:path";
import { literal, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { isOfPeople } from "../read/checked-select.ts";
import type { StoredTable } from "../store/entry.ts";
import { crossCheck } from "./cross-checks.ts";
import { createIssueTable, structuralIssues } from "./issues.ts";
import { derivePeople } from "./people.ts";
import { secondOpinion } from "./second-opinion.ts";
import { defineKind } from "./views.ts";

/** Folders of checks below `sql/checks` that judge the rows of a kind one by one. */
const checkFolders: Readonly<Record<RowKind, readonly string[]>> = {
  figure: ["figure"],
  person_record: ["identity", "dose"],
  dose_record: ["identity", "dose"],
  cleaning_event: ["cleaning_event"],
  worklist_entry: ["worklist_entry"],
  review_decision: [],
  progress_return: ["progress_return"],
  stock_return: ["stock_return"],
  indicator_return: ["indicator_return"],
  population: ["population"],
};

/**
 * Judges the rows of one table, each by itself, and writes what was found to `<folder>/issue.parquet`; for people also
 * `placed.parquet` and, of their dose groups, `dose.parquet`.
 */
export async function checkTable(
  db: Database,
  { kind, lineOfRecordZero, counts }: StoredTable,
  folder: string,
): Promise<void> {
  await defineKind(db, kind, [{ folder, kind, input_file: "", lineOfRecordZero }]);
  await createIssueTable(db);
  await judgeStructure(db, kind);
  if (isOfPeople(kind)) await derivePeople(db, kind, folder, counts.records_in);
  const known = isOfPeople(kind) ? { unitStatuses: await unitStatuses(db) } : {};
  for (const checks of checkFolders[kind]) await crossCheck(db, `checks/${checks}`, known);
  const issues = `select distinct record, column_name, code, original_value, expected_vi, expected_en from issue`;
  await db.run(`copy (${issues}) to ${literal(join(folder, "issue.parquet"))} (format parquet)`);
  await defineKind(db, kind, []);
}

/** Every `unit_status` of the residences that are written in a table. */
async function unitStatuses(db: Database): Promise<ReadonlySet<string>> {
  const found = await db.all<{ unit_status: string }>("select distinct unit_status from placed");
  return new Set(found.map(({ unit_status }) => unit_status));
}

async function judgeStructure(db: Database, kind: RowKind): Promise<void> {
  await secondOpinion(db, kind, rowKinds[kind].schema);
  await structuralIssues(db, kind, rowKinds[kind].schema);
  if (kind !== "person_record") return;
  await secondOpinion(db, "person_dose", PersonDose);
  await structuralIssues(db, "person_dose", PersonDose, "'dose_' || slot || '_'");
}
