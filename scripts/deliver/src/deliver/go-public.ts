import type { PublishedFolder } from "../input/published-folders.ts";
import type { Release } from "../release/release.ts";
import type { Target } from "../target/target.ts";
import type { Finding } from "../verify/finding.ts";
import type { Verifier } from "../verify/verifier.ts";
import { archive } from "./archive.ts";
import { type Placed, place, publish } from "./deliver.ts";
import { switchTo } from "./history.ts";
import type { Lock } from "./lock.ts";
import { outdatedOn, removeReleases, unfinishedOn } from "./prune.ts";

/** How a release becomes public. */
export interface GoPublicOptions {
  /** Verifies what is public now, from outside or from the target. */
  readonly verify: Verifier;
  /** Leaves the release public although it does not verify. */
  readonly keep: boolean;
  /** How many releases stay on the target. */
  readonly last: number;
}

/** What came of it. */
export interface Outcome {
  readonly placed: Placed;
  readonly archived: number;
  readonly verified: number;
  readonly findings: Finding[];
  /** The release that is public again, null where nothing had to be, or could be, taken back. */
  readonly takenBack: string | null;
  readonly removed: string[];
}

/** The whole delivery: placed, the data archived, switched, verified, taken back if wrong, old releases removed. */
export async function goPublic(
  target: Target,
  release: Release,
  folders: readonly PublishedFolder[],
  lock: Lock,
  options: GoPublicOptions,
): Promise<Outcome> {
  await removeReleases(target, await unfinishedOn(target, release.manifest.name));
  const placed = await place(target, release, lock);
  const archived = await archive(target, folders, lock);
  await publish(target, placed.name, lock);
  const { files, findings } = await verifiedOrBack(target, placed, options);
  const takenBack = findings.length > 0 && !options.keep ? await takeBack(target, placed) : null;
  const removed = findings.length > 0 ? [] : await outdatedOn(target, options.last);
  await removeReleases(target, removed);
  return { placed, archived, verified: files, findings, takenBack, removed };
}

// A portal that cannot be asked proves nothing: what cannot be verified does not stay public either.
async function verifiedOrBack(target: Target, placed: Placed, { verify, keep }: GoPublicOptions) {
  try {
    return await verify(placed.name, placed.seen);
  } catch (fault) {
    if (!keep) await takeBack(target, placed);
    throw fault;
  }
}

async function takeBack(target: Target, { name, before }: Placed): Promise<string | null> {
  if (before === null || before === name) return null;
  await switchTo(target, before);
  return before;
}
