import { createWriteStream } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";
import { sha256 } from "../deliver/send.ts";
import { DeliverRefusal } from "../refusal.ts";
import { manifestText } from "../release/manifest.ts";
import type { Release } from "../release/release.ts";
import type { Finding } from "../verify/finding.ts";
import { verifyZip } from "./verify-zip.ts";

/** Where the list of a zip's files lies: beside it, for `verify`. */
export const zipManifest = (zip: string) => `${zip}.json`;

/**
 * Writes a release as a zip, for portals that only take an upload, and reads it back; same release, same bytes. The list of
 * its files lies beside it.
 */
export async function writeZip(release: Release, zip: string): Promise<{ files: number; findings: Finding[] }> {
  const aside = `${zip}.partial`;
  try {
    await write(release, aside);
    const found = await verifyZip(aside, release.manifest);
    if (found.findings.length > 0) return found;
    await writeFile(zipManifest(zip), manifestText(release.manifest));
    await rename(aside, zip);
    return found;
  } finally {
    await rm(aside, { force: true });
  }
}

async function write({ manifest, sources }: Release, file: string): Promise<void> {
  const [year = 0, month = 1, day = 1] = manifest.as_of.split("-").map(Number);
  // A zip knows local time only: the report's day at noon, wherever this runs.
  const settings = { mtime: new Date(year, month - 1, day, 12), mode: 0o100644, forceDosTimestamp: true };
  const zip = new yazl.ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(file));
  for (const { path, sha256: expected } of manifest.files) {
    const bytes = await readFile(sources.get(path) ?? "");
    if (sha256(bytes) !== expected) throw changedMeanwhile(path);
    zip.addBuffer(bytes, path, settings);
  }
  zip.end();
  await written;
}

function changedMeanwhile(path: string): DeliverRefusal {
  return new DeliverRefusal(
    path,
    "tệp đã thay đổi trong lúc đóng gói; hãy dựng lại trang (npm run build) rồi làm lại",
    "the file changed while it was packed; build the site again (npm run build), then repeat",
    { kind: "later" },
  );
}
