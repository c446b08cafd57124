import { rm } from "node:fs/promises";
import { join } from "node:path";
import { checkOptions } from "./check-options.ts";
import type { Database } from "./db.ts";
import { blockCount, LANES, type LaneFolders, openLane, writeBlock } from "./lane.ts";
import { claimFolders, isMade, markerOf, markMade } from "./marker.ts";
import { defaultOptions, type SampleOptions } from "./options.ts";
import { writeReturns } from "./returns.ts";

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

async function writeAll(options: SampleOptions, { persons, truth, units }: SampleFolders): Promise<void> {
  const folders = { persons, truth, work: join(truth, "work") };
  const lanes: Database[] = [];
  // Of a run that was broken off.
  await rm(folders.work, { recursive: true, force: true });
  try {
    const first = await openLane(0, options, folders);
    lanes.push(first);
    const blocks = await blockCount(first);
    for (let lane = 1; lane < Math.min(LANES, blocks); lane += 1) lanes.push(await openLane(lane, options, folders));
    await Promise.all(lanes.map((db, lane) => writeLane(db, lane, blocks, options, folders)));
    if (options.only.includes("returns")) await writeReturns(first, join(folders.work, "tally"), units);
  } finally {
    for (const db of lanes) db.close();
    await rm(folders.work, { recursive: true, force: true });
  }
}

async function writeLane(
  db: Database,
  lane: number,
  blocks: number,
  options: SampleOptions,
  folders: LaneFolders,
): Promise<void> {
  for (let block = 1 + lane; block <= blocks; block += LANES) {
    await writeBlock(db, lane, block, blocks, options, folders);
    options.progress(`khối ${block}/${blocks} | block ${block} of ${blocks}`);
  }
}
