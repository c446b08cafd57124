import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CHECKSUMS } from "@tiendo/release";
import { DataPackage, type PublishedTableName } from "@tiendo/schema";
import { fileHash } from "../publish/files.ts";
import { ReportError } from "../report/report-error.ts";

/** The release that a new one is compared with. */
export interface EarlierRelease {
  as_of: string;
  folder: string;
  /** Hash of its SHA256SUMS. */
  sha256: string;
  described: DataPackage;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The newest published folder of an earlier day and the hash of its SHA256SUMS; null where there is none. */
export async function earlierFolder(
  published: string,
  asOf: string,
): Promise<Pick<EarlierRelease, "as_of" | "folder" | "sha256"> | null> {
  const names = await readdir(published).catch(() => []);
  const days = names.filter((name) => DAY.test(name) && name < asOf).sort();
  for (const day of days.reverse()) {
    const folder = join(published, day);
    const sums = await fileHash(join(folder, CHECKSUMS)).catch(() => null);
    if (sums !== null) return { as_of: day, folder, sha256: sums.sha256 };
  }
  return null;
}

/** The release before a day. @throws {ReportError} where its folder is there but is not what a run wrote */
export async function earlierRelease(published: string, asOf: string): Promise<EarlierRelease | null> {
  const found = await earlierFolder(published, asOf);
  if (found === null) return null;
  const text = await readFile(join(found.folder, "datapackage.json"), "utf8").catch(() => "null");
  const parsed = DataPackage.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new ReportError(
      `${found.folder}/datapackage.json: không đọc được, không so sánh được với kỳ trước; hãy chạy lại ngày đó | cannot be read, so that nothing can be compared with it; expected what a run writes: run that day again`,
    );
  return { ...found, described: parsed.data };
}

/**
 * The Parquet file of a table of a release; null where it has no such table.
 * @throws {ReportError} where the file is not the one that was published
 */
export async function earlierTable(
  { folder, described }: EarlierRelease,
  table: PublishedTableName,
): Promise<string | null> {
  const named = described.resources.find(({ path }) => path === `${table}.parquet`);
  if (named === undefined) return null;
  const path = join(folder, named.path);
  const found = await fileHash(path).catch(() => null);
  if (found !== null && `sha256:${found.sha256}` === named.hash) return path;
  throw new ReportError(
    `${path}: ${found === null ? "thiếu" : "đã bị đổi"} sau khi công bố; hãy chạy lại ngày đó | ${found === null ? "is missing" : "was changed"} since it was published; expected ${named.hash}: run that day again`,
  );
}
