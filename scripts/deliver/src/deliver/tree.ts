import { DeliverRefusal } from "../refusal.ts";
import type { Target } from "../target/target.ts";
import { inParallel } from "../workers.ts";

/** What tells a file that was written since from one that was not. */
export interface Stamp {
  readonly bytes: number;
  readonly modified: number;
}

/** Files of a folder by path, as far as listing tells. */
export type Tree = ReadonlyMap<string, Stamp>;

/**
 * The files below a folder of a target; links are never followed.
 * @throws {DeliverRefusal} for a link or a device in it: writing through one would write outside the release
 */
export async function treeOf(target: Target, folder: string, prefix = ""): Promise<Tree> {
  const entries = await target.list(`${folder}/${prefix}`.replace(/\/$/, ""));
  const odd = entries.find(({ kind }) => kind === "link" || kind === "other");
  if (odd !== undefined) throw oddEntry(`${target.address}/${folder}/${prefix}${odd.name}`);
  const files = entries
    .filter(({ kind }) => kind === "file")
    .map(({ name, bytes, modified }) => [`${prefix}${name}`, { bytes, modified }] as const);
  const folders = entries.filter(({ kind }) => kind === "folder");
  const below = await inParallel(folders, target.parallel, ({ name }) => treeOf(target, folder, `${prefix}${name}/`));
  return new Map([...files, ...below.flatMap((tree) => [...tree])]);
}

/** The folders that files lie in, by depth: those of one level can be made at once, after those of the level above. */
export function folderLevelsOf(paths: Iterable<string>): string[][] {
  const levels: Set<string>[] = [];
  for (const path of paths) {
    const parts = path.split("/").slice(0, -1);
    for (const depth of parts.keys()) {
      levels[depth] ??= new Set();
      levels[depth].add(parts.slice(0, depth + 1).join("/"));
    }
  }
  return levels.map((level) => [...level].sort());
}

function oddEntry(where: string): DeliverRefusal {
  return new DeliverRefusal(
    where,
    "là liên kết hoặc tệp đặc biệt trong bản phát hành, có thể ghi ra ngoài; hãy xóa nó rồi chạy lại",
    "is a link or a special file inside a release, writing could leave it; remove it, then run again",
  );
}
