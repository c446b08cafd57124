import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CHECKSUMS, SIGNATURE } from "@tiendo/release";
import { z } from "zod";
import type { PublishedFolder } from "../input/published-folders.ts";
import { refuseUnsafePaths } from "../release/safe-path.ts";
import type { Target } from "../target/target.ts";
import { ARCHIVE } from "./layout.ts";
import type { Lock } from "./lock.ts";
import { fill, sha256 } from "./send.ts";

/**
 * Keeps published folders on the target, outside what is public: later runs need them to protect small counts over time. A
 * day that was published again is kept beside what it was.
 * @returns how many folders were not there yet
 */
export async function archive(target: Target, folders: readonly PublishedFolder[], lock: Lock): Promise<number> {
  let added = 0;
  for (const folder of folders) if (await archiveOne(target, folder, lock)) added += 1;
  return added;
}

/** The archived versions of a report's day, the last archived last. */
export async function versionsOf(target: Target, report: string, asOf: string): Promise<string[]> {
  const bytes = await target.get(orderFile(report, asOf));
  try {
    return z.array(z.string().regex(version)).parse(JSON.parse(bytes?.toString("utf8") ?? "[]"));
  } catch {
    // Cut short while it was written: what lies there tells, if not in which order.
    const entries = await target.list(`${ARCHIVE}/${report}`);
    return entries.map(({ name }) => name).filter((name) => version.test(name) && name.startsWith(asOf));
  }
}

/** A version of a day is named by its list of hashes and signature: `<as_of>-<first 12 digits>`. */
const version = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}$/;
const orderFile = (report: string, asOf: string) => `${ARCHIVE}/${report}/${asOf}.json`;

async function archiveOne(target: Target, { report, asOf, folder }: PublishedFolder, lock: Lock): Promise<boolean> {
  const names = (await readdir(folder)).sort();
  refuseUnsafePaths([report, ...names]);
  const contents = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
  const hash = sha256(Buffer.concat([CHECKSUMS, SIGNATURE].map((name) => contents.get(name) ?? Buffer.alloc(0))));
  const name = `${asOf}-${hash.slice(0, 12)}`;
  const versions = await versionsOf(target, report, asOf);
  if (versions.at(-1) === name) return false;
  await keep(target, `${ARCHIVE}/${report}/${name}`, contents, lock);
  const order = [...versions.filter((other) => other !== name), name];
  await target.put(orderFile(report, asOf), Buffer.from(`${JSON.stringify(order)}\n`));
  return !versions.includes(name);
}

async function keep(target: Target, place: string, contents: ReadonlyMap<string, Buffer>, lock: Lock): Promise<void> {
  const files = [...contents].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  const bytesOf = async ({ path }: { path: string }) => contents.get(path) ?? Buffer.alloc(0);
  const [report, name] = place.split("/").slice(1);
  const isThere = (await target.list(`${ARCHIVE}/${report}`)).some((entry) => entry.name === name);
  const folder = isThere ? place : `${place}.partial`;
  await fill(target, { folder, files, bytesOf, standing: new Map() }, lock);
  if (!isThere) await target.rename(folder, place);
}
