import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ListedFile, listFiles } from "./read/list-files.ts";
import type { Folders } from "./report/folders.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const code = [
  "scripts/aggregate/src",
  "scripts/aggregate/sql",
  "packages/schema/src",
  "packages/units/src",
  "packages/units/data",
];

/**
 * The hash of everything a published folder depends on: the code and its SQL, the locked dependencies, the reference
 * lists, the report's definition and raw files, and the options.
 */
export async function inputHash(
  folders: Folders,
  options: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const hash = createHash("sha256");
  hash.update(JSON.stringify({ options, node: process.version }));
  hash.update(await readFile(join(root, "package-lock.json")).catch(() => ""));
  for (const folder of [...code.map((path) => join(root, path)), folders.reference, folders.report]) {
    for (const file of await listFiles(folder)) await addFile(hash, file);
  }
  return hash.digest("hex");
}

async function addFile(hash: ReturnType<typeof createHash>, file: ListedFile): Promise<void> {
  hash.update(`${file.name}\0${file.regular}\0`);
  // A pipe would never end, and an unreadable file is refused by the run itself.
  if (file.regular) hash.update(await readFile(file.path).catch(() => "unreadable"));
}
