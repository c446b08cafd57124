import { buffer } from "node:stream/consumers";
import yauzl, { type Entry } from "yauzl";
import { sha256 } from "../deliver/send.ts";
import { DeliverRefusal } from "../refusal.ts";
import { type ReleaseManifest, SERVER_SETTINGS } from "../release/manifest.ts";
import { isSafePath } from "../release/safe-path.ts";
import type { Finding } from "../verify/finding.ts";

/**
 * Compares a zip with a release's list of files, byte for byte; nothing is unpacked onto the disk.
 * @throws {DeliverRefusal} where it is no zip, or a name in it would lead outside the folder it is unpacked in
 */
export async function verifyZip(
  file: string,
  manifest: ReleaseManifest,
): Promise<{ files: number; findings: Finding[] }> {
  const hashes = await hashesIn(file);
  const known = new Set(manifest.files.map(({ path }) => path));
  const findings = [
    ...manifest.files.flatMap(({ path, sha256 }) => judged(path, sha256, hashes.get(path))),
    ...[...hashes.keys()].filter((path) => !known.has(path)).map((where) => strange(where)),
  ];
  return { files: manifest.files.length, findings };
}

async function hashesIn(file: string): Promise<Map<string, string>> {
  try {
    const zip = await yauzl.openPromise(file, { strictFileNames: true });
    const hashes = new Map<string, string>();
    for await (const entry of zip.eachEntry()) hashes.set(safeName(file, entry), sha256(await contentOf(zip, entry)));
    return hashes;
  } catch (cause) {
    if (cause instanceof DeliverRefusal) throw cause;
    throw unreadable(file, cause);
  }
}

async function contentOf(zip: yauzl.ZipFile, entry: Entry): Promise<Buffer> {
  return buffer(await zip.openReadStreamPromise(entry));
}

function safeName(file: string, { fileName, externalFileAttributes }: Entry): string {
  const isLink = ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (!isLink && (fileName === SERVER_SETTINGS || isSafePath(fileName))) return fileName;
  throw new DeliverRefusal(
    `${file}, ${JSON.stringify(fileName)}`,
    "tên này có thể ghi ra ngoài thư mục khi giải nén; không dùng tệp zip này",
    "this name could write outside the folder when it is unpacked; do not use this zip",
  );
}

function judged(where: string, expected: string, found: string | undefined): Finding[] {
  if (found === expected) return [];
  if (found === undefined) return [{ where, vi: "bị mất", en: "is missing" }];
  return [{ where, vi: "nội dung bị sửa", en: "its content was changed" }];
}

const strange = (where: string): Finding => ({ where, vi: "tệp lạ, không phát hành", en: "was not delivered by us" });

function unreadable(file: string, cause: unknown): DeliverRefusal {
  return new DeliverRefusal(
    file,
    "không đọc được tệp zip; hãy tạo lại: npm run deliver -- --to <tệp>.zip",
    `cannot be read as a zip (${cause instanceof Error ? cause.message : cause}); make it again`,
    { cause },
  );
}
