import { createHash } from "node:crypto";
import { ReleaseError } from "../release-error.ts";

/** The list of files and hashes in a published folder; `sha256sum -c` reads it. */
export const CHECKSUMS = "SHA256SUMS";
/** The signature of that list. */
export const SIGNATURE = "SHA256SUMS.minisig";

/** The sha256 of bytes, in hex. */
export function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Reads `SHA256SUMS` into hashes by file. @throws {ReleaseError} naming the line that is none of it */
export function readChecksums(text: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const [, hash, name] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(line) ?? [];
    if (hash === undefined || name === undefined || name.startsWith(".") || sums.has(name))
      throw new ReleaseError(
        `${CHECKSUMS}, dòng | line ${index + 1}: cần “<sha256>  <tên tệp>”, mỗi tệp một dòng | expected "<sha256>  <file name>", one line a file`,
      );
    sums.set(name, hash);
  }
  return sums;
}
