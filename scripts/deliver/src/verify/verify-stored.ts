import { carriedAt, knownManifest } from "../deliver/history.ts";
import { releaseFolder } from "../deliver/layout.ts";
import { isSeen, type Seen } from "../deliver/seen.ts";
import { readBack } from "../deliver/send.ts";
import { treeOf } from "../deliver/tree.ts";
import type { Target } from "../target/target.ts";
import type { Finding } from "./finding.ts";

/**
 * Compares a release as it lies on its target with its list of files, byte for byte.
 * @param seen contents that were read back in this very run: of those it is enough that nothing was written since
 * @returns what was changed, lost or added; how many files were read
 * @throws {DeliverRefusal} where the target has no list of that release
 */
export async function verifyStored(
  target: Target,
  name: string,
  seen: Seen = new Set(),
): Promise<{ files: number; findings: Finding[] }> {
  const manifest = await knownManifest(target, name);
  const files = [...manifest.files, ...(await carriedAt(target, name))];
  const there = await treeOf(target, releaseFolder(name));
  const unseen = files.filter((file) => !isSeen(seen, file, there.get(file.path)));
  const wrong = await readBack(target, releaseFolder(name), unseen);
  const known = new Set(files.map(({ path }) => path));
  const added = [...there.keys()].filter((path) => !known.has(path)).sort();
  const findings = [
    ...wrong.map(({ path }) => (there.has(path) ? altered(path) : lost(path))),
    ...added.map((path) => strange(path)),
  ];
  return { files: files.length, findings };
}

const altered = (where: string): Finding => ({ where, vi: "nội dung bị sửa", en: "its content was changed" });
const lost = (where: string): Finding => ({ where, vi: "bị mất", en: "is missing" });
const strange = (where: string): Finding => ({ where, vi: "tệp lạ, không phát hành", en: "was not delivered by us" });
