import { createHash } from "node:crypto";
import type { LocalText } from "@tiendo/schema";
import type { StoredTable } from "../store/entry.ts";
import type { Part } from "../validate/views.ts";
import { isOfPeople } from "./checked-select.ts";
import type { FileRefusal } from "./file-refusal.ts";

/** A table of a file in a run: what was stored of it, and where its rows lie. */
export interface RunTable extends Part {
  stored: StoredTable;
  /** By which a corrected row names a row of this table: see the column `corrects`. */
  key: string;
  /** Why the table is held although it could be read. */
  held: LocalText | null;
}

/** A file in a run, as far as it was read. */
export interface RunFile {
  /** Path below its raw folder, with forward slashes: the file's name in every table and message. */
  name: string;
  path: string;
  /** Whether it lies where rows of people may. */
  personLevel: boolean;
  sha256: string | null;
  refusal: FileRefusal | null;
  tables: RunTable[];
  /** The folder of the store that describes it, null where it is refused. */
  entry: string | null;
  /** Read in an earlier run under the same rules. */
  earlier: boolean;
}

/** How many rows about people files have, as they were read. */
export function rowsOfPeople(files: readonly RunFile[]): number {
  const tables = files.flatMap((file) => file.tables).filter(({ kind }) => isOfPeople(kind));
  return tables.reduce((sum, { stored }) => sum + stored.counts.records_in, 0);
}

/** The twelve digits by which rows of the nth table of a file are named. */
export function tableKey(sha256: string, at: number): string {
  const digest = at === 0 ? sha256 : createHash("sha256").update(`${sha256}:${at}`).digest("hex");
  return digest.slice(0, 12);
}
