import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** How long a process took, start-up included, and the most memory it held. */
export interface Measured {
  seconds: number;
  megabytes: number;
  /** Seconds of processor time of the command itself, which other work on the machine does not lengthen; not of what it starts. */
  processor: number;
  status: number;
  /** What it printed. */
  output: string;
}

const SAMPLE_MILLISECONDS = 20;

/**
 * Runs a command to its end, silent unless it fails; memory is the peak that Linux keeps of it, sampled until it ends, and
 * those of the processes that it starts beside it.
 */
export async function measured(command: string, words: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, words, { stdio: ["ignore", "pipe", "inherit"] });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  let [megabytes, processor] = [0, 0];
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, peakOfAll(child.pid ?? 0));
    processor = Math.max(processor, processorOf(child.pid ?? 0));
  }, SAMPLE_MILLISECONDS);
  const status = await new Promise<number>((done) => child.on("close", (code) => done(code ?? -1)));
  clearInterval(timer);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes,
    processor,
    status,
    output: Buffer.concat(output).toString(),
  };
}

// Linux counts in hundredths of a second for whoever asks it, whatever the kernel's own clock.
function processorOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

function peakOfAll(pid: number): number {
  return peakOf(pid) + childrenOf(pid).reduce((sum, child) => sum + peakOfAll(child), 0);
}

function childrenOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return children.split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
