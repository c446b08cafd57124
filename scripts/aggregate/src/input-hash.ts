import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles } from "./read/list-files.ts";
import type { Folders } from "./report/folders.ts";
import { addFile } from "./rules-hash.ts";

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
 * lists, the report's definition and raw files, those of people too, and the options.
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
  for (const file of await listFiles(join(folders.private, "raw"))) {
    hash.update(`${file.name}\0${file.regular}\0`);
    // Files of people may be too long to be held in memory.
    if (file.regular) for await (const chunk of createReadStream(file.path)) hash.update(chunk);
  }
  return hash.digest("hex");
}
