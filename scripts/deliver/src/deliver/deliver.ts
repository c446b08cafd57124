import { readFile } from "node:fs/promises";
import { DeliverRefusal } from "../refusal.ts";
import { isHashedAsset } from "../release/hashed-asset.ts";
import { manifestText, type ReleaseFile } from "../release/manifest.ts";
import type { Release } from "../release/release.ts";
import type { Target } from "../target/target.ts";
import { carriedAt, currentOf, filesAt, noteDelivery, switchTo } from "./history.ts";
import { carriedFile, MANIFESTS, manifestFile, partialFolder, RELEASES, releaseFolder } from "./layout.ts";
import type { Lock } from "./lock.ts";
import { noteSeen, type Seen, seenAt } from "./seen.ts";
import { fill, type Parcel, readBack, type Sent, sha256 } from "./send.ts";

/** A release that lies whole on a target, and what it took. */
export interface Placed extends Sent {
  readonly name: string;
  /** The release that was public before, null for the first. */
  readonly before: string | null;
}

/**
 * Puts a release on a target, whole and read back; nothing public changes. What lies there already is linked, not sent, and
 * what was sent before a cut is not sent again.
 */
export async function place(target: Target, release: Release, lock: Lock): Promise<Placed> {
  const { name } = release.manifest;
  const before = await currentOf(target);
  await refuseStrangeLayout(target);
  const isThere = (await target.list(RELEASES)).some((entry) => entry.name === name);
  const sent = isThere ? await mend(target, release, lock) : await grow(target, release, before, lock);
  return { name, before, ...sent };
}

/** Makes a placed release public, in one step, if the lock is still ours. */
export async function publish(target: Target, name: string, lock: Lock): Promise<void> {
  await lock.confirm();
  if ((await currentOf(target)) !== name) await switchTo(target, name);
  await noteDelivery(target, name);
}

/** A release that is there, public or not: what was altered, lost or added on the server is put right, file by file. */
async function mend(target: Target, release: Release, lock: Lock): Promise<Sent> {
  const { name } = release.manifest;
  const folder = releaseFolder(name);
  const seen = await seenAt(target, name);
  const kept = await carriedAt(target, name);
  // What was kept of the release before has no source but itself: damaged, it is let go.
  const damaged = new Set(await readBack(target, folder, kept, lock));
  const carried = kept.filter((file) => !damaged.has(file));
  const files = [...release.manifest.files, ...carried];
  // Nothing is linked: linking takes the old file away first, and readers may be at it.
  const parcel = { folder, files, bytesOf: sourceOf(target, release, folder), standing: new Map(), seen };
  const mended = await fill(target, parcel, lock);
  await keepLists(target, release, carried, mended.seen);
  return mended;
}

/** A release that grows aside: a name without `.partial` is the promise that it is whole. */
async function grow(target: Target, release: Release, before: string | null, lock: Lock): Promise<Sent> {
  const { name, files } = release.manifest;
  const older = await filesAt(target, before);
  const carried = carriedOver(older, files);
  const base = before === null ? "" : releaseFolder(before);
  const parcel: Parcel = {
    folder: partialFolder(name),
    files: [...files, ...carried],
    bytesOf: sourceOf(target, release, base),
    standing: new Map(older.map(({ sha256, path }) => [sha256, `${base}/${path}`])),
    ...(before === null ? {} : { seen: await seenAt(target, before) }),
  };
  const sent = await fill(target, parcel, lock);
  await keepLists(target, release, carried, sent.seen);
  await target.rename(partialFolder(name), releaseFolder(name));
  return sent;
}

/** Styles and fonts of the release before: a page that was read just before the switch still finds them just after it. */
function carriedOver(older: readonly ReleaseFile[], files: readonly ReleaseFile[]): ReleaseFile[] {
  const paths = new Set(files.map(({ path }) => path.toLowerCase()));
  return older.filter(({ path }) => isHashedAsset(path) && !paths.has(path.toLowerCase()));
}

async function keepLists(
  target: Target,
  { manifest }: Release,
  carried: readonly ReleaseFile[],
  seen: Seen,
): Promise<void> {
  await target.makeFolder(MANIFESTS);
  await target.put(manifestFile(manifest.name), Buffer.from(manifestText(manifest)));
  await target.put(carriedFile(manifest.name), Buffer.from(`${JSON.stringify(carried, null, 1)}\n`));
  await noteSeen(target, manifest.name, seen);
}

function sourceOf(target: Target, { sources }: Release, base: string): Parcel["bytesOf"] {
  return async (file) => {
    const source = sources.get(file.path);
    const bytes = source === undefined ? await target.get(`${base}/${file.path}`) : await readFile(source);
    if (bytes === null || sha256(bytes) !== file.sha256)
      throw changedMeanwhile(source ?? `${target.address}/${base}/${file.path}`);
    return bytes;
  };
}

// A link in the place of one of our folders would have us write somewhere else.
async function refuseStrangeLayout(target: Target): Promise<void> {
  const wrong = (await target.list("")).find(({ name, kind }) => ours.has(name) && kind !== "folder");
  if (wrong === undefined) return;
  throw new DeliverRefusal(
    `${target.address}/${wrong.name}`,
    "phải là thư mục thường, không phải liên kết hay tệp; hãy xem lại nơi nhận",
    "must be a plain folder, not a link or a file; look into the target",
  );
}

const ours = new Set([RELEASES, MANIFESTS]);

function changedMeanwhile(where: string): DeliverRefusal {
  return new DeliverRefusal(
    where,
    "tệp đã thay đổi hoặc mất trong lúc phát hành; hãy dựng lại trang (npm run build) rồi phát hành lại",
    "the file changed or vanished while it was delivered; build the site again (npm run build), then deliver again",
    { kind: "later" },
  );
}
