import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** A file below `raw/`: its name is the path below the folder, with forward slashes. */
export interface ListedFile {
  name: string;
  path: string;
  regular: boolean;
}

/** Every file below a folder in the order of names, hidden ones left out; links and pipes are listed, not followed. */
export async function listFiles(folder: string, below = ""): Promise<ListedFile[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  const seen = entries.filter(({ name }) => !name.startsWith("."));
  const lists = await Promise.all(seen.sort(byName).map((entry) => listOne(folder, below, entry)));
  return lists.flat();
}

async function listOne(folder: string, below: string, entry: Dirent): Promise<ListedFile[]> {
  const name = below === "" ? entry.name : `${below}/${entry.name}`;
  return entry.isDirectory() ? listFiles(folder, name) : [{ name, path: join(folder, name), regular: entry.isFile() }];
}

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}
