import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { literal } from "@tiendo/schema";
import type { Database } from "../db.ts";

/** Folders of a report's private store that hold tables for the analyst: of the cleaning step, and the models unhidden. */
export const deskFolders = ["clean", "models"] as const;

/** Writes tables as Parquet into `<private>/<folder>`, whole or not at all. */
export async function writeDesk(
  db: Database,
  privateFolder: string,
  folder: (typeof deskFolders)[number],
  tables: readonly string[],
): Promise<void> {
  const [target, aside] = [join(privateFolder, folder), join(privateFolder, `${folder}.partial`)];
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await db.runEach(tables.map((name) => `copy ${name} to ${literal(join(aside, `${name}.parquet`))} (format parquet)`));
  await rm(target, { recursive: true, force: true });
  await rename(aside, target);
}

/** The tables of a folder as `[name, path]`, in the order of names; none where the folder is missing. */
export async function tablesIn(folder: string): Promise<Array<readonly [name: string, path: string]>> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(".parquet"))
    .sort()
    .map((name) => [basename(name, ".parquet"), join(folder, name)] as const);
}
