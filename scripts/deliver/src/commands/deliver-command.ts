import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { goPublic, type Outcome } from "../deliver/go-public.ts";
import { currentOf, filesAt } from "../deliver/history.ts";
import { holderOf, withLock } from "../deliver/lock.ts";
import { builtBase, refuseOtherBase } from "../input/built-base.ts";
import { refuseStaleSite, refuseUnbuilt } from "../input/check-site.ts";
import { foldersShown, lastDayOf, type PublishedFolder, publishedFolders } from "../input/published-folders.ts";
import type { Release } from "../release/release.ts";
import { releaseOf } from "../release/release.ts";
import { openTarget, withTargetAt } from "../target/open.ts";
import type { Target } from "../target/target.ts";
import { findingLine } from "../verify/finding.ts";
import { verifierOf } from "../verify/verifier.ts";
import { places, type TargetOptions } from "./options.ts";
import { settingsText } from "./server-command.ts";
import { megabytes } from "./words.ts";
import { isZip, zipCommand } from "./zip-command.ts";

/** What `deliver` may be told. */
export interface DeliverOptions extends TargetOptions {
  dist: string;
  published: string;
  releases: string;
  url?: URL;
  server?: "apache";
  base?: string;
  keep: boolean;
  last: number;
}

/**
 * Delivers the built site; 0 public and verified, 1 taken back or left with findings.
 * @param onPublic told the name of the release once it is verified
 */
export async function deliverCommand(
  options: DeliverOptions,
  onPublic: (name: string) => void = () => undefined,
): Promise<0 | 1> {
  const { release, folders } = await prepared(options);
  if (isZip(options.to)) return zipCommand(release, options);
  return withTargetAt(await openTarget(options.to, options), async (target) => {
    if (options.dryRun) return tellPlan(target, release, folders);
    const verify = verifierOf(target, options.url);
    const lockOptions = { breakLock: options.breakLock, say: console.log };
    const outcome = await withLock(target, lockOptions, (lock) =>
      goPublic(target, release, folders, lock, { ...options, verify }),
    );
    if (outcome.findings.length === 0) onPublic(outcome.placed.name);
    return tellOutcome(outcome);
  });
}

/** The release of the built site, and the published folders to archive, all verified. */
async function prepared(options: DeliverOptions): Promise<{ release: Release; folders: PublishedFolder[] }> {
  refuseUnbuilt(options.dist);
  if (options.url !== undefined) refuseOtherBase(options.dist, options.url);
  const published = await publishedFolders(options.published);
  const release = await releaseOf(
    options.dist,
    lastDayOf(published, options.published),
    places.cache,
    await settingsFile(options),
  );
  const folders = foldersShown(published, await publishedFolders(options.releases));
  await refuseStaleSite(release, folders);
  const unsigned = published.filter(({ signed }) => !signed).map(({ report, asOf }) => `${report}/${asOf}`);
  if (unsigned.length > 0) console.log(`Chưa ký | Not signed: ${unsigned.join(", ")}`);
  return { release, folders };
}

/** The settings of a web server that reads them from the release itself, as a file. */
async function settingsFile({ server, base, dist }: DeliverOptions): Promise<string | undefined> {
  if (server === undefined) return undefined;
  const file = join(places.cache, "htaccess");
  await mkdir(places.cache, { recursive: true });
  await writeFile(file, settingsText(server, { base: base ?? builtBase(dist) ?? "/" }));
  return file;
}

async function tellPlan(target: Target, { manifest }: Release, folders: readonly PublishedFolder[]): Promise<0> {
  const current = await currentOf(target);
  const standing = new Set((await filesAt(target, current)).map(({ sha256 }) => sha256));
  const tosend = manifest.files.filter(({ sha256 }) => !standing.has(sha256));
  const bytes = tosend.reduce((sum, file) => sum + file.bytes, 0);
  const holder = await holderOf(target);
  console.log(`Thử, không ghi gì | Dry run, nothing is written: ${target.address}`);
  console.log(`Bản đang công khai | Public now: ${current ?? "–"}`);
  console.log(`Bản sẽ phát hành | To be delivered: ${manifest.name}, ${manifest.files.length} tệp | files`);
  console.log(`Phải gửi | To be sent: ${tosend.length} tệp | files, ${megabytes(bytes)}`);
  for (const { path } of tosend) console.log(`  + ${path}`);
  console.log(`Thư mục công bố cần lưu | Published folders to archive: ${folders.length}`);
  if (holder !== null) console.log(`Đang bị khóa | Locked by: ${holder}`);
  return 0;
}

function tellOutcome({ placed, archived, verified, findings, takenBack, removed }: Outcome): 0 | 1 {
  const { name, sent, bytes, linked } = placed;
  console.log(`Đã gửi | Sent: ${sent} tệp | files, ${megabytes(bytes)}; có sẵn | there already: ${linked}`);
  if (placed.removed > 0) console.log(`Đã bỏ tệp lạ | Removed files that are not ours: ${placed.removed}`);
  if (archived > 0) console.log(`Đã lưu thư mục công bố | Published folders archived: ${archived}`);
  for (const finding of findings) console.log(findingLine(finding));
  for (const old of removed) console.log(`Đã xóa bản cũ | Removed an old release: ${old}`);
  console.log(lastWords(name, verified, findings.length, takenBack));
  return findings.length === 0 ? 0 : 1;
}

function lastWords(name: string, files: number, findings: number, takenBack: string | null): string {
  if (findings === 0) return `Đã công khai và kiểm tra | Public and verified: ${name}, ${files} tệp | files`;
  if (takenBack !== null)
    return `Bản ${name} có ${findings} lỗi nên đã quay lại bản ${takenBack} | ${findings} faults in ${name}, taken back to ${takenBack}`;
  return `Bản ${name} có ${findings} lỗi, vẫn công khai | ${findings} faults in ${name}, which stays public`;
}
