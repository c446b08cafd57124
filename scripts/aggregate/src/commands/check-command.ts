import { createHash } from "node:crypto";
import { basename, join, relative, resolve } from "node:path";
import { type Edition, effects, fileStatuses, type Language, type RowKind } from "@tiendo/schema";
import { checkFiles } from "../check/check-files.ts";
import { type FileReport, fileReports, type IssueReport } from "../check/file-report.ts";
import { writeReturnedFiles } from "../check/returned-files.ts";
import { writeIssueList } from "../publish/issue-list.ts";
import { progressLine } from "./progress-line.ts";

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
  memory: string;
}

// Above this many rows a workbook is of no use to anybody by default.
const WORKBOOK_ROWS = 200_000;

/** Checks files and says what is wrong with them; 0 nothing, 1 problems in rows, 2 a file was refused or held. */
export async function checkCommand(paths: readonly string[], options: CheckOptions): Promise<0 | 1 | 2> {
  const store = join(options.data, "private", "check", "store");
  const reference = join(options.data, "reference");
  // A file that belongs to no report is judged as of today, the day somebody asks.
  const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
  const rules = { asOf, edition: options.edition, synthetic: options.synthetic === true, kind: options.kind ?? null };
  const progress = progressLine();
  const { db, files } = await checkFiles(
    paths,
    rules,
    { reference, store, memoryLimit: options.memory },
    progress.show,
  );
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
    else tell(reports, options.lang, out, workbooks, small);
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

const words = {
  vi: {
    rows: "dòng",
    accepted: "nhận",
    quarantined: "cách ly",
    rejected: "không phải bản ghi",
    duplicates: "trùng",
    superseded: "được thay",
    blank: "trống",
    line: "dòng",
    of: "lớp",
    doses: "mũi bị cách ly (người vẫn được nhận)",
    none: "Không có vấn đề nào.",
    nothing: "Không có tệp nào để kiểm tra.",
    list: "Danh sách đầy đủ",
    returned: "Bảng trả lại để sửa và gửi lại",
    large: "Tệp lớn: không ghi bảng trả lại; xem danh sách đầy đủ.",
    first: "ví dụ",
  },
  en: {
    rows: "rows",
    accepted: "accepted",
    quarantined: "quarantined",
    rejected: "no record",
    duplicates: "repeated",
    superseded: "superseded",
    blank: "blank",
    line: "line",
    of: "class",
    doses: "doses quarantined (their person is accepted)",
    none: "No problem found.",
    nothing: "There is no file to check.",
    list: "Complete list",
    returned: "Workbook to correct and send again",
    large: "A large file: no workbook is written; see the complete list.",
    first: "first",
  },
} as const;

function tell(
  reports: readonly FileReport[],
  lang: Language,
  out: string,
  workbooks: readonly string[],
  small: boolean,
): void {
  const w = words[lang];
  if (reports.length === 0) console.log(w.nothing);
  for (const report of reports) tellFile(report, lang);
  if (reports.every(({ issues }) => issues.length === 0)) return;
  console.log(`\n${w.list}: ${shown(join(out, "issues.csv"))}`);
  for (const path of workbooks) console.log(`${w.returned}: ${shown(path)}`);
  if (!small) console.log(w.large);
}

function tellFile(report: FileReport, lang: Language): void {
  const w = words[lang];
  const number = (count: number) => count.toLocaleString(lang === "vi" ? "vi-VN" : "en-GB");
  console.log(
    `\n${report.file}: ${fileStatuses[report.status][lang]}${report.kind === null ? "" : ` (${report.kind})`}`,
  );
  if (report.reason !== null) console.log(`  ${report.reason_code}: ${report.reason[lang]}`);
  if (report.status === "refused") return;
  const parts = [
    [report.accepted, w.accepted],
    [report.quarantined, w.quarantined],
    [report.rejected, w.rejected],
    [report.exact_duplicates, w.duplicates],
    [report.superseded, w.superseded],
    [report.blank, w.blank],
  ] as const;
  console.log(
    `  ${number(report.records_in)} ${w.rows} = ${parts.map(([count, name]) => `${number(count)} ${name}`).join(" + ")}`,
  );
  if (report.doses_quarantined > 0) console.log(`  ${number(report.doses_quarantined)} ${w.doses}`);
  if (report.issues.length === 0) console.log(`  ${w.none}`);
  for (const issue of report.issues) tellIssue(issue, lang, number);
}

function tellIssue(
  { code, effect, ministry_class, rows, first }: IssueReport,
  lang: Language,
  number: (count: number) => string,
): void {
  const w = words[lang];
  const of = ministry_class === null ? "" : `, ${w.of} ${ministry_class}`;
  console.log(`  ${code.padEnd(20)} ${number(rows).padStart(9)} ${w.rows}  ${effects[effect][lang]}${of}`);
  const line = first.line === null ? "" : `${w.line} ${number(first.line)}: `;
  console.log(`    ${w.first}: ${line}${first.message[lang]}`);
  console.log(`    → ${first.fix[lang]}`);
}

function shown(path: string): string {
  return relative(process.env.INIT_CWD ?? process.cwd(), path);
}
