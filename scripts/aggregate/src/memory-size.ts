import { totalmem } from "node:os";

const powers: Readonly<Record<string, number>> = { K: 1, M: 2, G: 3, T: 4 };

// A run holds more than DuckDB counts: of 100 million doses some 3 GB beside 8.
const SHARE = 0.6;

/**
 * What DuckDB takes of the machine's memory; the rest is for reading, for hiding and for what else runs.
 * @param machine the machine's bytes
 * @param container those that its container leaves to the process; 0, or more than the machine has, where nothing bounds it
 */
export function defaultMemory(machine = totalmem(), container = process.constrainedMemory()): string {
  const all = container > 0 ? Math.min(machine, container) : machine;
  return `${Math.floor((all * SHARE) / 2 ** 20)}MiB`;
}

/** Half of a size. @throws {RangeError} as `bytesOfSize` */
export function halfOf(size: string): string {
  return `${Math.floor(bytesOfSize(size) / 2 ** 21)}MiB`;
}

/** The bytes of a size such as "8GB" or "500 MiB". @throws {RangeError} for any other text */
export function bytesOfSize(size: string): number {
  const [, number = "", unit = "", binary] = /^(\d+(?:\.\d+)?) ?([KMGT])(i?)B$/i.exec(size) ?? [];
  const power = powers[unit.toUpperCase()];
  if (power === undefined) throw new RangeError(`memory size is ${size}; expected such as 500MB or 2GB`);
  return Number(number) * (binary === "" ? 1000 : 1024) ** power;
}
