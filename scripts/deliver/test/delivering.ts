import { type GoPublicOptions, goPublic, type Outcome } from "../src/deliver/go-public.ts";
import { withLock } from "../src/deliver/lock.ts";
import type { PublishedFolder } from "../src/input/published-folders.ts";
import type { Release } from "../src/release/release.ts";
import type { Target } from "../src/target/target.ts";
import { verifyStored } from "../src/verify/verify-stored.ts";

/** A delivery as the command makes it, verified on the target unless told otherwise. */
export function delivering(
  target: Target,
  release: Release,
  { folders = [], ...options }: Partial<GoPublicOptions> & { folders?: PublishedFolder[] } = {},
): Promise<Outcome> {
  const verify = (name: string) => verifyStored(target, name);
  return withLock(target, { breakLock: false, say: () => undefined }, (lock) =>
    goPublic(target, release, folders, lock, { verify, keep: false, last: 5, ...options }),
  );
}
