import { join } from "node:path";
import { clean, hasPeople } from "./clean/clean.ts";
import { cleanTables } from "./clean/clean-tables.ts";
import { partCount } from "./clean/part-count.ts";
import { Parts } from "./clean/parts.ts";
import { Database } from "./db.ts";
import { writeDesk } from "./desk/desk-folder.ts";
import { bytesOfSize, defaultMemory } from "./memory-size.ts";
import { buildModels, closeAccounts, modelNames } from "./model/models.ts";
import { recoverFolders } from "./publish/files.ts";
import { buildIssueList, writeIssueList } from "./publish/issue-list.ts";
import { buildPublished, protect } from "./publish/protect.ts";
import { publish } from "./publish/publish.ts";
import { read } from "./read/read.ts";
import { loadReference } from "./reference.ts";
import { refuseWithoutEarlier } from "./report/earlier-folders.ts";
import { type Folders, foldersOf } from "./report/folders.ts";
import { loadReport } from "./report/load-report.ts";
import { ReportError } from "./report/report-error.ts";
import { earlierRelease } from "./revise/earlier-release.ts";
import { revise } from "./revise/revise.ts";
import { readSentFolders } from "./rollup/read-sent.ts";
import { rollUp } from "./rollup/roll-up.ts";
import { isAdded, type SentFolder } from "./rollup/sent-folder.ts";
import { rulesHash, rulesVersion } from "./rules-hash.ts";
import type { Outcome, RowTotals, Run } from "./run.ts";
import { Stages } from "./stages.ts";
import { earlierSeconds } from "./state.ts";
import { pruneStore } from "./store/prune.ts";
import { validate } from "./validate/validate.ts";
import { defineViews } from "./validate/views.ts";

/** What a run may be told beside the report's name. */
export interface RunOptions {
  data: string;
  asOf?: string | undefined;
  /** What DuckDB may take, such as "8GB"; by default three quarters of the machine's memory. */
  memory?: string | undefined;
  /** Where what does not fit in memory goes; it may hold rows of people, and lies under `data/private` by default. */
  spill?: string | undefined;
  /** In how many parts people are cleaned, by default as many as memory asks for; what is published is the same. */
  partitions?: number | undefined;
  /** Whether this is the report's last day, by default so: what no later run will read again is then thrown away. */
  latest?: boolean;
  /** Whether no release is known before this one, though the report began earlier. */
  firstRelease?: boolean;
  say: (line: string) => void;
}

/**
 * The walk of one report, from raw files to a published folder.
 * @throws {ReportError} for a bad `report.json`, person-level files in the wrong place, or where no file is usable; the
 *   earlier folder stays as it is
 */
export async function aggregate(id: string, options: RunOptions): Promise<Outcome> {
  const { data, asOf, latest = true, firstRelease = false, say } = options;
  const folders = foldersOf(data, id);
  const report = await loadReport(folders, id, asOf);
  await recoverFolders(folders.published);
  const stages = new Stages(say, await earlierSeconds(folders, report.as_of));
  const memory = options.memory ?? defaultMemory();
  const spill = options.spill ?? join(folders.private, "spill");
  const db = await Database.open({ memoryLimit: memory, spill });
  let parts: Parts | null = null;
  try {
    const run: Run = { report, folders, db, files: [], sent: [], say, ...(await knownBefore(folders, report, say)) };
    await loadReference(db, report, folders.reference);
    await stages.run("read", () => readAll(run));
    refuseUnusable(run);
    if (hasPeople(run.files) && !firstRelease) await refuseWithoutEarlier(folders, report);
    await stages.run("validate", () => validate(db, run.files));
    const count = options.partitions ?? partCount(run.files, bytesOfSize(memory));
    if (hasPeople(run.files) && count > 1) parts = new Parts(db, join(spill, "parts"), count);
    if (hasPeople(run.files)) await stages.run("clean", () => clean(db, parts));
    await stages.run("models", () => aggregateModels(run));
    const folder = await stages.run("publish", () => protectAndPublish(run));
    if (latest) await stages.run("keep", () => keepForAnalysts(run));
    return { ...(await outcomeOf(run, folder)), seconds: stages.seconds() };
  } finally {
    db.close();
    parts?.drop();
  }
}

