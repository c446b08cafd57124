import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RowKind } from "@tiendo/schema";
import type { RunFile } from "../read/run-file.ts";
import { Aside } from "./aside.ts";

/** The folder of the store for something that a run found, named by all that decides it. */
export function keptFolder(store: string, what: string, decidedBy: unknown): string {
  const hash = createHash("sha256").update(JSON.stringify(decidedBy));
  return join(store, `${what}-${hash.digest("hex").slice(0, 24)}`);
}

/** The tables of some kinds that a run has read, by name and content. */
export function contentsOf(files: readonly RunFile[], isOf: (kind: RowKind) => boolean): unknown[] {
  const tables = files.flatMap((file) => file.tables).filter(({ kind }) => isOf(kind));
  return tables.map(({ input_file, kind, key }) => [input_file, kind, key]);
}

/** Fills a folder of the store, all of it or nothing, whenever the run is stopped. @param write is given the folder aside to fill */
export async function keepFolder(folder: string, write: (aside: string) => Promise<void>): Promise<void> {
  const aside = await Aside.make(`${folder}.partial`);
  try {
    await write(aside.folder);
    await aside.place(folder);
  } finally {
    aside.drop();
  }
}

/** Where a table lies in a folder of the store. */
export function keptTable(folder: string, name: string): string {
  return join(folder, `${name}.parquet`);
}

/** Whether an earlier run has filled a folder. */
export function isKept(folder: string | null): folder is string {
  return folder !== null && existsSync(folder);
}
