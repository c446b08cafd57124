import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** A file below `raw/`: its name is the path below the folder, with forward slashes. */
export interface ListedFile {
  name: string;
  path: string;
  regular: boolean;
}

/** Every file below a folder in the order of names, hidden ones left out; links and pipes are listed, not followed. */
export async function listFiles(folder: string, below = ""): Promise<ListedFile[]> {
  const names = (await readdir(join(folder, below)).catch(() => [])).filter((name) => !name.startsWith(".")).sort();
  const lists = await Promise.all(names.map((name) => listOne(folder, below === "" ? name : `${below}/${name}`)));
  return lists.flat();
}

async function listOne(folder: string, name: string): Promise<ListedFile[]> {
  const path = join(folder, name);
  const kind = await lstat(path);
  return kind.isDirectory() ? listFiles(folder, name) : [{ name, path, regular: kind.isFile() }];
}
