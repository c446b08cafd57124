import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ReportDefinition } from "@tiendo/schema";
import type { Folders } from "./folders.ts";
import { ReportError } from "./report-error.ts";

/** A release of an earlier day. */
export interface EarlierFolder {
  as_of: string;
  folder: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The releases of days before one, the earliest first: what lies in `published`, else in `releases`. */
export async function earlierFolders(
  { published, releases }: Pick<Folders, "published" | "releases">,
  asOf: string,
): Promise<EarlierFolder[]> {
  const found = new Map<string, string>();
  for (const place of [releases, published])
    for (const name of await readdir(place).catch(() => []))
      if (DAY.test(name) && name < asOf) found.set(name, join(place, name));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([as_of, folder]) => ({ as_of, folder }));
}

/**
 * What earlier releases have told limits what a new one may tell.
 * @throws {ReportError} where there should be earlier releases and none is found
 */
export async function refuseWithoutEarlier(
  folders: Folders,
  { as_of, first_as_of }: Pick<ReportDefinition, "as_of" | "first_as_of">,
): Promise<void> {
  if (first_as_of >= as_of || (await earlierFolders(folders, as_of)).length > 0) return;
  throw new ReportError(
    `${folders.releases}: không có kỳ nào trước ${as_of}, mà first_as_of là ${first_as_of}; hãy lấy lại bằng npm run deliver -- restore, hoặc dùng --first-release nếu chưa từng công bố | no release before ${as_of}, though first_as_of is ${first_as_of}; bring them back with npm run deliver -- restore, or say --first-release if none was ever published`,
  );
}
