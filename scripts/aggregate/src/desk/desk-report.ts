import { existsSync } from "node:fs";
import { join } from "node:path";
import { ReportError } from "../report/report-error.ts";
import { reportIds } from "../report/report-ids.ts";

/**
 * The report that a question is about: the one named; else the only one there is; of several the only one with people, which is
 * then said, on the error output so that an answer stays what it is.
 * @throws {ReportError} where that leaves none, or several
 */
export async function deskReport(data: string, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const ids = await reportIds(data);
  if (ids.length === 1) return ids[0] as string;
  const [first, second] = ids.filter((id) => existsSync(join(data, "private", id, "clean", "subject.parquet")));
  if (first === undefined || second !== undefined) throw severalReports(data, ids);
  console.error(`báo cáo | report: ${first} (--report: ${ids.filter((id) => id !== first).join(", ")})`);
  return first;
}

function severalReports(data: string, ids: readonly string[]): ReportError {
  if (ids.length === 0) return new ReportError(`${data}/reports: không có báo cáo nào | holds no report`);
  return new ReportError(
    `có nhiều báo cáo, cần --report | there are several reports, say which with --report: ${ids.join(", ")}`,
  );
}
