import { chmod, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import type { Database } from "./db.ts";
import { copyTo } from "./files.ts";
import { sqlOf } from "./sql-files.ts";

const truthTables = ["person", "record", "dose", "state"] as const;

/** Writes what is true of one block beside that of the others, as `<table>.<block>.parquet`. */
export async function writeTruthOfBlock(db: Database, folder: string, block: number): Promise<void> {
  await mkdir(join(folder, "parts"), { recursive: true, mode: 0o700 });
  for (const table of truthTables) await copyTo(db, sqlOf(`truth/${table}`), partPath(folder, table, block), "parquet");
}

/** Joins the blocks to one file a table. */
export async function joinTruth(db: Database, folder: string, blocks: number): Promise<void> {
  for (const table of truthTables) {
    const path = join(folder, `${table}.parquet`);
    const parts = Array.from({ length: blocks }, (_, at) => partPath(folder, table, at + 1));
    if (blocks === 1) await rename(parts[0] ?? "", path);
    else await copyTo(db, `from read_parquet([${parts.map(literal).join(", ")}])`, path, "parquet");
    await chmod(path, 0o600);
  }
  await rm(join(folder, "parts"), { recursive: true });
}

function partPath(folder: string, table: string, block: number): string {
  return join(folder, "parts", `${table}.${String(block).padStart(5, "0")}.parquet`);
}
