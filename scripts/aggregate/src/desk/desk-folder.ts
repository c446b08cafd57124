import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";

/** Folders of a report's private store that hold tables for the analyst: of the cleaning step, and the models unhidden. */
export const deskFolders = ["clean", "models"] as const;

/** The tables of a folder as `[name, path]`, in the order of names; none where the folder is missing. */
export async function tablesIn(folder: string): Promise<Array<readonly [name: string, path: string]>> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(".parquet"))
    .sort()
    .map((name) => [basename(name, ".parquet"), join(folder, name)] as const);
}
