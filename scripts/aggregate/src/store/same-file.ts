import { copyFile, link } from "node:fs/promises";

/** Gives a file a second name, so that it is not written twice; where a disk cannot do that, a copy. */
export async function sameFile(path: string, other: string): Promise<void> {
  await link(path, other).catch(() => copyFile(path, other));
}
