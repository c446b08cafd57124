import { join, relative } from "node:path";
import { sqlFile } from "../sql-files.ts";
import { userPath } from "../user-path.ts";
import { claimOutFolder } from "../worklist/out-folder.ts";
import { newPassword, type PasswordOptions } from "../worklist/password.ts";
import { openClean, type PeopleReport, peopleReport } from "../worklist/people-report.ts";
import { fillReview, type ReviewRow } from "../worklist/review-file.ts";
import { WrittenFiles } from "../worklist/written-files.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Options of `tiendo proposals`. */
export interface ProposalsOptions extends PasswordOptions {
  data: string;
  report?: string;
  out?: string;
  force?: boolean;
}

/** Writes the file in which open proposals are decided; gives 0 written, 2 refused, 3 a fault of ours. */
export async function proposalsCommand(options: ProposalsOptions): Promise<0 | 2 | 3> {
  try {
    const people = await peopleReport(options.data, options.report);
    const password = await newPassword(options);
    const home = join(people.folders.private, "worklists");
    const folder = userPath(options.out) ?? join(home, "proposals");
    await claimOutFolder(folder, options.data, password !== null);
    const rows = await openProposals(people);
    const path = join(folder, `phieu-duyet-${people.report.as_of}.xlsx`);
    const files = await WrittenFiles.of(home);
    if (options.force !== true) await files.refuseChanged([path]);
    await files.write(path, password, (workbook) => fillReview(workbook, people.report, rows));
    console.log(`${relative(userPath("."), path)}: ${rows.length} đề xuất | proposals`);
    return 0;
  } catch (error) {
    return tellRefusal(error);
  }
}

async function openProposals(people: PeopleReport): Promise<ReviewRow[]> {
  const db = await openClean(people, ["person", "proposal"]);
  try {
    return await db.all<ReviewRow>(sqlFile("worklist/review_row").sql);
  } finally {
    db.close();
  }
}
