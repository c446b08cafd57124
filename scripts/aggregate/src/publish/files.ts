import { createHash } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { replacedName, standingFolders } from "@tiendo/schema";

/** The sha256 of a file's bytes, in hex, and how many there are. */
export async function fileHash(path: string): Promise<{ sha256: string; bytes: number }> {
  const content = await readFile(path);
  return { sha256: createHash("sha256").update(content).digest("hex"), bytes: content.length };
}

/** Puts every file of a folder, and the folder itself, on the disk before it is relied on. */
export async function syncFolder(folder: string): Promise<void> {
  // One by one each would wait for the disk: a hundred files took half a second, all at once a twentieth.
  await Promise.all((await readdir(folder)).map((name) => syncPath(join(folder, name))));
  await syncPath(folder);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync();
  await handle.close();
}

/** What a published folder is called while another takes its place. */
const replacedFolder = (target: string): string => join(dirname(target), replacedName(basename(target)));

/**
 * Puts a finished folder in the place of another. Between the two renames the earlier one stands under another name, by which
 * whoever reads published folders finds it: see `standingFolders`.
 */
export async function swapFolder(finished: string, target: string): Promise<void> {
  const old = replacedFolder(target);
  await rm(old, { recursive: true, force: true });
  await rename(target, old).catch(ignoreMissing);
  await rename(finished, target);
  await rm(old, { recursive: true, force: true });
}

/** The folder that stands for a day of a report: its own, or the earlier one where a run was killed between two renames. */
export async function standingFolder(published: string, asOf: string): Promise<string> {
  const names = await readdir(published).catch(() => []);
  return join(published, standingFolders(names).get(asOf) ?? asOf);
}

/** Brings earlier folders back, of every day of a report, where a run was killed between the two renames of `swapFolder`. */
export async function recoverFolders(published: string): Promise<void> {
  const names = await readdir(published).catch(() => []);
  for (const [day, name] of standingFolders(names))
    if (day !== name) await rename(join(published, name), join(published, day));
}

/**
 * Takes away what is not finished, at once, and brings the earlier folder back where it was being replaced; one that has been
 * replaced already goes.
 */
export function undoFolder(partial: string, target: string): void {
  const old = replacedFolder(target);
  rmSync(partial, { recursive: true, force: true });
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
  rmSync(old, { recursive: true, force: true });
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
