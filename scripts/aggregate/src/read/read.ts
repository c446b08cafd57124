import type { RowKind } from "@tiendo/schema";
import type { Run } from "../run.ts";
import { tableFolder } from "../store/entry.ts";
import { defineViews } from "../validate/views.ts";
import type { ReadContext } from "./context.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { ListedFile } from "./list-files.ts";
import { rawFiles } from "./raw-files.ts";
import { type ReadFile, readFile } from "./read-file.ts";
import { type RunFile, type RunTable, tableKey } from "./run-file.ts";

/** Read and check, file by file: what had come in by the report's day, unless it was read before under the same rules. */
export async function read(run: Run): Promise<void> {
  await defineViews(run.db);
  for (const { personLevel, ...listed } of await rawFiles(run.folders, run.report.as_of)) {
    const file = await readRunFile({ ...run.reading, personLevel }, listed, null);
    run.files.push(file);
    run.say(sentence(file));
  }
}

/** Reads one file; a refusal is kept with it, since the other files go on. */
export async function readRunFile(context: ReadContext, listed: ListedFile, kind: RowKind | null): Promise<RunFile> {
  const file: RunFile = {
    name: listed.name,
    path: listed.path,
    sha256: null,
    refusal: null,
    tables: [],
    earlier: false,
  };
  try {
    const found = await readFile(context, listed, kind);
    return { ...file, sha256: found.sha256, earlier: found.earlier, tables: tablesOf(listed.name, found) };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { ...file, refusal: error };
  }
}

function tablesOf(name: string, { stored, folder, sha256 }: ReadFile): RunTable[] {
  return stored.tables.map((table, at) => ({
    stored: table,
    folder: tableFolder(folder, at),
    kind: table.kind,
    // One table keeps the file's own name; further sheets are told apart.
    input_file: stored.tables.length === 1 ? name : `${name} › ${table.sheet ?? at + 1}`,
    lineOfRecordZero: table.lineOfRecordZero,
    key: tableKey(sha256, at),
    held: null,
  }));
}

function sentence({ name, refusal, tables, earlier }: RunFile): string {
  if (refusal !== null) return `${name}: ${refusal.text.vi} | ${refusal.text.en}`;
  const kinds = tables.map(({ kind, stored }) => `${kind} ${stored.counts.records_in}`).join(", ");
  return `${name}: ${kinds}${earlier ? " (đã đọc trước đây | read before)" : ""}`;
}
