import { knownManifest } from "../deliver/history.ts";
import type { Seen } from "../deliver/seen.ts";
import type { Target } from "../target/target.ts";
import type { Finding } from "./finding.ts";
import { verifyPublic } from "./verify-public.ts";
import { verifyStored } from "./verify-stored.ts";

/** Verifies a release by its name; what was read back just before need not be read again on the target. */
export type Verifier = (name: string, seen?: Seen) => Promise<{ files: number; findings: Finding[] }>;

/** Verifies through the public address where there is one, else as the release lies on the target. */
export function verifierOf(target: Target, url?: URL): Verifier {
  if (url === undefined) return (name, seen) => verifyStored(target, name, seen);
  return async (name) => verifyPublic(await knownManifest(target, name), url);
}
