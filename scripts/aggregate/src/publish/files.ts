import { createHash } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** The sha256 of a file's bytes, in hex, and how many there are. */
export async function fileHash(path: string): Promise<{ sha256: string; bytes: number }> {
  const content = await readFile(path);
  return { sha256: createHash("sha256").update(content).digest("hex"), bytes: content.length };
}

/** Puts every file of a folder, and the folder itself, on the disk before it is relied on. */
export async function syncFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await syncPath(join(folder, name));
  await syncPath(folder);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync();
  await handle.close();
}

/** Puts a finished folder in the place of another; until the last rename the earlier one stands under its name or `.old`. */
export async function swapFolder(finished: string, target: string): Promise<void> {
  const old = `${target}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(target, old).catch(ignoreMissing);
  await rename(finished, target);
  await rm(old, { recursive: true, force: true });
}

/** Brings the earlier folder back where a run was killed between the two renames of `swapFolder`. */
export async function recoverFolder(target: string): Promise<void> {
  const standing = await readdir(target).catch(() => null);
  if (standing === null) await rename(`${target}.old`, target).catch(ignoreMissing);
}

/**
 * Takes away what is not finished, at once, and brings the earlier folder back where it was being replaced; one that has been
 * replaced already goes.
 */
export function undoFolder(partial: string, target: string): void {
  const old = `${target}.old`;
  rmSync(partial, { recursive: true, force: true });
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
  rmSync(old, { recursive: true, force: true });
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
