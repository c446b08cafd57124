import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { DeliverRefusal } from "../refusal.ts";
import { parseManifest } from "../release/manifest.ts";
import type { Release } from "../release/release.ts";
import { findingLine } from "../verify/finding.ts";
import { verifyPublic } from "../verify/verify-public.ts";
import { verifyZip } from "../zip/verify-zip.ts";
import { writeZip, zipManifest } from "../zip/write-zip.ts";

/** Whether a target is a zip to be uploaded by hand. */
export const isZip = (to: string) => to.endsWith(".zip");

const fileAt = (to: string) => (isAbsolute(to) ? to : resolve(process.env.INIT_CWD ?? ".", to));

/** Writes the zip, or says what it would hold; 0 written and read back, 1 reads back otherwise. */
export async function zipCommand(release: Release, { to, dryRun }: { to: string; dryRun: boolean }): Promise<0 | 1> {
  const { name, files } = release.manifest;
  if (dryRun) {
    console.log(`Thử, không ghi gì | Dry run, nothing is written: ${to}, ${name}, ${files.length} tệp | files`);
    return 0;
  }
  const { findings } = await writeZip(release, fileAt(to));
  for (const finding of findings) console.log(findingLine(finding));
  if (findings.length > 0) return 1;
  console.log(`Đã đóng gói và đọc lại | Packed and read back: ${to}, ${name}, ${files.length} tệp | files`);
  console.log(
    `Tải lên cổng, giải nén vào thư mục trống, rồi kiểm tra | Upload it, unpack it into an empty folder, then verify:\n  npm run deliver -- verify --to ${to} --url https://…/`,
  );
  return 0;
}

/** Verifies a zip, or with an address what was made public from it; 0 as packed, 1 not so. */
export async function verifyZipCommand({ to, url }: { to: string; url?: URL }): Promise<0 | 1> {
  const list = zipManifest(fileAt(to));
  if (!existsSync(list)) throw noList(list);
  const manifest = parseManifest(readFileSync(list, "utf8"), list);
  const { files, findings } = await (url === undefined ? verifyZip(fileAt(to), manifest) : verifyPublic(manifest, url));
  for (const finding of findings) console.log(findingLine(finding));
  if (findings.length === 0)
    console.log(`Đúng như khi phát hành | As delivered: ${manifest.name}, ${files} tệp | files`);
  else console.log(`Có lỗi | Faults in ${manifest.name}: ${findings.length}`);
  return findings.length === 0 ? 0 : 1;
}

/** What only a place with releases can do is not asked of a zip. @throws {DeliverRefusal} */
export function refuseZip({ to }: { to: string }): void {
  if (!isZip(to)) return;
  throw new DeliverRefusal(
    to,
    "tệp zip không giữ nhiều bản; chỉ dùng được deliver và verify",
    "a zip keeps no releases; only deliver and verify work with it",
  );
}

function noList(list: string): DeliverRefusal {
  return new DeliverRefusal(
    list,
    "thiếu danh mục tệp nằm cạnh tệp zip; hãy tạo lại: npm run deliver -- --to <tệp>.zip",
    "the list of files beside the zip is missing; make it again: npm run deliver -- --to <file>.zip",
  );
}
