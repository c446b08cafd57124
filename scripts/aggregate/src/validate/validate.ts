import { checkSelect, checksFor } from "@tiendo/schema";
import { type RowKind, rowKindNames, rowKinds } from "../read/row-kinds.ts";
import type { Run } from "../run.ts";
import { crossCheck } from "./cross-checks.ts";
import { createIssueTable, fileIssues, structuralIssues } from "./issues.ts";
import { decideOutcomes } from "./outcomes.ts";
import { secondOpinion } from "./second-opinion.ts";

const keys = ["input_file", "record", "line"];

/** Validate: `raw_<kind>` → `accepted_<kind>` and `quarantined_<kind>`, with every issue in `issue`. */
export async function validate(run: Run): Promise<void> {
  await createIssueTable(run.db);
  for (const kind of rowKindNames) await validateKind(run, kind);
  await fileIssues(run);
}

async function validateKind(run: Run, kind: RowKind): Promise<void> {
  const schema = rowKinds[kind];
  await run.db.run(`create table checked_${kind} as ${checkSelect(checksFor(schema), `raw_${kind}`, keys)}`);
  await secondOpinion(run.db, kind, schema);
  await structuralIssues(run.db, kind, schema);
  await crossCheck(run.db, `checks/${kind}`);
  await decideOutcomes(run, kind);
}
