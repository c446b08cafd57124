import { createHash } from "node:crypto";
import { basename, join, resolve } from "node:path";
import type { Edition, Language, RowKind } from "@tiendo/schema";
import { checkFiles } from "../check/check-files.ts";
import type { CheckPlaces } from "../check/check-places.ts";
import { type FileReport, fileReports } from "../check/file-report.ts";
import { writeReturnedFiles } from "../check/returned-files.ts";
import type { Database } from "../db.ts";
import { writeIssueList } from "../publish/issue-list.ts";
import type { ExitStatus } from "./aggregate-command.ts";
import { tellCheck } from "./check-answer.ts";
import { progressLine } from "./progress-line.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Options of `tiendo check`. */
export interface CheckOptions {
  lang: Language;
  data: string;
  edition: Edition;
  asOf?: string;
  kind?: RowKind;
  out?: string;
  synthetic?: boolean;
  json?: boolean;
  workbook: boolean;
}

// Above this many rows a workbook is of no use to anybody by default.
const WORKBOOK_ROWS = 200_000;

/** Checks files and says what is wrong with them; 0 nothing, 1 problems in rows, 2 a file was refused or held, 3 our fault. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  places: CheckPlaces,
  opening: Promise<Database>,
): Promise<ExitStatus> {
  try {
    return await check(paths, options, places, opening);
  } catch (error) {
    return tellRefusal(error, options.data);
  }
}

async function check(
  paths: readonly string[],
  options: CheckOptions,
  places: CheckPlaces,
  opening: Promise<Database>,
): Promise<0 | 1 | 2> {
  // A file that belongs to no report is judged as of today, the day somebody asks.
  const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
  const rules = { asOf, edition: options.edition, synthetic: options.synthetic === true, kind: options.kind ?? null };
  const progress = progressLine();
  const { db, files } = await checkFiles(paths, rules, places, progress.show, [], opening);
  progress.end();
  try {
    const out = options.out ?? outFolder(options.data, paths);
    await writeIssueList(db, join(out, "issues"));
    const reports = await fileReports(db);
    const small = reports.every(({ records_in }) => records_in <= WORKBOOK_ROWS);
    const workbooks =
      options.workbook && small
        ? await writeReturnedFiles(db, files, { folder: out, lang: options.lang, kind: rules.kind })
        : [];
    if (options.json === true)
      console.log(
        JSON.stringify(
          { as_of: asOf, files: reports, issues: [`${out}/issues.csv`, `${out}/issues.parquet`], returned: workbooks },
          null,
          2,
        ),
      );
    else tellCheck(reports, options.lang, { paths, list: join(out, "issues.csv"), workbooks, small });
    return exitStatus(reports);
  } finally {
    db.close();
  }
}

/** One folder for one set of files, so that checking a file again replaces what was said of it. */
function outFolder(data: string, paths: readonly string[]): string {
  const names = paths.map((path) => resolve(path)).join("\n");
  const hash = createHash("sha256").update(names).digest("hex").slice(0, 8);
  const [first = ""] = paths;
  return join(data, "private", "check", `${basename(first)}-${hash}`);
}

function exitStatus(reports: readonly FileReport[]): 0 | 1 | 2 {
  if (reports.length === 0 || reports.some(({ status }) => status === "refused" || status === "held")) return 2;
  const problems = reports
    .flatMap(({ issues }) => issues)
    .some(({ effect }) => effect === "quarantine" || effect === "to_clean");
  return problems ? 1 : 0;
}
