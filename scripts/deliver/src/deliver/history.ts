import { z } from "zod";
import { DeliverRefusal } from "../refusal.ts";
import { ReleaseFile as File, parseManifest, type ReleaseFile, type ReleaseManifest } from "../release/manifest.ts";
import { isSafePath } from "../release/safe-path.ts";
import type { Target } from "../target/target.ts";
import { CURRENT, carriedFile, HISTORY, isReleaseName, manifestFile, pointerTo, RELEASES } from "./layout.ts";

/** The name of the release that is public, null before the first one. */
export async function currentOf(target: Target): Promise<string | null> {
  const name = (await target.readLink(CURRENT))?.replace(/\/$/, "").split("/").at(-1) ?? null;
  return name !== null && isReleaseName(name) ? name : null;
}

/** Makes a release public, in one step. */
export async function switchTo(target: Target, name: string): Promise<void> {
  await target.pointLink(CURRENT, pointerTo(name));
}

/** Names of the releases that lie whole on a target, in the order in which they were delivered. */
export async function deliveredOf(target: Target): Promise<string[]> {
  const there = (await target.list(RELEASES)).filter(({ kind, name }) => kind === "folder" && isReleaseName(name));
  const order = await historyOf(target);
  return there.map(({ name }) => name).sort((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1));
}

/** Notes that a release is the last delivered. */
export async function noteDelivery(target: Target, name: string): Promise<void> {
  const names = (await deliveredOf(target)).filter((other) => other !== name);
  await target.put(HISTORY, Buffer.from(`${JSON.stringify([...names, name], null, 1)}\n`));
}

/** A release's list of files as kept on the target, null where there is none. */
export async function manifestAt(target: Target, name: string): Promise<ReleaseManifest | null> {
  const bytes = await target.get(manifestFile(name));
  return bytes === null ? null : parseManifest(bytes.toString("utf8"), `${target.address}/${manifestFile(name)}`);
}

/** A release's list of files as far as it can be used, for what only saves work; nothing where it was altered or lost. */
export async function filesAt(target: Target, name: string | null): Promise<readonly ReleaseFile[]> {
  if (name === null) return [];
  const manifest = await manifestAt(target, name).catch((fault: unknown) => {
    if (fault instanceof DeliverRefusal && fault.kind === "refused") return null;
    throw fault;
  });
  return manifest?.files ?? [];
}

/** A release's list of files, which every release of ours has. @throws {DeliverRefusal} where it is gone */
export async function knownManifest(target: Target, name: string): Promise<ReleaseManifest> {
  const manifest = await manifestAt(target, name);
  if (manifest !== null) return manifest;
  throw new DeliverRefusal(
    `${target.address}/${manifestFile(name)}`,
    "không có danh mục tệp của bản này trên máy chủ; hãy phát hành lại",
    "the target has no list of the files of this release; deliver it again",
  );
}

/** The files that a release keeps for the pages of the one before; none where the list cannot be read. */
export async function carriedAt(target: Target, name: string): Promise<ReleaseFile[]> {
  const bytes = await target.get(carriedFile(name));
  const carried = z.array(File).catch([]).parse(jsonOf(bytes));
  // Anybody may have written to the target: a path that leads out of the release is not followed.
  return carried.filter(({ path }) => isSafePath(path));
}

function jsonOf(bytes: Buffer | null): unknown {
  try {
    return JSON.parse(bytes?.toString("utf8") ?? "null");
  } catch {
    return null;
  }
}

// Without it the order of the names, which begin with their days, is the best guess.
async function historyOf(target: Target): Promise<string[]> {
  return z
    .array(z.string())
    .catch([])
    .parse(jsonOf(await target.get(HISTORY)));
}
