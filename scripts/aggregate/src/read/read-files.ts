import type { RowKind } from "@tiendo/schema";
import { fewRows } from "../few-rows.ts";
import { tableFolder } from "../store/entry.ts";
import { checkTables } from "../validate/check-tables.ts";
import type { ReadContext } from "./context.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { RawFile } from "./raw-files.ts";
import { type ReadFile, readFile } from "./read-file.ts";
import { type RunFile, type RunTable, tableKey } from "./run-file.ts";

/** A file that waits to be judged. */
interface Waiting {
  raw: RawFile;
  file: ReadFile;
  rows: number;
}

/**
 * Reads files one after the other and judges their rows, those of small files together; a refusal is kept with its file, since
 * the other files go on.
 * @param files taken from one by one, so that several may read what is left of one list
 * @param kind the kind of their rows, null where their headers tell
 * @param done told of each file once it is refused, found read before, or judged
 */
export async function readFiles(
  context: ReadContext,
  files: Iterable<RawFile>,
  kind: RowKind | null,
  done: (raw: RawFile, file: RunFile) => void,
): Promise<void> {
  const waiting: Waiting[] = [];
  const judge = async (some: readonly Waiting[]) => {
    await judgeTogether(context, some);
    for (const { raw, file } of some) done(raw, runFile(raw, file));
  };
  try {
    for (const raw of files) {
      const file = await readOrRefuse(context, raw, kind);
      if (file instanceof FileRefusal) done(raw, refused(raw, file));
      else if (file.aside === null) done(raw, runFile(raw, file));
      else {
        const rows = rowsOf(file);
        // What waits and this one are judged together as long as both are few.
        if (waiting.reduce((sum, one) => sum + one.rows, rows) > fewRows) await judge(waiting.splice(0));
        waiting.push({ raw, file, rows });
      }
    }
    await judge(waiting.splice(0));
  } finally {
    for (const { file } of waiting) file.aside?.drop();
  }
}

/** Judges files kind by kind, and puts them in the store. */
async function judgeTogether({ database }: ReadContext, waiting: readonly Waiting[]): Promise<void> {
  try {
    const tables = waiting.flatMap(({ file: { stored, aside } }) =>
      stored.tables.map((table, at) => ({ stored: table, folder: tableFolder(aside?.folder ?? "", at) })),
    );
    for (const [kind, own] of Map.groupBy(tables, ({ stored }) => stored.kind))
      await checkTables(await database(), kind, own);
    for (const { file } of waiting) await file.aside?.keep(file.stored, file.folder);
  } finally {
    for (const { file } of waiting) file.aside?.drop();
  }
}

function rowsOf({ stored }: ReadFile): number {
  return stored.tables.reduce((sum, { counts }) => sum + counts.records_in, 0);
}

async function readOrRefuse(context: ReadContext, raw: RawFile, kind: RowKind | null): Promise<ReadFile | FileRefusal> {
  try {
    return await readFile(context, raw, kind);
  } catch (error) {
    if (error instanceof FileRefusal) return error;
    throw error;
  }
}

function refused({ name, path }: RawFile, refusal: FileRefusal): RunFile {
  return { name, path, sha256: null, refusal, tables: [], earlier: false };
}

function runFile({ name, path }: RawFile, file: ReadFile): RunFile {
  const { sha256 } = file.stored;
  return { name, path, sha256, refusal: null, tables: tablesOf(name, file), earlier: file.aside === null };
}

function tablesOf(name: string, { stored, folder }: ReadFile): RunTable[] {
  return stored.tables.map((table, at) => ({
    stored: table,
    folder: tableFolder(folder, at),
    kind: table.kind,
    // One table keeps the file's own name; further sheets are told apart.
    input_file: stored.tables.length === 1 ? name : `${name} › ${table.sheet ?? at + 1}`,
    lineOfRecordZero: table.lineOfRecordZero,
    key: tableKey(stored.sha256, at),
    held: null,
  }));
}
