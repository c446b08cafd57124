import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measured, measured } from "./measured.ts";
import { benchFolder, doseFile, smallFile, workbookFile } from "./sample-files.ts";

const tiendo = fileURLToPath(new URL("../../../node_modules/.bin/tiendo", import.meta.url));
const bare = fileURLToPath(new URL("./bare-read.ts", import.meta.url));
const store = fileURLToPath(new URL("../../../data/private/check/store", import.meta.url));

// What else the machine does makes a run longer, never shorter: of two, the shorter tells more.
const ROUNDS = 2;
const SMALL_ROUNDS = 5;

/** Reading and checking against DuckDB's bare CSV → Parquet in turn; a workbook; and a small file, start-up included. */
export async function readBench(doses: number, rows: number): Promise<void> {
  const [csv, workbook, small] = [await doseFile(doses), await workbookFile(rows), await smallFile(1000)];
  const [bareRuns, checkRuns]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bareRun = await measured(process.execPath, [bare, csv, join(benchFolder, "bare.parquet")]);
    say(`bare CSV to Parquet, ${doses} doses`, bareRun);
    const checkRun = await check(csv);
    say(`tiendo check, ${doses} doses`, checkRun);
    bareRuns.push(bareRun);
    checkRuns.push(checkRun);
  }
  say(`tiendo check, ${rows} rows of XLSX`, await check(workbook));
  for (let round = 0; round < SMALL_ROUNDS; round += 1) say("tiendo check, 1000 rows", await check(small));
  console.log(`peak ${Math.round(Math.max(...checkRuns.map(({ megabytes }) => megabytes)))}`);
  console.log(`ratio check ${(shortest(checkRuns) / shortest(bareRuns)).toFixed(2)}`);
}

function shortest(runs: readonly Measured[]): number {
  return Math.min(...runs.map(({ seconds }) => seconds));
}

async function check(path: string): Promise<Measured> {
  // Without what an earlier check stored: the file is to be read.
  await rm(store, { recursive: true, force: true });
  const run = await measured(tiendo, ["check", path, "--synthetic", "--as-of", "2022-04-26", "--no-workbook"]);
  if (run.status > 1) throw new Error(`tiendo check ${path} ended with ${run.status}`);
  return run;
}

function say(what: string, { seconds, megabytes }: Measured): void {
  console.log(`${what}: ${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB`);
}
