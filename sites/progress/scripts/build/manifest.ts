import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { filesUnder, sha256Of } from "./files.ts";

/** What a finished build was made from and consists of; it lies beside the folder, not in it. */
const Manifest = z.strictObject({ input: z.string(), base: z.string(), files: z.record(z.string(), z.string()) });
export type Manifest = z.infer<typeof Manifest>;

function manifestPath(out: string): string {
  return `${out}.manifest.json`;
}

/** The manifest of a built folder, or null where there is none that can be read. */
export function readManifest(out: string): Manifest | null {
  if (!existsSync(manifestPath(out))) return null;
  try {
    return Manifest.parse(JSON.parse(readFileSync(manifestPath(out), "utf8")));
  } catch {
    // A manifest cut short by a crash only means that the site is built again.
    return null;
  }
}

export function writeManifest(out: string, input: string, base: string): Manifest {
  const manifest = { input, base, files: hashesOf(out) };
  writeFileSync(`${manifestPath(out)}.tmp`, `${JSON.stringify(manifest, null, 1)}\n`);
  renameSync(`${manifestPath(out)}.tmp`, manifestPath(out));
  return manifest;
}

/** Whether the folder holds exactly the files of its manifest, with the same bytes. */
export function isWhole(out: string, manifest: Manifest): boolean {
  const found = Object.entries(hashesOf(out));
  const expected = manifest.files;
  return found.length === Object.keys(expected).length && found.every(([file, hash]) => expected[file] === hash);
}

function hashesOf(out: string): Record<string, string> {
  return Object.fromEntries(filesUnder(out).map((file) => [file, sha256Of(join(out, file))]));
}
