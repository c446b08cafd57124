import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type LocalText, type RowKind, rowKinds } from "@tiendo/schema";
import { refuseUnreadable } from "../grid/grid.ts";
import { readStored, type StoredFile, tableFolder, writeStored } from "../store/entry.ts";
import { checkTable } from "../validate/check-table.ts";
import type { ReadContext } from "./context.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { ListedFile } from "./list-files.ts";
import { openTables } from "./open-tables.ts";
import { readTable } from "./read-table.ts";

/** A file that was read, now or in an earlier run, and where its tables lie. */
export interface ReadFile {
  sha256: string;
  stored: StoredFile;
  folder: string;
  /** It was read in an earlier run under the same rules. */
  earlier: boolean;
}

/**
 * Reads and checks a file, unless the same bytes were read before under the same rules.
 * @throws {FileRefusal} where none of its rows can be used
 */
export async function readFile(context: ReadContext, file: ListedFile, kind: RowKind | null): Promise<ReadFile> {
  if (!file.regular) {
    throw new FileRefusal(
      "FILE.UNREADABLE",
      text("không phải tệp thường", "no regular file"),
      text("một tệp thường", "a regular file"),
    );
  }
  const sha256 = await sha256Of(file.path);
  const folder = join(
    context.store,
    `${sha256.slice(0, 24)}-${context.rules.slice(0, 16)}${kind === null ? "" : `-${kind}`}`,
  );
  const earlier = await readStored(folder);
  if (earlier !== null) return { sha256, stored: earlier, folder, earlier: true };
  const stored = await writeStored(folder, (aside) => readTables(context, file, kind, sha256, aside));
  return { sha256, stored, folder, earlier: false };
}

async function readTables(
  { db: loading, progress, personLevel }: ReadContext,
  file: ListedFile,
  kind: RowKind | null,
  sha256: string,
  aside: string,
): Promise<StoredFile> {
  const open = await openTables(file.path, kind);
  const db = await loading;
  const tables = [];
  for (const [at, table] of open.entries()) {
    if (!personLevel && rowKinds[table.header.kind].personLevel) throw personLevelRefusal(table.header.kind);
    const folder = tableFolder(aside, at);
    const stored = await readTable(db, file.path, table, folder, (rows) => progress(file.name, rows));
    await checkTable(db, stored, folder);
    tables.push(stored);
  }
  return { sha256, tables };
}

function personLevelRefusal(kind: RowKind): FileRefusal {
  return new FileRefusal(
    "FILE.PERSON_LEVEL",
    rowKinds[kind].title,
    text("data/private/<báo cáo>/raw", "data/private/<report>/raw"),
  );
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  } catch (cause) {
    refuseUnreadable(cause);
  }
  return hash.digest("hex");
}

const text = (vi: string, en: string): LocalText => ({ vi, en });
