import { join } from "node:path";
import { literal } from "@tiendo/schema";
import { clean, hasPeople } from "./clean/clean.ts";
import { cleanTables } from "./clean/clean-tables.ts";
import { cleanedFolder, keepCleaned, modelsOfPeople } from "./clean/cleaned-people.ts";
import { Database } from "./db.ts";
import { Desk } from "./desk/desk.ts";
import { halfOf } from "./memory-size.ts";
import { buildModels, closeAccounts, modelNames } from "./model/models.ts";
import { type OpenRun, openRun, partsOf } from "./open-run.ts";
import { recoverFolders } from "./publish/files.ts";
import { buildIssueList } from "./publish/issue-list.ts";
import { buildPublished, protect } from "./publish/protect.ts";
import { publish } from "./publish/publish.ts";
import { read } from "./read/read.ts";
import { loadReference } from "./reference.ts";
import { refuseWithoutEarlier } from "./report/earlier-folders.ts";
import { ReportError } from "./report/report-error.ts";
import { earlierRelease } from "./revise/earlier-release.ts";
import { revise } from "./revise/revise.ts";
import { readSentFolders } from "./rollup/read-sent.ts";
import { rollUp } from "./rollup/roll-up.ts";
import { isAdded, type SentFolder } from "./rollup/sent-folder.ts";
import type { Outcome, RowTotals, Run } from "./run.ts";
import type { RunOptions } from "./run-options.ts";
import { isKept } from "./store/kept-folder.ts";
import { pruneStore } from "./store/prune.ts";
import { findingsFolder } from "./validate/findings-folder.ts";
import { kindsOfModels, validate } from "./validate/validate.ts";
import { defineViews } from "./validate/views.ts";

/**
 * The walk of one report, from raw files to a published folder.
 * @throws {ReportError} for a bad `report.json`, person-level files in the wrong place, or where no file is usable; the
 *   earlier folder stays as it is
 */
export async function aggregate(id: string, options: RunOptions): Promise<Outcome> {
  return release(await compute(id, options));
}

/** The walk up to the figures; nothing is hidden or written yet. @throws {ReportError} as `aggregate` */
export async function compute(id: string, options: RunOptions): Promise<OpenRun> {
  const open = await openRun(id, options);
  const { run, stages } = open;
  try {
    if (options.ahead !== true) await lookBack(run);
    await loadReference(run.db, run.report, run.folders.reference);
    await stages.run("read", () => readAll(open));
    refuseUnusable(run);
    if (options.ahead !== true) await refuseFirst(open);
    await stages.run("validate", () => validate(run.db, run.files, kindsOfModels, findingsFolder(run)));
    const standing = hasPeople(run.files) ? await stages.run("clean", () => cleanPeople(open)) : [];
    await stages.run("models", () => aggregateModels(run, standing));
    return open;
  } catch (error) {
    open.close();
    throw error;
  }
}

/** The rest of the walk: what must not be told is hidden, and the folder is published. @throws {ReportError} as `aggregate` */
export async function release(open: OpenRun): Promise<Outcome> {
  const { run, stages, options } = open;
  let begun: Desk | null = null;
  try {
    if (options.ahead === true) await lookBack(run);
    if (options.ahead === true) await refuseFirst(open);
    // Hiding the small counts of a country takes some gigabytes beside the database, which has no more to join then.
    if (open.parts !== null) await run.db.run(`set memory_limit = ${literal(halfOf(open.memory))}`);
    // Hiding takes what processors there are, beside what the desk writes; told later, this would wait for the table being written.
    await run.db.run("set threads = 1");
    const latest = options.latest !== false;
    // Hiding leaves a core to it.
    const desk = latest ? beginDesk(run) : null;
    begun = desk;
    const folder = await stages.run("publish", () => protectAndPublish(run));
    if (desk !== null) await stages.run("keep", () => keepForAnalysts(open, desk));
    return { ...(await outcomeOf(run, folder)), seconds: stages.seconds() };
  } finally {
    await begun?.close();
    open.close();
  }
}

/** What was published before. */
async function lookBack(run: Run): Promise<void> {
  await recoverFolders(run.folders.published);
  run.earlier = await earlierRelease(run.folders.published, run.report.as_of);
}

async function refuseFirst({ run, options }: OpenRun): Promise<void> {
  if (hasPeople(run.files) && options.firstRelease !== true) await refuseWithoutEarlier(run.folders, run.report);
}

/** The raw files, and the folders that other units published. */
async function readAll({ run, spill }: OpenRun): Promise<void> {
  await read(run, () => openBeside(run, join(spill, "beside")));
  await readSentFolders(run);
}

/** A second database for small files, which are judged beside those of the run's own. */
async function openBeside({ report, folders }: Run, spill: string): Promise<Database> {
  const db = await Database.open({ memoryLimit: "1GB", spill });
  await loadReference(db, report, folders.reference);
  await defineViews(db);
  return db;
}

/**
 * Where no file changed that decides it, people and doses are as the run before left them.
 * @returns the models that stand with them
 */
async function cleanPeople(open: OpenRun): Promise<readonly string[]> {
  const [{ run }, parts] = [open, partsOf(open)];
  const folder = cleanedFolder(run);
  // In parts memory is bounded, whatever of it could be spared.
  if (parts !== null || !isKept(folder)) {
    await clean(run.db, parts);
    return [];
  }
  run.say("người và mũi tiêm: như lần chạy trước | people and doses: as in the run before");
  await clean(run.db, null, folder);
  return modelsOfPeople;
}

async function aggregateModels(run: Run, standing: readonly string[]): Promise<void> {
  const { db, files } = run;
  await buildModels(db, files, standing);
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

/** What the analyst works with is of the latest day: the cleaned tables, the models and every issue. */
function beginDesk(run: Run): Desk {
  const { files } = run;
  const tables = { ...(hasPeople(files) ? { clean: cleanTables } : {}), models: modelNames(files) };
  return Desk.begin(run, tables, cleanedFolder(run));
}

async function keepForAnalysts({ run, parts }: OpenRun, desk: Desk): Promise<void> {
  const cleaned = cleanedFolder(run);
  await desk.place();
  if (parts === null && cleaned !== null) await keepCleaned(run.db, run.folders.private, cleaned);
  // Nobody asks for rows of a file that is gone.
  await pruneStore(run);
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
