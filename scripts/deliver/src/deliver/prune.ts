import type { Target } from "../target/target.ts";
import { currentOf, deliveredOf } from "./history.ts";
import { carriedFile, isReleaseName, manifestFile, RELEASES, releaseFolder, seenFile } from "./layout.ts";

/**
 * What may go from a target so that its last releases stay: never the public one, nor the one before it, to which a rollback
 * would go; of what was left unfinished everything but one release.
 * @param keep how many releases stay
 */
export async function outdatedOn(target: Target, keep: number): Promise<string[]> {
  const delivered = await deliveredOf(target);
  const current = await currentOf(target);
  const before = delivered[delivered.indexOf(current ?? "") - 1];
  const stays = new Set([...delivered.slice(-keep), current, before]);
  return delivered.filter((name) => !stays.has(name));
}

/** Releases that were begun and never became whole, but for the one named. */
export async function unfinishedOn(target: Target, except?: string): Promise<string[]> {
  const entries = await target.list(RELEASES);
  const begun = entries.filter(
    ({ name }) => name.endsWith(".partial") && isReleaseName(name.replace(/\.partial$/, "")),
  );
  return begun.map(({ name }) => name).filter((name) => name !== `${except}.partial`);
}

/** Removes releases, or unfinished ones, from a target. */
export async function removeReleases(target: Target, names: readonly string[]): Promise<void> {
  for (const name of names) {
    // Renamed first: a removal that is cut leaves something unfinished, not half a release.
    if (isReleaseName(name)) await target.rename(releaseFolder(name), `${releaseFolder(name)}.partial`);
    await target.remove(`${RELEASES}/${name.replace(/\.partial$/, "")}.partial`);
    if (!isReleaseName(name)) continue;
    await target.remove(manifestFile(name));
    await target.remove(carriedFile(name));
    await target.remove(seenFile(name));
  }
}
