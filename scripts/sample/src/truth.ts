import { chmod, mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import type { Database } from "./db.ts";
import { copyTo } from "./files.ts";
import { ownFile } from "./own-files.ts";
import { sqlOf } from "./sql-files.ts";

const truthTables = ["person", "dose", "state", "record"] as const;

/** Writes what is true of one block beside that of the others, as `<table>.<block>.parquet`. */
export async function writeTruthOfBlock(db: Database, folder: string, block: number): Promise<void> {
  await mkdir(join(folder, "work", "parts"), { recursive: true, mode: 0o700 });
  for (const table of truthTables) await copyTo(db, sqlOf(`truth/${table}`), partPath(folder, table, block), "parquet");
}

/** Joins the blocks to one file a table; the tables are shared out among the databases. */
export async function joinTruth(lanes: readonly Database[], folder: string, blocks: number): Promise<void> {
  await Promise.all(
    lanes.map(async (db, lane) => {
      for (const [at, table] of truthTables.entries())
        if (at % lanes.length === lane) await joinTable(db, folder, table, blocks);
    }),
  );
}

async function joinTable(db: Database, folder: string, table: string, blocks: number): Promise<void> {
  const path = await ownFile(folder, `${table}.parquet`);
  const parts = Array.from({ length: blocks }, (_, at) => partPath(folder, table, at + 1));
  if (blocks === 1) await rename(parts[0] ?? "", path);
  else await copyTo(db, `from read_parquet([${parts.map(literal).join(", ")}])`, path, "parquet");
  await chmod(path, 0o600);
}

function partPath(folder: string, table: string, block: number): string {
  return join(folder, "work", "parts", `${table}.${String(block).padStart(5, "0")}.parquet`);
}
