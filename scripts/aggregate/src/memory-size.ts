import { totalmem } from "node:os";

const powers: Readonly<Record<string, number>> = { K: 1, M: 2, G: 3, T: 4 };

/** Three quarters of the machine's memory, as DuckDB takes it; the rest is for reading and for what else runs. */
export function defaultMemory(): string {
  return `${Math.floor((totalmem() * 0.75) / 2 ** 20)}MiB`;
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
