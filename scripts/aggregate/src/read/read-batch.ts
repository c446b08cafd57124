import { createHash } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type RowKind, rowKinds } from "@tiendo/schema";
import { Aside } from "../store/aside.ts";
import { readStored, tableFolder } from "../store/entry.ts";
import type { ReadContext } from "./context.ts";
import { FileRefusal } from "./file-refusal.ts";
import { type ParquetBatch, parquetBatches, readParquetBatch } from "./parquet-batch.ts";
import type { RawFile } from "./raw-files.ts";
import { entryFolder, type ReadFile, readFile } from "./read-file.ts";
import { sha256Of } from "./sha256.ts";

/** What became of a file. */
export interface FileRead {
  raw: RawFile;
  file: ReadFile | FileRefusal;
}

/** Files whose rows lie in one folder aside until they are judged, or one that needs no judging. */
export type ReadTogether = FileRead[];

/** A file that was not read before. */
interface Unread {
  raw: RawFile;
  sha256: string;
  bytes: number;
}

/** Reads a batch of files: those that one statement can read together, the others one by one. */
export async function* readBatch(
  context: ReadContext,
  raws: readonly RawFile[],
  kind: RowKind | null,
): AsyncGenerator<ReadTogether> {
  if (raws.length === 1) return yield* readEach(context, raws, kind);
  const unread: Unread[] = [];
  for (const raw of raws) {
    const found = await foundBefore(context, raw, kind);
    if ("file" in found) yield [found];
    else unread.push(found);
  }
  const left = new Map(unread.map((file) => [file.raw.path, file]));
  for (const batch of await batchesOf(context, unread, kind)) {
    const read = await readAside(context, batch, left, kind);
    for (const { raw } of read) left.delete(raw.path);
    if (read.length > 0) yield read;
  }
  yield* readEach(
    context,
    [...left.values()].map(({ raw }) => raw),
    kind,
  );
}

async function* readEach(
  context: ReadContext,
  raws: readonly RawFile[],
  kind: RowKind | null,
): AsyncGenerator<ReadTogether> {
  for (const raw of raws) yield [{ raw, file: await readOrRefuse(context, raw, kind) }];
}

async function readOrRefuse(context: ReadContext, raw: RawFile, kind: RowKind | null): Promise<ReadFile | FileRefusal> {
  try {
    return await readFile(context, raw, kind);
  } catch (error) {
    if (error instanceof FileRefusal) return error;
    throw error;
  }
}

/** A file as it was read before, or its hash. */
async function foundBefore(context: ReadContext, raw: RawFile, kind: RowKind | null): Promise<FileRead | Unread> {
  try {
    const [sha256, { size }] = [await sha256Of(raw.path), await stat(raw.path)];
    const folder = entryFolder(context, sha256, kind);
    const stored = await readStored(folder);
    return stored === null ? { raw, sha256, bytes: size } : { raw, file: { stored, folder, aside: null } };
  } catch (error) {
    if (error instanceof FileRefusal) return { raw, file: error };
    throw error;
  }
}

async function batchesOf(
  { database }: ReadContext,
  unread: readonly Unread[],
  kind: RowKind | null,
): Promise<ParquetBatch[]> {
  if (unread.length < 2) return [];
  const paths = unread.map(({ raw }) => raw.path);
  return parquetBatches(await database(), paths, kind);
}

/** Reads the files of a batch into one folder; none where it is for the reader of single files to say what is wrong. */
async function readAside(
  context: ReadContext,
  batch: ParquetBatch,
  unread: ReadonlyMap<string, Unread>,
  kind: RowKind | null,
): Promise<FileRead[]> {
  const files = batch.paths.map((path) => unread.get(path) as Unread);
  const mayHold = ({ personLevel }: RawFile) =>
    personLevel || !rowKinds[batch.tables[0]?.header.kind ?? "figure"].personLevel;
  if (!files.every(({ raw }) => mayHold(raw))) return [];
  const shared = sharedName(context, files, kind);
  const aside = await Aside.make(join(context.store, `${shared}.partial`));
  try {
    const folder = tableFolder(aside.folder, 0);
    await mkdir(folder, { mode: 0o700 });
    const read = await readParquetBatch(await context.database(), batch, folder);
    if (read.length === 0) aside.drop();
    return read.map(({ at, nth, stored }) => {
      const { raw, sha256, bytes } = files[at] as Unread;
      context.progress(raw.name, stored.counts.records_in);
      const own = { sha256, bytes, tables: [stored], shared: { folder: shared, nth } };
      return { raw, file: { stored: own, folder: entryFolder(context, sha256, kind), aside } };
    });
  } catch (error) {
    aside.drop();
    throw error;
  }
}

/** The folder of the store for the rows of several files, named by what is in them. */
function sharedName({ rules }: ReadContext, files: readonly Unread[], kind: RowKind | null): string {
  const hash = createHash("sha256").update(JSON.stringify([kind, files.map(({ sha256 }) => sha256)]));
  return `together-${hash.digest("hex").slice(0, 24)}-${rules.slice(0, 16)}`;
}
