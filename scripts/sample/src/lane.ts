import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Database } from "./db.ts";
import { writeLines } from "./files.ts";
import type { SampleOptions } from "./options.ts";
import { writeTallies } from "./returns.ts";
import { setUp } from "./setup.ts";
import { makeTables } from "./sql-files.ts";
import { writeTruthOfBlock } from "./truth.ts";

/**
 * Blocks are made in two lanes, each with a database of one thread and identity numbers of its own (even and odd ranks): the
 * same bytes however many cores there are, and two of them used.
 */
export const LANES = 2;

/** The true people and doses of a block, then what is written of them. */
const blockTables = [
  "person",
  "identity",
  "id_used",
  "course",
  "dose",
  "flaw",
  "record_plan",
  "process",
  "true_state",
  "written",
  "group_dose",
  "person_line",
  "person_file",
  "dose_line",
  "dose_file",
  "event",
  "event_line",
  "event_file",
] as const;

/** Where a lane writes. */
export interface LaneFolders {
  persons: string;
  truth: string;
  work: string;
}

/** One lane: its database, with everything that does not depend on the block. */
export async function openLane(lane: number, options: SampleOptions, { work }: LaneFolders): Promise<Database> {
  const spill = join(work, `spill-${lane}`);
  await mkdir(spill, { recursive: true, mode: 0o700 });
  const db = await Database.open(options.memory, spill);
  await setUp(db, options);
  return db;
}

/** How many blocks there are in all. */
export async function blockCount(db: Database): Promise<number> {
  const [count] = await db.all<{ blocks: bigint }>("select max(block) as blocks from commune");
  return Number(count?.blocks ?? 0);
}

/** Makes one block of so many and writes its files. */
export async function writeBlock(
  db: Database,
  lane: number,
  block: number,
  blocks: number,
  options: SampleOptions,
  folders: LaneFolders,
): Promise<void> {
  await db.run(
    `create or replace table current_block as select ${block}::bigint as block, ${lane} as lane, ${LANES} as lanes`,
  );
  await makeTables(db, "block", blockTables);
  const { only } = options;
  if (only.includes("persons")) await writeLines(db, "person", folders.persons, options);
  if (only.includes("doses")) await writeLines(db, "dose", folders.persons, options);
  if (only.includes("events")) await writeLines(db, "event", folders.persons, options);
  if (only.includes("truth")) await writeTruthOfBlock(db, folders.truth, block, blocks);
  if (only.includes("returns")) await writeTallies(db, join(folders.work, "tally"), block);
}
