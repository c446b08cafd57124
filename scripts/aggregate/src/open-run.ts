import { rmSync } from "node:fs";
import { join } from "node:path";
import { partCount } from "./clean/part-count.ts";
import { Parts } from "./clean/parts.ts";
import { Database } from "./db.ts";
import { bytesOfSize, defaultMemory } from "./memory-size.ts";
import { type Folders, foldersOf } from "./report/folders.ts";
import { loadReport } from "./report/load-report.ts";
import { rulesHash, rulesVersion } from "./rules-hash.ts";
import type { Run } from "./run.ts";
import type { RunOptions } from "./run-options.ts";
import { Stages } from "./stages.ts";
import { earlierSeconds } from "./state.ts";

/** A run that has begun, and what it takes of the machine. */
export interface OpenRun {
  run: Run;
  stages: Stages;
  options: RunOptions;
  /** What DuckDB may take, such as "8GB". */
  memory: string;
  /** A folder of this release's own, since two of them may be computed beside each other. */
  spill: string;
  /** The parts in which people are cleaned; null where they are cleaned at once. */
  parts: Parts | null;
  /** Frees its memory and takes its temporary files away; it is of no use afterwards. */
  close: () => void;
}

/** Opens what a run needs before it reads a row. @throws {ReportError} for a bad `report.json` */
export async function openRun(id: string, options: RunOptions): Promise<OpenRun> {
  const folders = foldersOf(options.data, id);
  const report = await loadReport(folders, id, options.asOf);
  const stages = new Stages(options.say, await earlierSeconds(folders, report.as_of));
  const memory = options.memory ?? defaultMemory();
  const spill = join(options.spill ?? join(folders.private, "spill"), report.as_of);
  const reading = await readingOf(folders, report, options.say);
  const rules_version = await rulesVersion(folders.reference, report);
  const db = await Database.open({ memoryLimit: memory, spill });
  const run: Run = {
    report,
    folders,
    db,
    files: [],
    sent: [],
    say: options.say,
    reading,
    rules_version,
    earlier: null,
  };
  const open: OpenRun = { run, stages, options, memory, spill, parts: null, close: () => closeRun(open) };
  return open;
}

/** The parts in which the people of files that were read are cleaned; null where they are cleaned at once. */
export function partsOf(open: OpenRun): Parts | null {
  const { run, options, memory, spill } = open;
  const count = options.partitions ?? partCount(run.files, bytesOfSize(memory));
  open.parts = count > 1 ? new Parts(run.db, join(spill, "parts"), count) : null;
  return open.parts;
}

/** Whether another release of the report may be held in memory beside it. */
export function leavesRoom({ run, memory, parts }: OpenRun): boolean {
  return parts === null && partCount(run.files, bytesOfSize(memory) / 2) === 1;
}

function closeRun({ run, parts, spill }: OpenRun): void {
  run.db.close();
  parts?.drop();
  rmSync(spill, { recursive: true, force: true });
}

async function readingOf(folders: Folders, report: Run["report"], say: RunOptions["say"]): Promise<Run["reading"]> {
  const progress = (file: string, rows: number) => say(`${file}: ${rows.toLocaleString("vi-VN")} dòng | rows`);
  return { store: join(folders.private, "store"), rules: await rulesHash(folders.reference, report), progress };
}
