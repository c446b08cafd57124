import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The SHA-256 of a folder's SHA256SUMS: one number that stands for every file of it. */
export function fingerprintOf(folder: string): string {
  return createHash("sha256")
    .update(readFileSync(join(folder, "SHA256SUMS")))
    .digest("hex");
}
