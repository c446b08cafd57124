import { relative } from "node:path";
import { effects, fileStatuses, issueOf, type Language } from "@tiendo/schema";
import type { FileReport, IssueReport } from "../check/file-report.ts";
import { countText } from "./count-text.ts";

const words = {
  vi: {
    rows: "dòng",
    row: "dòng",
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
    nothing: "Không có tệp nào để kiểm tra: thư mục trống. Hãy nêu tệp hoặc thư mục có tệp.",
    ready: "Có thể gửi, hoặc đặt vào thư mục raw của báo cáo rồi chạy: tiendo aggregate",
    again: "Sửa xong, kiểm tra lại",
    list: "Danh sách đầy đủ",
    returned: "Bảng trả lại để sửa và gửi lại",
    large: "Tệp lớn: không ghi bảng trả lại; xem danh sách đầy đủ.",
    first: "ví dụ",
  },
  en: {
    rows: "rows",
    row: "row",
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
    nothing: "There is no file to check: the folder is empty. Name a file, or a folder that holds files.",
    ready: "It can be sent, or put into the raw folder of a report and then: tiendo aggregate",
    again: "Once mended, check again",
    list: "Complete list",
    returned: "Workbook to correct and send again",
    large: "A large file: no workbook is written; see the complete list.",
    first: "first",
  },
} as const;
type Words = (typeof words)[Language];

/** What was written beside what is said: the complete list, and the workbooks that go back. */
export interface CheckWritten {
  /** The files and folders that were checked, as they were named. */
  paths: readonly string[];
  list: string;
  workbooks: readonly string[];
  /** Whether the files were small enough for a workbook. */
  small: boolean;
}

/** Says for each file what became of it and what is wrong with it, then what to do next. */
export function tellCheck(reports: readonly FileReport[], lang: Language, written: CheckWritten): void {
  const w = words[lang];
  if (reports.length === 0) console.log(w.nothing);
  for (const report of reports) tellFile(report, lang);
  if (reports.some(({ issues }) => issues.length > 0)) tellWritten(w, written);
  const usable = reports.length > 0 && reports.every(({ status }) => status === "accepted");
  if (usable) console.log(`\n${w.ready}`);
  else if (reports.length > 0) console.log(`\n${w.again}: tiendo check ${commandWords(written).join(" ")}`);
}

/** What is checked next: a returned workbook together with the file whose rows it corrects. */
function commandWords({ paths, workbooks }: CheckWritten): string[] {
  return [...paths, ...workbooks.map(shown)].map((path) => (/\s/.test(path) ? `"${path}"` : path));
}

function tellWritten(w: Words, { list, workbooks, small }: CheckWritten): void {
  console.log(`\n${w.list}: ${shown(list)}`);
  for (const path of workbooks) console.log(`${w.returned}: ${shown(path)}`);
  if (!small) console.log(w.large);
}

function tellFile(report: FileReport, lang: Language): void {
  const w = words[lang];
  const number = (count: number) => countText(count, lang);
  console.log(
    `\n${report.file}: ${fileStatuses[report.status][lang]}${report.kind === null ? "" : ` (${report.kind})`}`,
  );
  if (report.reason !== null && report.reason_code !== null) {
    console.log(`  ${report.reason_code}: ${report.reason[lang]}`);
    console.log(`  → ${issueOf(report.reason_code).fix[lang]}`);
  }
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
  console.log(
    `  ${code.padEnd(20)} ${number(rows).padStart(9)} ${rows === 1 ? w.row : w.rows}  ${effects[effect][lang]}${of}`,
  );
  const line = first.line === null ? "" : `${w.line} ${number(first.line)}: `;
  console.log(`    ${w.first}: ${line}${first.message[lang]}`);
  console.log(`    → ${first.fix[lang]}`);
}

function shown(path: string): string {
  return relative(process.env.INIT_CWD ?? process.cwd(), path);
}
