import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { DataResource } from "@tiendo/schema";

/** One row of a file: its cells by column, as they are written there; a blank one is "". */
export type FileRow = ReadonlyMap<string, string>;

// Enough for a few rows of the widest table; a table of the whole country is not read for them.
const HEAD_BYTES = 256 * 1024;

/** The first rows of a published table as its CSV has them. */
export function firstRows(folder: string, { path, schema }: DataResource, count: number): FileRow[] {
  const [, ...rows] = recordsOf(headOf(join(folder, path)));
  const names = schema.fields.map(({ name }) => name);
  return rows.slice(0, count).map((cells) => new Map(names.map((name, at) => [name, cells[at] ?? ""])));
}

function headOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

// A quoted cell, in which a quote is doubled, or a plain one, then what ends it.
const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n)/gy;

/** The records of a CSV that end within a text; the one that it cuts is left out. */
export function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(cell)) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
