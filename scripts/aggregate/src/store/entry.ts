import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RowKind } from "@tiendo/schema";
import type { GridFormat } from "../grid/grid.ts";
import type { HeaderNote } from "../read/header.ts";
import type { TableCounts } from "../read/stage.ts";

/** One table of a file as it was read and checked; its rows lie beside it as Parquet. */
export interface StoredTable {
  sheet: string | null;
  kind: RowKind;
  format: GridFormat;
  encoding: string | null;
  delimiter: string | null;
  counts: TableCounts;
  notes: HeaderNote[];
  /** The sender's rows down to the header, and the header's physical row. */
  above: Array<Array<string | null>>;
  headerRow: number;
  width: number;
  /** Places of the columns, to point at a cell of the sender's row. */
  places: Record<string, number>;
  /** Places of the dose groups' columns, as `dose_2_lot`. */
  dosePlaces: Record<string, number>;
  /** Where record numbers are computed from the row of the Parquet file: the physical line of record 0. */
  lineOfRecordZero: number | null;
}

/** A file as it was read and checked under one set of rules: its tables, in a folder each. */
export interface StoredFile {
  sha256: string;
  bytes: number;
  tables: StoredTable[];
  /** Where the rows of its one table lie with those of other files: a folder of the store, and its place among them. */
  shared?: { folder: string; nth: number };
}

/** Describes a stored file, in its folder. */
export const INDEX = "file.json";

/** The stored file in a folder, or null where there is none or it is of an older shape. */
export async function readStored(folder: string): Promise<StoredFile | null> {
  const text = await readFile(join(folder, INDEX), "utf8").catch(() => null);
  const stored = text === null ? null : (JSON.parse(text) as StoredFile);
  const gone = stored?.shared !== undefined && !existsSync(join(dirname(folder), stored.shared.folder));
  return gone ? null : stored;
}

/** Whether some file of so many bytes is stored; one of another length need not be hashed to know that it is not. */
export async function hasStoredOf(store: string, bytes: number): Promise<boolean> {
  const names = await readdir(store).catch(() => []);
  const stored = await Promise.all(names.map((name) => readStored(join(store, name))));
  return stored.some((file) => file?.bytes === bytes);
}

/** Where the rows of a file's nth table lie: in the file's own folder, or with those of other files. */
export function rowsFolder({ shared }: StoredFile, folder: string, at: number): string {
  return tableFolder(shared === undefined ? folder : join(dirname(folder), shared.folder), at);
}

/** The folder of one table inside its file's folder. */
export function tableFolder(folder: string, at: number): string {
  return join(folder, String(at));
}
