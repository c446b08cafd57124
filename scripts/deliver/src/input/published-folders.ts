import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CHECKSUMS, verifyFolder } from "@tiendo/release";
import { standingFolders } from "@tiendo/schema";
import { DeliverRefusal } from "../refusal.ts";

/** A published folder on this machine. */
export interface PublishedFolder {
  readonly report: string;
  readonly asOf: string;
  readonly folder: string;
  readonly signed: boolean;
}

/**
 * Every `<report>/<as_of>` below a folder, verified: each file as published and, where the report names a key, signed.
 * @throws {DeliverRefusal} naming what is wrong: what was altered after it was published must not become public
 */
export async function publishedFolders(root: string): Promise<PublishedFolder[]> {
  const found: PublishedFolder[] = [];
  for (const report of foldersIn(root).filter((name) => !name.startsWith(".")))
    for (const [asOf, name] of standingFolders(foldersIn(join(root, report))))
      if (existsSync(join(root, report, name, CHECKSUMS)))
        found.push(await verified(join(root, report, name), report, asOf));
  return found;
}

/**
 * The folders that a site shows: of a day before a report's last the one that was kept, which readers have cited, else the
 * one that is published.
 */
export function foldersShown(
  published: readonly PublishedFolder[],
  kept: readonly PublishedFolder[],
): PublishedFolder[] {
  const dayOf = ({ report, asOf }: PublishedFolder) => `${report}/${asOf}`;
  const byDay = (folders: readonly PublishedFolder[]) => new Map(folders.map((one) => [dayOf(one), one]));
  const [now, then] = [byDay(published), byDay(kept)];
  const last = new Set(
    [...Map.groupBy([...published, ...kept], ({ report }) => report).values()].map(lastOf).map(dayOf),
  );
  const days = [...new Set([...then.keys(), ...now.keys()])].sort();
  return days.flatMap(
    (day) => (last.has(day) ? (now.get(day) ?? then.get(day)) : (then.get(day) ?? now.get(day))) ?? [],
  );
}

function lastOf(folders: readonly PublishedFolder[]): PublishedFolder {
  return folders.reduce((last, one) => (one.asOf > last.asOf ? one : last));
}

/** The last day that any report is of: the day of a release. @throws {DeliverRefusal} where nothing is published */
export function lastDayOf(folders: readonly PublishedFolder[], root: string): string {
  const last = folders
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  if (last !== undefined) return last;
  throw new DeliverRefusal(
    root,
    "chưa có thư mục công bố nào; hãy chạy npm run build trước",
    "holds no published folder; run npm run build first",
  );
}

async function verified(folder: string, report: string, asOf: string): Promise<PublishedFolder> {
  const { problems, signature, report: named, as_of } = await verifyFolder(folder);
  const wrong = problems.map(({ vi, en }) => `${vi} | ${en}`);
  if (wrong.length === 0 && (named !== report || as_of !== asOf)) wrong.push(`${named}/${as_of} ≠ ${report}/${asOf}`);
  if (wrong.length === 0) return { report, asOf, folder, signed: signature === "good" };
  throw new DeliverRefusal(
    folder,
    `không đúng như khi công bố (${wrong.join("; ")}); hãy công bố lại: npm run aggregate`,
    "is not as it was published; publish it again: npm run aggregate",
  );
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => name).sort();
}
