import { chmod } from "node:fs/promises";
import type { Database } from "./db.ts";
import { copyTo } from "./files.ts";
import { ownFile } from "./own-files.ts";
import { sqlOf } from "./sql-files.ts";

const truthTables = ["person", "dose", "state", "record"] as const;

/**
 * Writes what is true of one block: `<table>.parquet`, of several blocks `<table>.<block>.parquet`, which are read together as
 * `<table>*.parquet`. To join them afterwards would take as long again.
 */
export async function writeTruthOfBlock(db: Database, folder: string, block: number, blocks: number): Promise<void> {
  const part = blocks === 1 ? "" : `.${String(block).padStart(5, "0")}`;
  for (const table of truthTables) {
    const path = await ownFile(folder, `${table}${part}.parquet`);
    await copyTo(db, sqlOf(`truth/${table}`), path, "parquet");
    await chmod(path, 0o600);
  }
}
