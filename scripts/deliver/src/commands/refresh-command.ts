import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { withLock } from "../deliver/lock.ts";
import { logRun, type RefreshRun } from "../refresh/log.ts";
import { runProgram, runStages, type Stage } from "../refresh/stages.ts";
import { directoryTarget } from "../target/directory.ts";
import { type DeliverOptions, deliverCommand } from "./deliver-command.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** What `refresh` may be told. */
export interface RefreshOptions extends DeliverOptions {
  log: string;
}

/** The whole walk on a schedule; stops at the first stage that fails, with the old release standing. */
export async function refreshCommand(options: RefreshOptions): Promise<number> {
  if (options.dryRun) return tellStages(options);
  await mkdir(dirname(options.log), { recursive: true, mode: 0o700 });
  const here = await directoryTarget(dirname(options.log));
  return withLock(here, { breakLock: options.breakLock, say: console.log }, async () => {
    const run = await oneRun(options);
    await logRun(options.log, run);
    console.log(lastWords(run));
    return run.exit_status;
  });
}

function tellStages(options: RefreshOptions): 0 {
  const names = stagesOf(options, () => undefined).map(({ name }) => name);
  console.log(`Thử, không làm gì | Dry run, nothing is done: ${names.join(" → ")} → ${options.to}`);
  return 0;
}

async function oneRun(options: RefreshOptions): Promise<RefreshRun> {
  const started = new Date();
  const told: { release: string | null } = { release: null };
  const stages = await runStages(
    stagesOf(options, (name) => (told.release = name)),
    Date.now,
  );
  const last = stages.at(-1);
  const failed = last !== undefined && last.name === "deliver" && last.status === 0 ? null : last;
  return {
    started: started.toISOString(),
    seconds: Math.round((Date.now() - started.getTime()) / 100) / 10,
    exit_status: failed?.status ?? 0,
    failed: failed?.name ?? null,
    release: told.release,
    stages,
  };
}

/** Small counts are hidden within `aggregate`, and `deliver` verifies what it made public, before it lets it stay. */
function stagesOf(options: RefreshOptions, onPublic: (name: string) => void): Stage[] {
  const base = options.base ?? options.url?.pathname;
  const site = options.url === undefined ? [] : ["--site", options.url.origin];
  return [
    // 1: some rows have to be corrected, as always; they are counted and published as such.
    { name: "aggregate", run: () => runProgram("scripts/aggregate/bin/tiendo.js", ["aggregate"]), goesOn: [0, 1] },
    {
      name: "build",
      run: () =>
        runProgram("sites/progress/scripts/build.ts", [...(base === undefined ? [] : ["--base", base]), ...site]),
      goesOn: [0],
    },
    { name: "deliver", run: () => delivered(options, onPublic), goesOn: [0] },
  ];
}

async function delivered(options: RefreshOptions, onPublic: (name: string) => void) {
  try {
    const status = await deliverCommand(options, onPublic);
    return { status, message: status === 0 ? null : "bản mới có lỗi | faults in the new release" };
  } catch (fault) {
    return { status: tellRefusal(fault), message: fault instanceof Error ? fault.message : String(fault) };
  }
}

function lastWords({ failed, exit_status, release, seconds }: RefreshRun): string {
  if (failed === null) return `Đã làm mới trong ${seconds} s | Refreshed: ${release}`;
  return `Dừng ở bước ${failed} (mã ${exit_status}); bản cũ vẫn công khai | Stopped at ${failed} (status ${exit_status}); the old release stands`;
}
