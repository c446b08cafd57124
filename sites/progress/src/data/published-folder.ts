import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { standingFolders } from "@tiendo/schema";

/** A published folder of one report on one day: `data/published/<report>/<as_of>`. */
export interface PublishedFolder {
  report: string;
  as_of: string;
  path: string;
}

/** Where the published folders are: `TIENDO_PUBLISHED`, else the repository's `data/published`. */
export function publishedRoot(): string {
  return resolve(process.env.TIENDO_PUBLISHED ?? join(process.cwd(), "../../data/published"));
}

/** Where folders that were released are kept for good: `TIENDO_RELEASES`, else `releases` beside the published folders. */
export function releasesRoot(published: string): string {
  return resolve(process.env.TIENDO_RELEASES ?? join(published, "../releases"));
}

/**
 * Every published folder under `root`, and every earlier one that is kept as it was released, by report, latest day first;
 * none where there are none. Of an earlier day the kept one counts: what readers have cited is not written over.
 */
export function publishedFolders(root: string, releases = releasesRoot(root)): PublishedFolder[] {
  const [published, kept] = [foldersUnder(root), foldersUnder(releases)];
  const byReport = Map.groupBy([...published, ...kept], ({ report }) => report);
  return [...byReport].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([report]) => daysOf(report, published, kept));
}

function daysOf(report: string, published: PublishedFolder[], kept: PublishedFolder[]): PublishedFolder[] {
  const byDay = (folders: PublishedFolder[]) =>
    new Map(folders.filter((one) => one.report === report).map((one) => [one.as_of, one]));
  const [now, then] = [byDay(published), byDay(kept)];
  const days = [...new Set([...now.keys(), ...then.keys()])].sort().reverse();
  return days.flatMap(
    (day, at) => (at === 0 ? (now.get(day) ?? then.get(day)) : (then.get(day) ?? now.get(day))) ?? [],
  );
}

/** The folder that stands for each day of each report below a root, earlier days first. */
function foldersUnder(root: string): PublishedFolder[] {
  const reports = foldersIn(root).filter((name) => /^[a-z0-9]/.test(name) && !name.endsWith(".tmp"));
  return reports.flatMap((report) =>
    [...standingFolders(foldersIn(join(root, report)))].map(([as_of, name]) => ({
      report,
      as_of,
      path: join(root, report, name),
    })),
  );
}

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
