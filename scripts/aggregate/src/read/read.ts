import { stat } from "node:fs/promises";
import type { Database } from "../db.ts";
import type { Run } from "../run.ts";
import { defineViews } from "../validate/views.ts";
import type { ReadContext } from "./context.ts";
import { fileBatches } from "./file-batches.ts";
import { type RawFile, rawFiles } from "./raw-files.ts";
import { readFiles } from "./read-files.ts";
import type { RunFile } from "./run-file.ts";

// A file of this size keeps every core busy; below it most of the time goes into planning, which takes one.
const LARGE_BYTES = 16 * 1024 * 1024;

/**
 * Read and check, file by file: what had come in by the report's day, unless it was read before under the same rules. Small
 * files are read in batches, two at a time.
 * @param openBeside another database with the reference lists, for files that are read beside those of the run's own
 */
export async function read(run: Run, openBeside: () => Promise<Database>): Promise<void> {
  await defineViews(run.db);
  const files = await rawFiles(run.folders, run.report.as_of);
  const sizes = new Map(await Promise.all(files.map(async (file) => [file, await sizeOf(file)] as const)));
  const isLarge = (file: RawFile) => (sizes.get(file) ?? 0) >= LARGE_BYTES;
  const done = new Map<RawFile, RunFile>();
  const own = async () => run.db;
  let beside: Promise<Database> | null = null;
  const other = async () => {
    beside ??= openBeside();
    return beside;
  };
  await readEach(run, await fileBatches(files.filter(isLarge)), own, done);
  const small = (await fileBatches(files.filter((file) => !isLarge(file)))).values();
  const ended = await Promise.allSettled([readEach(run, small, own, done), readEach(run, small, other, done)]);
  await closeOpened(beside);
  const failed = ended.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  run.files.push(...files.flatMap((file) => done.get(file) ?? []));
}

/** Reads what is left of batches that several take from, one after the other. */
async function readEach(
  run: Run,
  files: Iterable<readonly RawFile[]>,
  database: ReadContext["database"],
  done: Map<RawFile, RunFile>,
): Promise<void> {
  await readFiles({ ...run.reading, database }, files, null, (raw, file) => {
    done.set(raw, file);
    run.say(sentence(file));
  });
}

async function sizeOf({ path }: RawFile): Promise<number> {
  const found = await stat(path).catch(() => null);
  return found?.size ?? 0;
}

async function closeOpened(opened: Promise<Database> | null): Promise<void> {
  const db = await opened?.catch(() => null);
  db?.close();
}

function sentence({ name, refusal, tables, earlier }: RunFile): string {
  if (refusal !== null) return `${name}: ${refusal.text.vi} | ${refusal.text.en}`;
  const kinds = tables.map(({ kind, stored }) => `${kind} ${stored.counts.records_in}`).join(", ");
  return `${name}: ${kinds}${earlier ? " (đã đọc trước đây | read before)" : ""}`;
}
