import { chmod, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { literal } from "@tiendo/schema";
import { titledColumns } from "./columns.ts";
import type { Database } from "./db.ts";
import { copyTo } from "./files.ts";
import { ownFile } from "./own-files.ts";
import { makeTables, sqlOf } from "./sql-files.ts";

const tallies = ["progress", "stock", "people"] as const;
const returns = ["progress_return", "stock_return", "population", "indicator_return"] as const;

/** Keeps what a block adds to the returns of units, so that blocks need not stay in memory. */
export async function writeTallies(db: Database, folder: string, block: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const tally of tallies)
    await copyTo(db, sqlOf(`tally/${tally}`), join(folder, `${tally}.${block}.parquet`), "parquet");
}

/** Writes the returns of units, one file a kind and arrival. */
export async function writeReturns(db: Database, tallyFolder: string, folder: string): Promise<void> {
  for (const tally of tallies)
    await db.run(
      `create table tally_${tally} as from read_parquet(${literal(join(tallyFolder, `${tally}.*.parquet`))})`,
    );
  await makeTables(db, "returns", ["unit_tally", ...returns]);
  for (const kind of returns) {
    // A file without rows would be refused as empty.
    const arrivals = await db.all<{ arrival_no: bigint; folder: string }>(
      `select arrival_no, folder from arrival semi join ${kind} using (arrival_no)`,
    );
    for (const { arrival_no, folder: below } of arrivals) {
      const path = await ownFile(folder, `${below}${kind}.csv`);
      // Returns of units are not about people: anyone may read them.
      await chmod(dirname(path), 0o755);
      await copyTo(db, `select ${titledColumns(kind)} from ${kind} where arrival_no = ${arrival_no}`, path, "csv");
      await chmod(path, 0o644);
    }
  }
}
