import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cleanedFolder } from "../clean/cleaned-people.ts";
import { choicesFile } from "../protect/kept-choices.ts";
import type { Run } from "../run.ts";
import { findingsFolder } from "../validate/findings-folder.ts";

/**
 * Removes stored files that this run did not use: older versions of files, and files checked under older rules,
 * with what was found of people in other files, and what was chosen to be hidden of other counts.
 */
export async function pruneStore(run: Run): Promise<void> {
  const { reading, files } = run;
  const used = new Set([
    ...files.flatMap(({ entry, tables }) => [entry, ...tables.map(({ folder }) => basename(dirname(folder)))]),
    ...[findingsFolder(run), cleanedFolder(run), await choicesFile(run)].map((path) => basename(path ?? "")),
  ]);
  const stored = await readdir(reading.store).catch(() => []);
  const unused = stored.filter((name) => !used.has(name));
  await Promise.all(unused.map((name) => rm(join(reading.store, name), { recursive: true, force: true })));
}
