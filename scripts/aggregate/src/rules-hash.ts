import { createHash } from "node:crypto";
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
  return hashOf([...code, "scripts/aggregate/src/clean", "scripts/aggregate/src/model"], reference, report);
}

async function hashOf(
  paths: readonly string[],
  reference: string,
  { edition, synthetic }: ReportDefinition,
): Promise<string> {
  const hash = createHash("sha256");
  hash.update(JSON.stringify({ edition, synthetic }));
  for (const folder of [...paths.map((path) => join(root, path)), reference]) {
    for (const file of await listFiles(folder)) await addFile(hash, file);
  }
  return hash.digest("hex");
}

/** Adds a file's name and bytes to a hash. */
export async function addFile(hash: ReturnType<typeof createHash>, file: ListedFile): Promise<void> {
  hash.update(`${file.name}\0${file.regular}\0`);
  // A pipe would never end, and an unreadable file is refused by the run itself.
  if (file.regular) hash.update(await readFile(file.path).catch(() => "unreadable"));
}
