import { dirname, relative, resolve } from "node:path";
import { inputHash } from "../input-hash.ts";
import { aggregate } from "../main.ts";
import { type Folders, foldersOf } from "../report/folders.ts";
import { loadReport } from "../report/load-report.ts";
import { ReportError } from "../report/report-error.ts";
import { reportIds } from "../report/report-ids.ts";
import type { Outcome } from "../run.ts";
import { rememberOutcome, unchangedOutcome } from "../state.ts";
import { userPath } from "../user-path.ts";
import { diskFull } from "./disk-full.ts";

/** Options of `tiendo aggregate`. */
export interface AggregateOptions {
  data: string;
  asOf?: string;
  force?: boolean;
  firstRelease?: boolean;
  memory?: string;
  spill?: string;
  partitions?: number;
}

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
    let status: ExitStatus = 0;
    for (const day of days) status = await aggregateDay(id, day, folders, options, day === report.as_of);
    return status;
  } catch (error) {
    return tellFailure(id, error, options.data);
  }
}

async function aggregateDay(
  id: string,
  asOf: string,
  folders: Folders,
  { data, force, firstRelease, memory, spill, partitions }: AggregateOptions,
  latest: boolean,
): Promise<ExitStatus> {
  const inputs = await inputHash(folders, asOf);
  const earlier = force === true ? null : await unchangedOutcome(folders, asOf, inputs);
  if (earlier !== null) return tell(id, data, earlier, true);
  const say = (line: string) => console.log(`  ${line}`);
  console.log(`${id}: đang tổng hợp đến ngày ${asOf} | aggregating as of ${asOf}`);
  const outcome = await aggregate(id, {
    data,
    asOf,
    latest,
    firstRelease: firstRelease === true,
    memory,
    partitions,
    spill: spill === undefined ? undefined : userPath(spill),
    say,
  });
  await rememberOutcome(folders, asOf, inputs, outcome);
  return tell(id, data, outcome, false);
}

function tell(id: string, data: string, outcome: Outcome, unchanged: boolean): ExitStatus {
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
