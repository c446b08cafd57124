import { existsSync, readFileSync } from "node:fs";
import { appendFile, chmod, mkdir, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { SampleError } from "./options.ts";

/** The list of the files that sample wrote in a folder, a line each, so that it removes these and no others. */
export const OWN_FILES = ".sample.files";

/** The names, below a folder, of what sample wrote there; null where the folder has no list. */
export function ownFiles(folder: string): string[] | null {
  const path = join(folder, OWN_FILES);
  if (!existsSync(path)) return null;
  const names = readFileSync(path, "utf8").split("\n");
  return [...new Set(names)].filter((name) => name !== "" && !normalize(name).startsWith("..")).sort();
}

/**
 * Makes a file ours before it is written: it is listed first, so that a run broken off leaves nothing unlisted.
 * @throws {SampleError} if somebody else's file has the name
 */
export async function ownFile(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  if (existsSync(path) && ownFiles(folder)?.includes(name) !== true)
    throw new SampleError(
      `${path}: không phải do sample ghi; cần tên khác | found a file that sample did not write; expected it under another name`,
    );
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await appendFile(join(folder, OWN_FILES), `${name}\n`, { mode: 0o600 });
  return path;
}

/** Removes what sample wrote in a folder, and the folders below it that are empty then. */
export async function removeOwnFiles(folder: string): Promise<void> {
  const names = ownFiles(folder) ?? [];
  for (const name of names) await rm(join(folder, name), { force: true });
  for (const below of new Set(names.map(dirname).filter((name) => name !== "."))) {
    const left = await readdir(join(folder, below)).catch(() => null);
    if (left?.length === 0) await rmdir(join(folder, below));
  }
  await writeFile(join(folder, OWN_FILES), "", { mode: 0o600 });
}

/** Puts the list in order: two lanes write it as they go. */
export async function sortOwnFiles(folder: string): Promise<void> {
  const names = ownFiles(folder) ?? [];
  const path = join(folder, OWN_FILES);
  await writeFile(path, names.map((name) => `${name}\n`).join(""));
  await chmod(path, 0o600);
}
