import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Run } from "../run.ts";

/** Removes stored files that this run did not use: older versions of files, and files checked under older rules. */
export async function pruneStore({ reading, files }: Run): Promise<void> {
  const used = new Set(
    files.flatMap(({ entry, tables }) => [entry, ...tables.map(({ folder }) => basename(dirname(folder)))]),
  );
  const stored = await readdir(reading.store).catch(() => []);
  const unused = stored.filter((name) => !used.has(name));
  await Promise.all(unused.map((name) => rm(join(reading.store, name), { recursive: true, force: true })));
}
