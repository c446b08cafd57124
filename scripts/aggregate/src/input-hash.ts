import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { rawFiles } from "./read/raw-files.ts";
import type { Folders } from "./report/folders.ts";
import { earlierFolder } from "./revise/earlier-release.ts";
import { codeHash, folderHash, lockHash } from "./rules-hash.ts";

const code = [
  "scripts/aggregate/src",
  "scripts/aggregate/sql",
  "packages/schema/src",
  "packages/units/src",
  "packages/units/data",
];

/**
 * The hash of everything a published folder depends on: the code and its SQL, the locked dependencies, the reference
 * lists, the report's definition, the raw files that had come in by its day, those of people too, the folders that others
 * sent of it, the release that it is compared with, and the options.
 */
export async function inputHash(
  folders: Folders,
  asOf: string,
  options: Readonly<Record<string, string | undefined>> = {},
): Promise<string> {
  const earlier = (await earlierFolder(folders.published, asOf))?.sha256;
  const sent = await sentHash(folders, asOf);
  const all = JSON.stringify({ asOf, options, earlier, node: process.version, sent });
  return createHash("sha256").update(all).digest("hex");
}

/** The hash of what a release is computed from: all of the above but the release before and the options. */
export async function sentHash(folders: Folders, asOf: string): Promise<string> {
  const hash = createHash("sha256");
  hash.update(await lockHash());
  hash.update(await readFile(join(folders.report, "report.json")).catch(() => ""));
  for (const path of code) hash.update(await codeHash(path));
  hash.update(await folderHash(folders.reference));
  for (const file of await rawFiles(folders, asOf)) {
    hash.update(`${file.name}\0${file.personLevel}\0${file.regular}\0`);
    // Files of people may be too long to be held in memory.
    if (file.regular) await addBytes(hash, file.path);
  }
  await addSent(hash, folders, asOf);
  return hash.digest("hex");
}

/** The folders of that day that other units sent. */
async function addSent(hash: Hash, folders: Folders, asOf: string): Promise<void> {
  const units = await readdir(join(folders.report, "folders")).catch(() => []);
  for (const unit of units.sort())
    hash.update(`${unit}\0${await folderHash(join(folders.report, "folders", unit, asOf))}`);
}

async function addBytes(hash: Hash, path: string): Promise<void> {
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch {
    // An unreadable file is refused by the run itself.
    hash.update("unreadable");
  }
}
