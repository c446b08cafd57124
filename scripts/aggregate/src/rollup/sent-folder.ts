import { stat } from "node:fs/promises";
import { join } from "node:path";
import { CHECKSUMS } from "@tiendo/release";
import type { IssueCode, LocalText, PublishedTableName } from "@tiendo/schema";
import { fileHash } from "../publish/files.ts";
import type { Run } from "../run.ts";
import { checkFolder, type ProvenFolder } from "./check-folder.ts";
import { FolderRefusal } from "./folder-refusal.ts";
import type { Row } from "./part-counts.ts";
import type { Part } from "./parts.ts";
import { readTables } from "./read-tables.ts";

/** What became of the folder that is due from a part. */
export interface SentFolder {
  part: Part;
  /** Its place below the report, which names it in every message. */
  name: string;
  /** Hash of its SHA256SUMS; null where it has none. */
  sha256: string | null;
  proven: ProvenFolder | null;
  refusal: { code: IssueCode; text: LocalText } | null;
  /** Rows of the part's own unit, by table; none where the folder is missing or refused. */
  tables: ReadonlyMap<PublishedTableName, readonly Row[]>;
}

/** Whether a folder is there and can be relied on. */
export function isAdded({ proven, refusal }: SentFolder): boolean {
  return proven !== null && refusal === null;
}

/** Where the folder of a part lies, of one day. */
export function folderName({ unit }: Part, asOf: string): string {
  return `folders/${unit.code}/${asOf}`;
}

/** Verifies and reads the folder of a part; one that is refused is kept with its reason, since the others go on. */
export async function readSent({ db, folders, report }: Run, part: Part): Promise<SentFolder> {
  const name = folderName(part, report.as_of);
  const path = join(folders.report, name);
  const sent: SentFolder = { part, name, sha256: null, proven: null, refusal: null, tables: new Map() };
  if (!(await isThere(path))) return sent;
  const sums = await fileHash(join(path, CHECKSUMS)).catch(() => null);
  const known = { ...sent, sha256: sums?.sha256 ?? null };
  try {
    const proven = await checkFolder(path, part, report);
    const tables = await readTables(db, path, proven.described);
    return { ...known, proven, tables };
  } catch (error) {
    if (!(error instanceof FolderRefusal)) throw error;
    return { ...known, refusal: { code: error.code, text: error.text } };
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
