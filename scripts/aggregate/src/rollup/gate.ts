import { publishedCountTable } from "../protect/count-table.ts";
import { narrowedPlaces, placeText } from "../protect/mask.ts";
import { ReportError } from "../report/report-error.ts";
import type { Run } from "../run.ts";
import { rolledNames } from "./roll-up.ts";

/**
 * The gate of a report that adds up folders and hides against arithmetic: attacks its tables with nothing but what is in them,
 * as any reader can. Sums of folders that were protected in this way are as wide as these are, so that what gives way here does so
 * in a sender's folder.
 * @throws {ReportError} naming where a hidden count can be narrowed
 */
export async function refuseNarrowedSums(run: Run): Promise<void> {
  const { report, db } = run;
  if (report.senders === undefined || report.protection === "primary") return;
  const table = await publishedCountTable(db, new Set(rolledNames(run)));
  // Sums of folders are few enough to be looked at together.
  const narrowed = await narrowedPlaces({ ...table, regions: new Map() }, report.suppress_below);
  if (narrowed.length === 0) return;
  const list = narrowed.slice(0, 20).map(({ place }) => placeText(place));
  throw new ReportError(
    `${narrowed.length} số bị ẩn tính lại được từ các thư mục đã gửi | hidden counts can be narrowed in the folders that were sent: ${list.join("; ")}`,
  );
}
