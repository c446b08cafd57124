import type { Target } from "../target/target.ts";
import type { Finding } from "./finding.ts";
import { verifyStored } from "./verify-stored.ts";

/** Verifies a release by its name. */
export type Verifier = (name: string) => Promise<{ files: number; findings: Finding[] }>;

/** Verifies on the target. */
export function verifierOf(target: Target, _url?: URL): Verifier {
  return (name) => verifyStored(target, name);
}
