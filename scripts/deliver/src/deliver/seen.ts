import { z } from "zod";
import type { ReleaseFile } from "../release/manifest.ts";
import type { Target } from "../target/target.ts";
import { MANIFESTS, manifestFile, seenFile } from "./layout.ts";
import type { Stamp, Tree } from "./tree.ts";

/**
 * Contents that were read back right, with the time at which the target says they were written. Whatever is not written
 * since need not be read again, as with rsync; `verify` reads everything all the same.
 */
export type Seen = ReadonlySet<string>;

/** Whether a file is as it was when it was read back. */
export function isSeen(seen: Seen, { sha256, bytes }: ReleaseFile, stamp: Stamp | undefined): boolean {
  return stamp !== undefined && stamp.bytes === bytes && seen.has(markOf(sha256, stamp));
}

/** What is known once these files have been read back. */
export function seenIn(tree: Tree, files: readonly ReleaseFile[]): Seen {
  return new Set(files.flatMap(({ path, sha256 }) => marksOf(sha256, tree.get(path))));
}

/** What was read back of a release in earlier runs; nothing where that is not known. */
export async function seenAt(target: Target, name: string): Promise<Seen> {
  try {
    const text = (await target.get(seenFile(name)))?.toString("utf8") ?? "[]";
    return new Set(z.array(z.string()).parse(JSON.parse(text)));
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof z.ZodError) return new Set();
    throw fault;
  }
}

/**
 * Notes what was read back, for the next run. What was written within two seconds of it is left out: somebody could write
 * it again in the same second, and no time would tell.
 */
export async function noteSeen(target: Target, name: string, seen: Seen): Promise<void> {
  const list = (await target.list(MANIFESTS)).find((entry) => `${MANIFESTS}/${entry.name}` === manifestFile(name));
  const settled = (list?.modified ?? 0) - 2_000;
  const marks = [...seen].filter((mark) => Number(mark.split(" ")[1]) < settled).sort();
  await target.put(seenFile(name), Buffer.from(`${JSON.stringify(marks)}\n`));
}

const markOf = (sha256: string, { modified }: Stamp) => `${sha256.slice(0, 16)} ${Math.floor(modified)}`;
const marksOf = (sha256: string, stamp: Stamp | undefined) => (stamp === undefined ? [] : [markOf(sha256, stamp)]);
