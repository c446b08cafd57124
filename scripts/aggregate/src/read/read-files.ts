import { basename, dirname, join } from "node:path";
import type { RowKind } from "@tiendo/schema";
import { fewRows } from "../few-rows.ts";
import type { Aside } from "../store/aside.ts";
import { rowsFolder, tableFolder } from "../store/entry.ts";
import { checkTables } from "../validate/check-tables.ts";
import type { ReadContext } from "./context.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { RawFile } from "./raw-files.ts";
import { type FileRead, readBatch } from "./read-batch.ts";
import type { ReadFile } from "./read-file.ts";
import { type RunFile, type RunTable, tableKey } from "./run-file.ts";

/** A file, or several whose rows lie together, that wait to be judged. */
interface Waiting {
  aside: Aside;
  files: Array<{ raw: RawFile; file: ReadFile }>;
  rows: number;
}

/**
 * Reads files batch by batch and judges their rows, those of small files together; a refusal is kept with its file, since
 * the other files go on.
 * @param batches taken from one by one, so that several may read what is left of one list
 * @param kind the kind of their rows, null where their headers tell
 * @param done told of each file once it is refused, found read before, or judged
 */
export async function readFiles(
  context: ReadContext,
  batches: Iterable<readonly RawFile[]>,
  kind: RowKind | null,
  done: (raw: RawFile, file: RunFile) => void,
): Promise<void> {
  const waiting: Waiting[] = [];
  const judge = async (some: readonly Waiting[]) => {
    await judgeTogether(context, some);
    for (const { files } of some) for (const { raw, file } of files) done(raw, runFile(raw, file));
  };
  try {
    for (const batch of batches) {
      for await (const read of readBatch(context, batch, kind)) {
        const found = waitingOf(read);
        for (const one of read) if (!waits(one)) done(one.raw, runFileOf(one));
        if (found === null) continue;
        // What waits and this are judged together as long as both are few.
        if (waiting.reduce((sum, one) => sum + one.rows, found.rows) > fewRows) await judge(waiting.splice(0));
        waiting.push(found);
      }
    }
    await judge(waiting.splice(0));
  } finally {
    for (const { aside } of waiting) aside.drop();
  }
}

/** A file that was read now and is to be judged. */
type ToJudge = { raw: RawFile; file: ReadFile & { aside: Aside } };

function waits(read: FileRead): read is ToJudge {
  return !(read.file instanceof FileRefusal) && read.file.aside !== null;
}

function waitingOf(read: readonly FileRead[]): Waiting | null {
  const files = read.filter(waits);
  const [first] = files;
  if (first === undefined) return null;
  return { aside: first.file.aside, files, rows: files.reduce((sum, { file }) => sum + rowsOf(file), 0) };
}

/** Judges files kind by kind, and puts them in the store. */
async function judgeTogether({ database }: ReadContext, waiting: readonly Waiting[]): Promise<void> {
  try {
    const tables = waiting.flatMap(({ aside, files }) => files.flatMap(({ file }) => tablesAside(file, aside)));
    for (const [kind, own] of Map.groupBy(tables, ({ stored }) => stored.kind))
      await checkTables(await database(), kind, own);
    for (const { aside, files } of waiting) await keep(aside, files);
  } finally {
    for (const { aside } of waiting) aside.drop();
  }
}

function tablesAside({ stored }: ReadFile, aside: Aside) {
  const nth = stored.shared?.nth ?? null;
  return stored.tables.map((table, at) => ({ stored: table, folder: tableFolder(aside.folder, at), nth }));
}

async function keep(aside: Aside, files: Waiting["files"]): Promise<void> {
  const places = files.map(({ file: { stored, folder } }) => ({ stored, place: folder }));
  const [first] = places;
  if (first === undefined) return;
  const { shared } = first.stored;
  if (shared === undefined) await aside.keep(first.stored, first.place);
  else await aside.keepShared(places, join(dirname(first.place), shared.folder));
}

function rowsOf({ stored }: ReadFile): number {
  return stored.tables.reduce((sum, { counts }) => sum + counts.records_in, 0);
}

function runFileOf({ raw, file }: FileRead): RunFile {
  return file instanceof FileRefusal ? refused(raw, file) : runFile(raw, file);
}

function refused({ name, path, personLevel }: RawFile, refusal: FileRefusal): RunFile {
  return { name, path, personLevel, sha256: null, refusal, tables: [], entry: null, earlier: false };
}

function runFile(raw: RawFile, file: ReadFile): RunFile {
  const { name, path, personLevel } = raw;
  const { sha256 } = file.stored;
  const read = { tables: tablesOf(name, file), entry: basename(file.folder), earlier: file.aside === null };
  return { name, path, personLevel, sha256, refusal: null, ...read };
}

function tablesOf(name: string, { stored, folder }: ReadFile): RunTable[] {
  return stored.tables.map((table, at) => ({
    stored: table,
    folder: rowsFolder(stored, folder, at),
    nth: stored.shared?.nth ?? null,
    kind: table.kind,
    // One table keeps the file's own name; further sheets are told apart.
    input_file: stored.tables.length === 1 ? name : `${name} › ${table.sheet ?? at + 1}`,
    lineOfRecordZero: table.lineOfRecordZero,
    key: tableKey(stored.sha256, at),
    held: null,
  }));
}
