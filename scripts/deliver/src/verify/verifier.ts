import { knownManifest } from "../deliver/history.ts";
import type { Target } from "../target/target.ts";
import type { Finding } from "./finding.ts";
import { verifyPublic } from "./verify-public.ts";
import { verifyStored } from "./verify-stored.ts";

/** Verifies a release by its name. */
export type Verifier = (name: string) => Promise<{ files: number; findings: Finding[] }>;

/** Verifies through the public address where there is one, else as the release lies on the target. */
export function verifierOf(target: Target, url?: URL): Verifier {
  if (url === undefined) return (name) => verifyStored(target, name);
  return async (name) => verifyPublic(await knownManifest(target, name), url);
}