/** The raw files, and the folders that other units published. */
async function readAll(run: Run): Promise<void> {
  await read(run, () => openBeside(run));
  await readSentFolders(run);
}

/** A second database for small files, which are judged beside those of the run's own. */
async function openBeside({ report, folders }: Run): Promise<Database> {
  const db = await Database.open({ memoryLimit: "1GB", spill: join(folders.private, "spill", "beside") });
  await loadReference(db, report, folders.reference);
  await defineViews(db);
  return db;
}

async function aggregateModels(run: Run): Promise<void> {
  const { db, files } = run;
  await buildModels(db, files);
  await rollUp(run);
  await closeAccounts(db, files);
  await buildIssueList(db, files);
}

async function protectAndPublish(run: Run): Promise<string> {
  await protect(run);
  const revised = await revise(run);
  await buildPublished(run, "revision");
  return publish(run, revised);
}

/** What the analyst works with is of the latest day: the cleaned tables, every issue, and no file that is gone. */
async function keepForAnalysts(run: Run): Promise<void> {
  const { db, folders, files } = run;
  if (hasPeople(files)) await writeDesk(db, folders.private, "clean", cleanTables);
  await writeDesk(db, folders.private, "models", modelNames(files));
  await writeIssueList(db, join(folders.private, "issues"));
  await pruneStore(run);
}

/** What a run knows before it reads a row: by which rules, and what was published before. */
async function knownBefore(folders: Folders, report: Run["report"], say: RunOptions["say"]) {
  return {
    reading: await readingOf(folders, report, say),
    rules_version: await rulesVersion(folders.reference, report),
    earlier: await earlierRelease(folders.published, report.as_of),
  };
}

async function readingOf(folders: Folders, report: Run["report"], say: RunOptions["say"]): Promise<Run["reading"]> {
  const progress = (file: string, rows: number) => say(`${file}: ${rows.toLocaleString("vi-VN")} dòng | rows`);
  return { store: join(folders.private, "store"), rules: await rulesHash(folders.reference, report), progress };
}

function refuseUnusable({ folders, files, sent }: Run): void {
  const misplaced = files.filter(({ refusal }) => refusal?.code === "FILE.PERSON_LEVEL");
  const found = files.map(({ name, refusal }) => `${name}: ${refusal?.text.vi} | ${refusal?.text.en}`).join("; ");
  if (misplaced.length > 0) {
    throw new ReportError(
      misplaced
        .map(({ name, refusal }) => `${join(folders.raw, name)}: ${refusal?.text.vi} | ${refusal?.text.en}`)
        .join("; "),
    );
  }
  if (files.some(({ refusal }) => refusal === null) || sent.some(isAdded)) return;
  throw new ReportError(
    `${folders.raw}: không có tệp nào dùng được | no usable file; found ${[found, ...sent.map(refusalText)].filter(Boolean).join("; ") || "no file"}`,
  );
}

function refusalText({ name, refusal }: SentFolder): string {
  return refusal === null ? "" : `${name}: ${refusal.text.vi} | ${refusal.text.en}`;
}

async function outcomeOf({ db, files, sent }: Run, folder: string): Promise<Omit<Outcome, "seconds">> {
  const refused = [...files, ...sent].flatMap(({ name, refusal }) =>
    refusal === null ? [] : [{ file: name, code: refusal.code, message: refusal.text }],
  );
  const rows = await rowTotals(db);
  const held = files.some(({ tables }) => tables.some((table) => table.held !== null));
  const fine = refused.length === 0 && !held && rows.quarantined + rows.rejected === 0;
  return { exitStatus: fine ? 0 : 1, folder, rows, refused };
}

/** The account of rows summed over all files. */
export async function rowTotals(db: Database): Promise<RowTotals> {
  const [rows] = await db.all<RowTotals>(`
    select coalesce(sum(records_in), 0)::double as records_in, coalesce(sum(accepted), 0)::double as accepted,
      coalesce(sum(quarantined), 0)::double as quarantined, coalesce(sum(rejected), 0)::double as rejected
    from row_account`);
  if (rows === undefined) throw new Error("row_account gave no row");
  return rows;
}
