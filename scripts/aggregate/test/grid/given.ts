import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Grid, type GridRow, openGrids } from "../../src/grid/grid.ts";
import { FileRefusal } from "../../src/read/file-refusal.ts";

const folder = mkdtempSync(join(tmpdir(), "tiendo-grid-"));
let files = 0;

/** A path in a folder that goes when all tests have ended. */
export function pathOf(name: string): string {
  files += 1;
  return join(folder, `${files}-${name}`);
}

/** Writes a file, text as UTF-8, and gives its path. */
export function given(name: string, bytes: string | Uint8Array): string {
  const path = pathOf(name);
  writeFileSync(path, bytes);
  return path;
}

/** The only grid of a file. */
export async function gridOf(path: string): Promise<Grid> {
  const [grid, second] = await openGrids(path);
  if (grid === undefined || second !== undefined) throw new Error(`expected one grid in ${path}`);
  return grid;
}

/** All rows of the only grid of a file. */
export async function rowsOf(path: string): Promise<GridRow[]> {
  return collect((await gridOf(path)).rows());
}

/** All that an iterable gives. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The cells of all rows of a file. */
export async function cellsOf(path: string): Promise<Array<Array<string | null>>> {
  return (await rowsOf(path)).map(({ cells }) => cells);
}

/** The refusal of a file, whether it comes at once or while reading. */
export async function refusalOf(path: string, options?: Parameters<typeof openGrids>[1]): Promise<FileRefusal> {
  try {
    for (const grid of await openGrids(path, options)) for await (const _ of grid.rows());
  } catch (error) {
    if (error instanceof FileRefusal) return error;
    throw error;
  }
  throw new Error(`expected ${path} to be refused`);
}
