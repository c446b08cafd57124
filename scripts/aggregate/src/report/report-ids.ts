import { readdir } from "node:fs/promises";

/** The reports under a data folder, in the order of names; none where there is no such folder. */
export async function reportIds(data: string): Promise<string[]> {
  const entries = await readdir(`${data}/reports`, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
