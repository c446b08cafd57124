import { rm } from "node:fs/promises";
import { join } from "node:path";
import { checkOptions } from "./check-options.ts";
import { Database } from "./db.ts";
import { writeLines } from "./files.ts";
import { claimFolders, isMade, markerOf, markMade } from "./marker.ts";
import { defaultOptions, type SampleOptions } from "./options.ts";
import { setUp } from "./setup.ts";
import { makeTables } from "./sql-files.ts";
import { joinTruth, writeTruthOfBlock } from "./truth.ts";

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
  "dose_line",
  "event",
  "event_line",
] as const;

/** Where the files of a sample go. */
export interface SampleFolders {
  persons: string;
  truth: string;
  units: string;
}

/** The folders of a report's sample: rows of people and the truth are private, returns of units are not. */
export function sampleFolders({ data, report }: SampleOptions): SampleFolders {
  return {
    persons: join(data, "private", report, "raw"),
    truth: join(data, "private", report, "truth"),
    units: join(data, "reports", report, "raw"),
  };
}

/**
 * Makes synthetic people, their records and what is true of them; the same bytes for the same options.
 * @returns the folders, and whether anything had to be made
 * @throws {SampleError} if an option cannot be, or a folder holds files of somebody else
 */
export async function generateSample(asked: Partial<SampleOptions>): Promise<SampleFolders & { made: boolean }> {
  const options = checkOptions({ ...defaultOptions, ...asked });
  const folders = sampleFolders(options);
  const owned = [folders.persons, folders.truth, folders.units];
  const marker = markerOf(options);
  if (!options.force && isMade(owned, marker)) return { ...folders, made: false };
  await claimFolders(owned, [0o700, 0o700, 0o755], marker);
  await writeAll(options, folders);
  await markMade(owned, marker);
  return { ...folders, made: true };
}

async function writeAll(options: SampleOptions, folders: SampleFolders): Promise<void> {
  const spill = join(folders.truth, ".spill");
  const db = await Database.open(options.memory, spill);
  try {
    await setUp(db, options);
    const [count] = await db.all<{ blocks: bigint }>("select max(block) as blocks from commune");
    const blocks = Number(count?.blocks ?? 0);
    for (let block = 1; block <= blocks; block += 1) {
      await writeBlock(db, options, folders, block);
      options.progress(`khối ${block}/${blocks} | block ${block} of ${blocks}`);
    }
    if (options.only.includes("truth")) await joinTruth(db, folders.truth, blocks);
  } finally {
    db.close();
    await rm(spill, { recursive: true, force: true });
  }
}

async function writeBlock(db: Database, options: SampleOptions, folders: SampleFolders, block: number): Promise<void> {
  await db.run(`create or replace table current_block as select ${block}::bigint as block`);
  await makeTables(db, "block", blockTables);
  const { only } = options;
  if (only.includes("persons")) await writeLines(db, "person_line", "person_record", folders.persons, 0o600, options);
  if (only.includes("doses")) await writeLines(db, "dose_line", "dose_record", folders.persons, 0o600, options);
  if (only.includes("events")) await writeLines(db, "event_line", "cleaning_event", folders.persons, 0o600, options);
  if (only.includes("truth")) await writeTruthOfBlock(db, folders.truth, block);
}
