import { createHash } from "node:crypto";
import { DeliverRefusal } from "../refusal.ts";
import type { ReleaseFile } from "../release/manifest.ts";
import type { Target } from "../target/target.ts";
import { inParallel } from "../workers.ts";
import type { Lock } from "./lock.ts";
import { isSeen, type Seen, seenIn } from "./seen.ts";
import { folderLevelsOf, type Tree, treeOf } from "./tree.ts";

/** Files to be put into a folder of the target, and where their bytes come from. */
export interface Parcel {
  readonly folder: string;
  readonly files: readonly ReleaseFile[];
  readonly bytesOf: (file: ReleaseFile) => Promise<Buffer>;
  /** Files that lie on the target already, by hash: those are linked, nothing travels. */
  readonly standing: ReadonlyMap<string, string>;
  /** Contents that need not be read again where nothing was written since. */
  readonly seen?: Seen;
}

/** What travelled, and what did not have to. */
export interface Sent {
  readonly sent: number;
  readonly bytes: number;
  readonly linked: number;
  readonly removed: number;
  /** Every file of the parcel, read back. */
  readonly seen: Seen;
}

/**
 * Makes a folder of the target hold exactly these files: sends what is missing, reads everything back, sends again what is
 * not as it should be, and removes what is not of it. Going on after a cut is the same act.
 * @throws {DeliverRefusal} naming the files that read back wrong twice
 */
export async function fill(target: Target, parcel: Parcel, lock: Lock): Promise<Sent> {
  const there = await treeOf(target, parcel.folder);
  const removed = await removeExtras(target, parcel, there);
  const missing = parcel.files.filter(({ path, bytes }) => there.get(path)?.bytes !== bytes);
  await makeFolders(target, parcel, missing);
  const linked = await linkStanding(target, parcel, missing, there, lock);
  const tosend = missing.filter((file) => !linked.has(file.path));
  await sendAll(target, parcel, tosend, lock);
  const filled = missing.length === 0 ? there : await treeOf(target, parcel.folder);
  const unseen = parcel.files.filter((file) => !isSeen(parcel.seen ?? new Set(), file, filled.get(file.path)));
  const wrong = await readBack(target, parcel.folder, unseen, lock);
  await sendAll(target, parcel, wrong, lock);
  const stillWrong = await readBack(target, parcel.folder, wrong, lock);
  if (stillWrong.length > 0) throw readsWrong(target, parcel.folder, stillWrong);
  const whole = wrong.length === 0 ? filled : await treeOf(target, parcel.folder);
  return { ...tally([...tosend, ...wrong]), linked: linked.size, removed, seen: seenIn(whole, parcel.files) };
}

function tally(files: readonly ReleaseFile[]): Pick<Sent, "sent" | "bytes"> {
  const sent = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return { sent: sent.size, bytes: [...sent.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

/** The files of a folder of the target that are missing there, or have other bytes. */
export function readBack(
  target: Target,
  folder: string,
  files: readonly ReleaseFile[],
  lock?: Lock,
): Promise<ReleaseFile[]> {
  const checks = inParallel(files, target.parallel, async (file) => {
    await lock?.keep();
    const bytes = await target.get(`${folder}/${file.path}`);
    return bytes !== null && sha256(bytes) === file.sha256 ? [] : [file];
  });
  return checks.then((found) => found.flat());
}

/** The sha256 of bytes, in hex. */
export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function removeExtras(target: Target, { folder, files }: Parcel, there: Tree) {
  const wanted = new Set(files.map(({ path }) => path));
  const extras = [...there.keys()].filter((path) => !wanted.has(path));
  await inParallel(extras, target.parallel, (path) => target.remove(`${folder}/${path}`));
  return extras.length;
}

async function makeFolders(target: Target, { folder }: Parcel, files: readonly ReleaseFile[]): Promise<void> {
  await target.makeFolder(folder);
  for (const level of folderLevelsOf(files.map(({ path }) => path)))
    await inParallel(level, target.parallel, (below) => target.makeFolder(`${folder}/${below}`));
}

async function linkStanding(
  target: Target,
  { folder, standing }: Parcel,
  missing: readonly ReleaseFile[],
  there: Tree,
  lock: Lock,
) {
  const linked = await inParallel(missing, target.parallel, async ({ path, sha256 }) => {
    const from = standing.get(sha256);
    if (from === undefined) return [];
    await lock.keep();
    if (there.has(path)) await target.remove(`${folder}/${path}`);
    return (await target.hardLink(from, `${folder}/${path}`)) ? [path] : [];
  });
  return new Set(linked.flat());
}

async function sendAll(target: Target, { folder, bytesOf }: Parcel, files: readonly ReleaseFile[], lock: Lock) {
  await inParallel(files, target.parallel, async (file) => {
    await lock.keep();
    await target.put(`${folder}/${file.path}`, await bytesOf(file));
  });
}

function readsWrong(target: Target, folder: string, files: readonly ReleaseFile[]): DeliverRefusal {
  return new DeliverRefusal(
    `${target.address}/${folder}`,
    `đọc lại không đúng với tệp đã gửi: ${files.map(({ path }) => path).join(", ")}; ổ đĩa hoặc phần mềm trên máy chủ đã sửa tệp, hãy kiểm tra máy chủ`,
    "these files read back otherwise than they were sent: the server's disk or a program there changes them; look into the server",
    { kind: "later" },
  );
}
