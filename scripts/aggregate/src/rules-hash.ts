import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReportDefinition } from "@tiendo/schema";
import { type ListedFile, listFiles } from "./read/list-files.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const code = [
  "scripts/aggregate/src/grid",
  "scripts/aggregate/src/read",
  "scripts/aggregate/src/validate",
  "scripts/aggregate/src/store",
  "scripts/aggregate/sql",
  "packages/schema/src",
  "packages/units/src",
  "packages/units/data",
];

/**
 * The hash of all that decides how a row is read and judged by itself: the code, the SQL, the reference lists, and what
 * the report's definition gives to the rules; its day does not, see `sql/checks/day`. Rows that were checked under other
 * rules are checked again.
 */
export async function rulesHash(reference: string, report: ReportDefinition): Promise<string> {
  return hashOf(code, reference, report);
}

/** The version of all rules behind a release's numbers: beside those of single rows how people, doses and steps are told apart. */
export async function rulesVersion(reference: string, report: ReportDefinition): Promise<string> {
  return hashOf(
    [...code, "scripts/aggregate/src/clean", "scripts/aggregate/src/model", "scripts/aggregate/src/rollup"],
    reference,
    report,
  );
}

async function hashOf(
  paths: readonly string[],
  reference: string,
  { edition, synthetic }: ReportDefinition,
): Promise<string> {
  const hash = createHash("sha256");
  hash.update(JSON.stringify({ edition, synthetic }));
  for (const path of paths) hash.update(await codeHash(path));
  hash.update(await folderHash(reference));
  return hash.digest("hex");
}

// A process runs the code that it has read, whatever becomes of the files meanwhile.
const codeHashes = new Map<string, Promise<string>>();

/** The hash of a folder of the project's own code, such as `packages/schema/src`. */
export function codeHash(path: string): Promise<string> {
  const hash = codeHashes.get(path) ?? folderHash(join(root, path));
  codeHashes.set(path, hash);
  return hash;
}

/** The hash of the locked dependencies. */
export async function lockHash(): Promise<string> {
  const lock = await readFile(join(root, "package-lock.json")).catch(() => "");
  return createHash("sha256").update(lock).digest("hex");
}

/** The hash of the names and bytes of all files below a folder. */
export async function folderHash(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of await listFiles(folder)) hash.update(`${file.name}\0${file.regular}\0${bytesHash(file)}`);
  return hash.digest("hex");
}

// At once, since to wait for each of some hundred short files takes longer than to read them.
function bytesHash({ path, regular }: ListedFile): string {
  // A pipe would never end, and an unreadable file is refused by the run itself.
  if (!regular) return "";
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch {
    return "unreadable";
  }
}
