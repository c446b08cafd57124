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

/** A table that was read, and the folder where its rows lie and where what is found of them goes. */
interface ReadTable {
  stored: StoredTable;
  folder: string;
  nth: number | null;
}

/**
 * Judges the rows of tables of one kind, each by itself, and writes what was found to `<folder>/issue.parquet` of each; for
 * people also `placed.parquet` and, of their dose groups, `dose.parquet`.
 */
export async function checkTables(db: Database, kind: RowKind, tables: readonly ReadTable[]): Promise<void> {
  const parts = tables.map(({ stored: { lineOfRecordZero }, folder, nth }, at) => ({
    folder,
    nth,
    kind,
    input_file: String(at),
    lineOfRecordZero,
  }));
  await defineKind(db, kind, parts);
  await createIssueTable(db);
  await judgeStructure(db, kind);
  const stored = tables.map((table) => table.stored);
  if (isOfPeople(kind)) await derivePeople(db, kind, parts, stored);
  const known = isOfPeople(kind) ? { unitStatuses: await unitStatuses(db) } : {};
  for (const checks of checkFolders[kind]) await crossCheck(db, `checks/${checks}`, known);
  for (const folder of new Set(parts.map((part) => part.folder))) await writeIssues(db, kind, folder);
  await defineKind(db, kind, []);
}

/** What was found of the tables whose rows lie in a folder. */
async function writeIssues(db: Database, kind: RowKind, folder: string): Promise<void> {
  await db.run(`copy (
      select distinct nth, record, column_name, code, original_value, expected_vi, expected_en
      from issue join part_${kind} using (input_file) where folder = ${literal(folder)}
    ) to ${literal(join(folder, "issue.parquet"))} (format parquet)`);
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
