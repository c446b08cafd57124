import { appendFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { StageEnd } from "./stages.ts";

/** One run of the whole walk, as one line of the log. */
export interface RefreshRun {
  readonly started: string;
  readonly seconds: number;
  /** 0 where the release is public and verified. */
  readonly exit_status: number;
  /** The stage that failed, null where none did. */
  readonly failed: string | null;
  readonly release: string | null;
  readonly stages: readonly StageEnd[];
}

/** Adds a run to the log, one JSON object a line. */
export async function logRun(file: string, run: RefreshRun): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await appendFile(file, `${JSON.stringify(run)}\n`, { mode: 0o600 });
}
