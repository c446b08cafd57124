import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Edition } from "./unit.ts";

/**
 * Rows of a file in data/ as arrays of cells, header left out. These files hold no quotes and no commas in cells.
 * @throws {Error} if the header is not the one expected
 */
export function readDataFile(name: string, header: string): string[][] {
  const text = readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");
  const [found, ...lines] = text.trimEnd().split("\n");
  if (found !== header) throw new Error(`data/${name}: header is ${found}; expected ${header}`);
  return lines.map((line) => line.split(","));
}

/** The path of an edition's list of units, for a database that reads it itself. */
export function unitFile(edition: Edition): string {
  return fileURLToPath(new URL(`../data/units_${edition}.csv`, import.meta.url));
}
