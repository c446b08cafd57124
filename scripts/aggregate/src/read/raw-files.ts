import { join } from "node:path";
import type { Folders } from "../report/folders.ts";
import { type ListedFile, listFiles } from "./list-files.ts";

/** A raw file and whether its folder may hold rows of people. */
export interface RawFile extends ListedFile {
  personLevel: boolean;
}

const ARRIVAL = /^([0-9]{4}-[0-9]{2}-[0-9]{2})\//;

/**
 * The raw files of a report as it stood on a day. A folder named by a day just below raw/ says when its files came in: those
 * of a later day are left out. Files that say no day have always been there.
 */
export async function rawFiles(folders: Folders, asOf: string): Promise<RawFile[]> {
  const open = await listFiles(folders.raw);
  const ofPeople = await listFiles(join(folders.private, "raw"));
  return [
    ...open.map((file) => ({ ...file, personLevel: false })),
    ...ofPeople.map((file) => ({ ...file, personLevel: true })),
  ].filter(({ name }) => (ARRIVAL.exec(name)?.[1] ?? "") <= asOf);
}
