import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a stage came to. */
export interface StageEnd {
  readonly name: string;
  readonly status: number;
  readonly seconds: number;
  /** The last line that it complained with; complaints hold no data of people. */
  readonly message: string | null;
}

/** One stage of the walk: its name, the work, and the exit statuses with which the walk goes on. */
export interface Stage {
  readonly name: string;
  readonly run: () => Promise<{ status: number; message: string | null }>;
  readonly goesOn: readonly number[];
}

/**
 * Runs stages one after the other and stops at the first that fails, so that nothing half made goes on.
 * @param now a clock, in milliseconds
 */
export async function runStages(stages: readonly Stage[], now: () => number): Promise<StageEnd[]> {
  const ends: StageEnd[] = [];
  for (const { name, run, goesOn } of stages) {
    const started = now();
    const { status, message } = await run();
    ends.push({ name, status, seconds: Math.round((now() - started) / 100) / 10, message });
    if (!goesOn.includes(status)) break;
  }
  return ends;
}

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** Runs a program of the project; what it says is passed on, the last line of its complaints is kept. */
export function runProgram(
  file: string,
  options: readonly string[],
): Promise<{ status: number; message: string | null }> {
  const program = spawn(process.execPath, [`${root}${file}`, ...options], {
    cwd: root,
    stdio: ["ignore", "inherit", "pipe"],
  });
  let last = "";
  program.stderr.setEncoding("utf8").on("data", (text: string) => {
    process.stderr.write(text);
    last = text.trim().split("\n").at(-1) || last;
  });
  return new Promise((resolve) => {
    program.on("error", (fault) => resolve({ status: 3, message: fault.message }));
    // Ended by a signal: by the machine, which may have other room later.
    program.on("close", (status) => resolve({ status: status ?? 75, message: status === 0 ? null : last || null }));
  });
}
