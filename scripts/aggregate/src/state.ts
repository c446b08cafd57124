import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileHash } from "./publish/files.ts";
import type { Folders } from "./report/folders.ts";
import type { Outcome } from "./run.ts";
import type { StageSeconds } from "./stages.ts";

/** What the last run of a report left behind, so that an unchanged report is not run again. */
export interface State {
  inputs: string;
  /** Hash of the folder's own SHA256SUMS: a folder that was altered or removed is made again. */
  sums: string;
  outcome: Outcome;
}

const statePath = (folders: Folders, asOf: string) => join(folders.private, `state-${asOf}.json`);

/** The outcome of the last run of that day where inputs and published folder are still the same, else null. */
export async function unchangedOutcome(folders: Folders, asOf: string, inputs: string): Promise<Outcome | null> {
  const text = await readFile(statePath(folders, asOf), "utf8").catch(() => null);
  if (text === null) return null;
  const state = JSON.parse(text) as State;
  if (state.inputs !== inputs) return null;
  return (await folderIsWhole(state)) ? state.outcome : null;
}

async function folderIsWhole({ outcome, sums }: State): Promise<boolean> {
  const list = join(outcome.folder, "SHA256SUMS");
  const found = await fileHash(list).catch(() => null);
  if (found?.sha256 !== sums) return false;
  for (const line of (await readFile(list, "utf8")).trimEnd().split("\n")) {
    const [sha256 = "", name = ""] = line.split("  ");
    const file = await fileHash(join(outcome.folder, name)).catch(() => null);
    if (file?.sha256 !== sha256) return false;
  }
  return true;
}

/** What the stages of the last run of a day took; null where there was none. */
export async function earlierSeconds(folders: Folders, asOf: string): Promise<StageSeconds | null> {
  const text = await readFile(statePath(folders, asOf), "utf8").catch(() => null);
  return text === null ? null : ((JSON.parse(text) as State).outcome.seconds ?? null);
}

/** Remembers a finished run. */
export async function rememberOutcome(folders: Folders, asOf: string, inputs: string, outcome: Outcome): Promise<void> {
  const { sha256: sums } = await fileHash(join(outcome.folder, "SHA256SUMS"));
  await mkdir(folders.private, { recursive: true, mode: 0o700 });
  const path = statePath(folders, asOf);
  await writeFile(`${path}.tmp`, `${JSON.stringify({ inputs, sums, outcome } satisfies State, null, 2)}\n`);
  await rename(`${path}.tmp`, path);
}
