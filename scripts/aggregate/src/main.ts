import { Database } from "./db.ts";
import { buildModels } from "./model/models.ts";
import { buildIssueList, writeIssueList } from "./publish/issue-list.ts";
import { protect } from "./publish/protect.ts";
import { publish } from "./publish/publish.ts";
import { read } from "./read/read.ts";
import { loadReference } from "./reference.ts";
import { foldersOf } from "./report/folders.ts";
import { loadReport } from "./report/load-report.ts";
import { ReportError } from "./report/report-error.ts";
import type { Outcome, Run } from "./run.ts";
import { validate } from "./validate/validate.ts";

/** What a run may be told beside the report's name. */
export interface RunOptions {
  data: string;
  asOf?: string | undefined;
  say: (line: string) => void;
}

/**
 * The walk of one report, from raw files to a published folder.
 * @throws {ReportError} for a bad `report.json`, or where no file is usable; the earlier folder stays as it is
 */
export async function aggregate(id: string, { data, asOf, say }: RunOptions): Promise<Outcome> {
  const folders = foldersOf(data, id);
  const report = await loadReport(folders, id, asOf);
  const db = await Database.open();
  try {
    const run: Run = { report, folders, db, files: [], say };
    await loadReference(db, report, folders.reference);
    await read(run);
    refuseNothingUsable(run);
    await validate(run);
    await buildModels(run);
    await buildIssueList(run);
    await protect(run);
    const folder = await publish(run);
    await writeIssueList(run);
    return await outcomeOf(run, folder);
  } finally {
    db.close();
  }
}

function refuseNothingUsable(run: Run): void {
  if (run.files.some(({ refusal }) => refusal === null)) return;
  const found = run.files.map(({ name, refusal }) => `${name}: ${refusal?.text.vi} | ${refusal?.text.en}`).join("; ");
  throw new ReportError(
    `${run.folders.raw}: không có tệp nào dùng được | no usable file; found ${found === "" ? "no file" : found}`,
  );
}

async function outcomeOf(run: Run, folder: string): Promise<Outcome> {
  const [rows] = await run.db.all<Outcome["rows"]>(`
    select sum(records_in)::integer as records_in, sum(accepted)::integer as accepted,
      sum(quarantined)::integer as quarantined, sum(rejected)::integer as rejected
    from row_account`);
  if (rows === undefined) throw new Error("row_account gave no row");
  const refused = run.files.flatMap(({ name, refusal }) =>
    refusal === null ? [] : [{ file: name, code: refusal.code, message: refusal.text }],
  );
  const held = run.files.some((file) => file.held !== null);
  const fine = refused.length === 0 && !held && rows.quarantined + rows.rejected === 0;
  return { exitStatus: fine ? 0 : 1, folder, rows, refused };
}
