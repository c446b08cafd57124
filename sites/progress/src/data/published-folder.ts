import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** A published folder of one report on one day: `data/published/<report>/<as_of>`. */
export interface PublishedFolder {
  report: string;
  as_of: string;
  path: string;
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Where the published folders are: `TIENDO_PUBLISHED`, else the repository's `data/published`. */
export function publishedRoot(): string {
  return resolve(process.env.TIENDO_PUBLISHED ?? join(process.cwd(), "../../data/published"));
}

/** Every published folder under `root`, by report, latest day first; none where the root is missing or empty. */
export function publishedFolders(root: string): PublishedFolder[] {
  return foldersIn(root).flatMap((report) =>
    foldersIn(join(root, report))
      .filter((as_of) => isoDate.test(as_of))
      .sort()
      .reverse()
      .map((as_of) => ({ report, as_of, path: join(root, report, as_of) })),
  );
}

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z0-9]/.test(entry.name))
    .map((entry) => entry.name)
    .filter((name) => !name.endsWith(".tmp"))
    .sort();
}
