import { stat } from "node:fs/promises";
import { join } from "node:path";
import { inputHash } from "../input-hash.ts";
import { standingFolder } from "../publish/files.ts";
import { rawFiles } from "../read/raw-files.ts";
import { type Folders, foldersOf } from "../report/folders.ts";
import { loadReport } from "../report/load-report.ts";
import { ReportError } from "../report/report-error.ts";
import { reportIds } from "../report/report-ids.ts";
import { unchangedOutcome } from "../state.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Options of `tiendo status`. */
export interface StatusOptions {
  data: string;
  json?: boolean;
}

/** A day of a report, and whether a run would make it again. */
export interface DayStatus {
  as_of: string;
  state: "current" | "changed" | "never_run";
  /** When it was last published, in ISO 8601; null where it never was. */
  published_at: string | null;
  inputs: number;
  bytes: number;
  /** Inputs that were written after the day was published. */
  newer: string[];
}

/** A report and its days, earlier ones first. */
export interface ReportStatus {
  report: string;
  days: DayStatus[];
}

/** Lists reports, their inputs and ages, and what would be run again; 0 all current, 1 some not, 2 refused, 3 a fault of ours. */
export async function statusCommand(ids: readonly string[], options: StatusOptions): Promise<0 | 1 | 2 | 3> {
  try {
    const reports: ReportStatus[] = [];
    for (const id of ids.length > 0 ? ids : await reportIds(options.data))
      reports.push(await statusOf(id, options.data));
    if (reports.length === 0)
      throw new ReportError(
        `${options.data}/reports: không có báo cáo nào | holds no report; expected a folder with report.json and raw/`,
      );
    if (options.json === true) console.log(JSON.stringify(reports, null, 2));
    else reports.forEach(tell);
    return reports.every(({ days }) => days.every(({ state }) => state === "current")) ? 0 : 1;
  } catch (error) {
    return tellRefusal(error);
  }
}

async function statusOf(id: string, data: string): Promise<ReportStatus> {
  const folders = foldersOf(data, id);
  const { releases, as_of } = await loadReport(folders, id);
  const days = [];
  for (const day of [...releases, as_of]) days.push(await dayStatus(folders, day));
  return { report: id, days };
}

async function dayStatus(folders: Folders, asOf: string): Promise<DayStatus> {
  const files = await rawFiles(folders, asOf);
  const stats = await Promise.all(files.map(({ path }) => stat(path)));
  const standing = await standingFolder(folders.published, asOf);
  const published = await stat(join(standing, "SHA256SUMS")).catch(() => null);
  const outcome = await unchangedOutcome(folders, asOf, await inputHash(folders, asOf));
  const isNewer = (at: number) => published !== null && (stats[at]?.mtimeMs ?? 0) > published.mtimeMs;
  return {
    as_of: asOf,
    state: published === null ? "never_run" : outcome === null ? "changed" : "current",
    published_at: published?.mtime.toISOString() ?? null,
    inputs: files.length,
    bytes: stats.reduce((sum, { size }) => sum + size, 0),
    newer: files.filter((_, at) => isNewer(at)).map(({ name }) => name),
  };
}

const states = {
  current: "mới nhất | up to date",
  changed:
    "sẽ chạy lại: tệp nguồn, định nghĩa, quy tắc hoặc kết quả đã đổi | would be run again: inputs, definition, rules or the result have changed",
  never_run: "chưa chạy lần nào | never run",
} as const;

function tell({ report, days }: ReportStatus): void {
  console.log(report);
  for (const { as_of, state, published_at, inputs, bytes, newer } of days) {
    const when = published_at === null ? "" : `, ${published_at.slice(0, 16).replace("T", " ")} UTC`;
    const megabytes = (bytes / 1e6).toLocaleString("vi-VN", { maximumFractionDigits: 1 });
    console.log(`  ${as_of}: ${states[state]}${when}; ${inputs} tệp | files, ${megabytes} MB`);
    for (const name of newer) console.log(`    mới hơn | newer: ${name}`);
  }
}
