import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type LocalText, type RowKind, rowKinds } from "@tiendo/schema";
import { refuseUnreadable } from "../grid/grid.ts";
import { Aside } from "../store/aside.ts";
import { hasStoredOf, readStored, type StoredFile, type StoredTable, tableFolder } from "../store/entry.ts";
import type { ReadContext } from "./context.ts";
import { FileRefusal } from "./file-refusal.ts";
import { openTables } from "./open-tables.ts";
import type { RawFile } from "./raw-files.ts";
import { readTable } from "./read-table.ts";
import { sha256Of } from "./sha256.ts";

// Below this size a file is hashed in no time.
const LARGE_BYTES = 64 * 1024 * 1024;

/** A file that was read, now or in an earlier run, and where its tables lie. */
export interface ReadFile {
  stored: StoredFile;
  /** The folder of the store that describes it. */
  folder: string;
  /** Where its rows lie until they are judged; null where that was done in an earlier run under the same rules. */
  aside: Aside | null;
}

/**
 * Reads a file, unless the same bytes were read before under the same rules.
 * @throws {FileRefusal} where none of its rows can be used
 */
export async function readFile(context: ReadContext, file: RawFile, kind: RowKind | null): Promise<ReadFile> {
  if (!file.regular) {
    throw new FileRefusal(
      "FILE.UNREADABLE",
      text("không phải tệp thường", "no regular file"),
      text("một tệp thường", "a regular file"),
    );
  }
  const bytes = await bytesOf(file.path);
  const folderOf = (sha256: string) => entryFolder(context, sha256, kind);
  const hashing = sha256Of(file.path);
  hashing.catch(() => "thrown where it is waited for");
  // A file of a length that was never seen was never read: it is hashed while DuckDB reads it.
  if (bytes < LARGE_BYTES || (await hasStoredOf(context.store, bytes))) {
    const folder = folderOf(await hashing);
    const earlier = await readStored(folder);
    if (earlier !== null) return { stored: earlier, folder, aside: null };
  }
  const name = createHash("sha256").update(file.path).digest("hex").slice(0, 24);
  const aside = await Aside.make(join(context.store, `${name}.partial`));
  try {
    const [tables, sha256] = await Promise.all([readTables(context, file, kind, aside.folder), hashing]);
    return { stored: { sha256, bytes, tables }, folder: folderOf(sha256), aside };
  } catch (error) {
    aside.drop();
    throw error;
  }
}

/** The folder of the store that describes a file of these bytes. */
export function entryFolder({ store, rules }: ReadContext, sha256: string, kind: RowKind | null): string {
  return join(store, `${sha256.slice(0, 24)}-${rules.slice(0, 16)}${kind === null ? "" : `-${kind}`}`);
}

async function readTables(
  { database, progress }: ReadContext,
  file: RawFile,
  kind: RowKind | null,
  aside: string,
): Promise<StoredTable[]> {
  const open = await openTables(file.path, kind, true);
  const db = await database();
  const tables = [];
  for (const [at, table] of open.entries()) {
    if (!file.personLevel && rowKinds[table.header.kind].personLevel) throw personLevelRefusal(table.header.kind);
    const folder = tableFolder(aside, at);
    tables.push(await readTable(db, file.path, table, folder, (rows) => progress(file.name, rows)));
  }
  return tables;
}

function personLevelRefusal(kind: RowKind): FileRefusal {
  return new FileRefusal(
    "FILE.PERSON_LEVEL",
    rowKinds[kind].title,
    text("data/private/<báo cáo>/raw", "data/private/<report>/raw"),
  );
}

async function bytesOf(path: string): Promise<number> {
  const found = await stat(path).catch(refuseUnreadable);
  return found.size;
}

const text = (vi: string, en: string): LocalText => ({ vi, en });
