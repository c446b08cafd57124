import { currentOf, deliveredOf, filesAt } from "../deliver/history.ts";
import { holderOf, withLock } from "../deliver/lock.ts";
import { outdatedOn, removeReleases, unfinishedOn } from "../deliver/prune.ts";
import { restore } from "../deliver/restore.ts";
import { rollBack, type WayBack, wayBack } from "../deliver/rollback.ts";
import { DeliverRefusal } from "../refusal.ts";
import { openTarget, withTargetAt } from "../target/open.ts";
import type { Target } from "../target/target.ts";
import { findingLine } from "../verify/finding.ts";
import { verifierOf } from "../verify/verifier.ts";
import type { TargetOptions } from "./options.ts";
import { megabytes } from "./words.ts";
import { isZip, refuseZip, verifyZipCommand } from "./zip-command.ts";

/** Lists the releases of a target, the last delivered first, the public one marked. */
export async function listCommand(options: TargetOptions): Promise<number> {
  refuseZip(options);
  return withTargetAt(await openTarget(options.to, options), async (target) => {
    const current = await currentOf(target);
    for (const name of (await deliveredOf(target)).reverse()) {
      const files = await filesAt(target, name);
      const size = megabytes(files.reduce((sum, { bytes }) => sum + bytes, 0));
      const mark = name === current ? "→" : " ";
      console.log(
        `${mark} ${name}  ${files.length} tệp | files, ${size}${name === current ? "  đang công khai | public" : ""}`,
      );
    }
    for (const name of await unfinishedOn(target)) console.log(`  ${name}  dở dang | unfinished`);
    const holder = await holderOf(target);
    if (holder !== null) console.log(`Đang bị khóa | Locked by: ${holder}`);
    return 0;
  });
}

/** Verifies what is public, from outside or from the target; 0 as delivered, 1 not so and taken back, unless kept. */
export async function verifyCommand(options: TargetOptions & { url?: URL; keep: boolean }): Promise<number> {
  if (isZip(options.to)) return verifyZipCommand(options);
  return withTargetAt(await openTarget(options.to, options), async (target) => {
    const name = await currentOf(target);
    if (name === null) throw nothingPublic(target.address);
    const { files, findings } = await verifierOf(target, options.url)(name);
    for (const finding of findings) console.log(findingLine(finding));
    if (findings.length === 0) console.log(`Đúng như khi phát hành | As delivered: ${name}, ${files} tệp | files`);
    else console.log(`Có lỗi | Faults in ${name}: ${findings.length}`);
    if (findings.length === 0) return 0;
    if (!options.keep && !options.dryRun) console.log(rolledBack(await goBack(target, undefined, options)));
    return 1;
  });
}

/** Makes an earlier release public again. */
export async function rollbackCommand(name: string | undefined, options: TargetOptions): Promise<number> {
  refuseZip(options);
  return withTargetAt(await openTarget(options.to, options), async (target) => {
    if (options.dryRun) {
      const { from, to } = await wayBack(target, name);
      console.log(`Thử, không đổi gì | Dry run, nothing changes: ${from ?? "–"} → ${to}`);
      return 0;
    }
    console.log(rolledBack(await goBack(target, name, options)));
    return 0;
  });
}

function goBack(target: Target, name: string | undefined, options: TargetOptions): Promise<WayBack> {
  return withLock(target, { ...options, say: console.log }, async (lock) => {
    const way = await wayBack(target, name);
    await rollBack(target, way, lock);
    return way;
  });
}

const rolledBack = ({ from, to }: WayBack) => `Đã quay lại | Rolled back: ${from ?? "–"} → ${to}`;

/** Removes old and unfinished releases. */
export async function pruneCommand(options: TargetOptions & { last: number }): Promise<number> {
  refuseZip(options);
  return withTargetAt(await openTarget(options.to, options), async (target) => {
    const outdated = async () => [...(await outdatedOn(target, options.last)), ...(await unfinishedOn(target))];
    const removing = async () => {
      const names = await outdated();
      await removeReleases(target, names);
      return names;
    };
    const names = options.dryRun
      ? await outdated()
      : await withLock(target, { ...options, say: console.log }, removing);
    for (const name of names) console.log(`${options.dryRun ? "Sẽ xóa | Would remove" : "Đã xóa | Removed"}: ${name}`);
    if (names.length === 0) console.log("Không có gì để xóa | Nothing to remove");
    return 0;
  });
}

/** Brings the archived published folders back; 1 where one that is here differs. */
export async function restoreCommand(options: TargetOptions & { releases: string }): Promise<number> {
  refuseZip(options);
  return withTargetAt(await openTarget(options.to, options), async (target) => {
    const restored = await restore(target, options.releases, options.dryRun);
    for (const { report, asOf, state, older } of restored)
      console.log(`${report}/${asOf}: ${stateWords[state]}${older > 0 ? `; bản trước | earlier: ${older}` : ""}`);
    if (restored.length === 0)
      console.log("Nơi nhận không lưu thư mục công bố nào | The target archives no published folder");
    return restored.some(({ state }) => state === "differs") ? 1 : 0;
  });
}

const stateWords = {
  restored: "đã lấy về và kiểm tra | restored and verified",
  there: "đã có, giống bản lưu | there already, the same",
  differs: "đã có nhưng khác bản lưu; giữ nguyên bản ở đây | there already but different; left as it is",
  "would restore": "sẽ lấy về | would be restored",
};

function nothingPublic(where: string): DeliverRefusal {
  return new DeliverRefusal(
    where,
    "chưa có bản nào công khai ở đây; hãy phát hành trước",
    "no release is public here; deliver one first",
  );
}
