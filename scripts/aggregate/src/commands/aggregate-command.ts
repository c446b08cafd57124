import { dirname, relative, resolve } from "node:path";
import { foldersOf } from "../report/folders.ts";
import { loadReport } from "../report/load-report.ts";
import { ReportError } from "../report/report-error.ts";
import { reportIds } from "../report/report-ids.ts";
import type { Outcome } from "../run.ts";
import type { AggregateOptions } from "./aggregate-options.ts";
import { diskFull } from "./disk-full.ts";
import { Release } from "./release.ts";

/** Exit status: 0 fine, 1 problems in the data, 2 refused, 3 a fault of ours. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** Runs the walk for the reports named, or for every one; gives the worst exit status. */
export async function aggregateCommand(ids: readonly string[], options: AggregateOptions): Promise<ExitStatus> {
  const reports = ids.length > 0 ? ids : await reportIds(options.data);
  if (reports.length === 0) {
    console.error(
      `${options.data}/reports: không có báo cáo nào | holds no report; expected a folder with report.json and raw/`,
    );
    return 2;
  }
  let worst: ExitStatus = 0;
  for (const id of reports) worst = Math.max(worst, await aggregateOne(id, options)) as ExitStatus;
  return worst;
}

/** Every release of a report, earlier days first, so that each can be compared with the one before. */
async function aggregateOne(id: string, options: AggregateOptions): Promise<ExitStatus> {
  try {
    const folders = foldersOf(options.data, id);
    const report = await loadReport(folders, id, options.asOf);
    const days = options.asOf === undefined ? [...report.releases, report.as_of] : [options.asOf];
    return await aggregateDays(days.map((day) => new Release(id, day, day === report.as_of, folders, options)));
  } catch (error) {
    return tellFailure(id, error, options.data);
  }
}

/** While one release is hidden and written, which keeps one core busy, the next is computed. */
async function aggregateDays(releases: readonly Release[]): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  try {
    for (const [at, release] of releases.entries()) {
      const { outcome, unchanged } = await release.make(releases[at + 1]);
      status = tell(release, outcome, unchanged);
    }
    return status;
  } finally {
    for (const release of releases) await release.drop();
  }
}

function tell({ id, options: { data } }: Release, outcome: Outcome, unchanged: boolean): ExitStatus {
  const { records_in, accepted, quarantined, rejected } = outcome.rows;
  const folder = relative(dirname(resolve(data)), outcome.folder);
  const how = unchanged ? "không có gì thay đổi | nothing changed" : "xong | done";
  console.log(`${id}: ${how}: ${folder}`);
  console.log(
    `  ${records_in} dòng | rows = ${accepted} nhận | accepted + ${quarantined} cách ly | quarantined + ${rejected} hỏng | rejected + …`,
  );
  for (const { file, code, message } of outcome.refused)
    console.error(`  ${file}: ${code}: ${message.vi} | ${message.en}`);
  if (outcome.exitStatus !== 0)
    console.error(`  Chi tiết từng dòng | every row that has a problem: data/private/${id}/issues.csv`);
  return outcome.exitStatus;
}

function tellFailure(id: string, error: unknown, data: string): ExitStatus {
  if (error instanceof ReportError) {
    console.error(`${id}: bị từ chối, số liệu đã công bố giữ nguyên | refused, the published folder stays as it was`);
    console.error(`  ${error.message}`);
    return 2;
  }
  const full = diskFull(error, data);
  if (full !== null) {
    console.error(`${id}: dừng, số liệu đã công bố giữ nguyên | stopped, the published folder stays as it was`);
    console.error(`  ${full}`);
    console.error("  --spill: chuyển nơi ghi tạm | moves what is kept for the moment");
    return 2;
  }
  console.error(`${id}: lỗi của chương trình | a fault of the program`);
  console.error(error);
  return 3;
}
