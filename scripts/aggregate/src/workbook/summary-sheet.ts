import { effects, type Language } from "@tiendo/schema";
import { CellStyles, gravestFirst } from "./effect-style.ts";
import type { IssueTally } from "./issue-tally.ts";
import { toolSheetTitle } from "./tool-sheets.ts";
import type { WrittenCell } from "./xlsx/cell-xml.ts";
import type { WorkbookFile } from "./xlsx/workbook-file.ts";

/** Name of the sheet with the counts. */
export const SUMMARY_SHEET = "Tổng hợp";

const texts = {
  title: { vi: "tổng hợp vấn đề", en: "summary of issues" },
  rows: { vi: "Số dòng", en: "Rows" },
  rowsWithIssues: { vi: "Số dòng có vấn đề", en: "Rows with issues" },
  again: {
    vi: "Sửa ngay trong trang đầu, giữ nguyên cột “Mã dòng gốc”, rồi gửi lại tệp này.",
    en: "Correct the first sheet, keep the column “Mã dòng gốc” as it is, and send this file again.",
  },
  heads: {
    vi: ["Mã vấn đề", "Số lần", "Hệ quả", "Ý nghĩa", "Cách sửa"],
    en: ["Issue code", "Count", "Effect", "Meaning", "How to fix"],
  },
  key: { vi: "Cách đánh dấu ô", en: "How cells are marked" },
} as const;

/** Writes the sheet of counts per code, with what each means, how to mend it, and how cells are marked. */
export async function writeSummary(workbook: WorkbookFile, name: string, tally: IssueTally, lang: Language) {
  const sheet = await workbook.beginSheet({
    name,
    columns: [{ width: 26 }, { width: 12 }, { width: 30 }, { width: 60 }, { width: 60 }],
  });
  for (const cells of [...opening(workbook, tally, lang), ...table(workbook, tally, lang), ...key(workbook, lang)])
    await sheet.row(cells);
  await workbook.endSheet(sheet);
}

function opening({ styles }: WorkbookFile, tally: IssueTally, lang: Language): WrittenCell[][] {
  const bold = styles.numberOf({ bold: true });
  const whole = styles.numberOf({ format: "whole" });
  return [
    [{ value: toolSheetTitle(texts.title), style: bold }],
    [{ value: texts.again[lang], style: 0 }],
    [
      { value: texts.rows[lang], style: 0 },
      { value: tally.rows, style: whole },
    ],
    [
      { value: texts.rowsWithIssues[lang], style: 0 },
      { value: tally.rowsWithIssues, style: whole },
    ],
    [],
  ];
}

function table({ styles }: WorkbookFile, tally: IssueTally, lang: Language): WrittenCell[][] {
  const head = styles.numberOf({ bold: true, fill: "E7E6E6", border: "thin" });
  const text = styles.numberOf({ format: "text", border: "thin", wrap: true });
  const whole = styles.numberOf({ format: "whole", border: "thin" });
  const heads = texts.heads[lang].map((value) => ({ value, style: head }));
  const rows = tally.issues().map(({ code, count, effect, message, fix }) => [
    { value: code, style: text },
    { value: count, style: whole },
    { value: effects[effect][lang], style: text },
    { value: message[lang], style: text },
    { value: fix[lang], style: text },
  ]);
  return [heads, ...rows, []];
}

function key({ styles }: WorkbookFile, lang: Language): WrittenCell[][] {
  const marks = new CellStyles(styles);
  const title = { value: texts.key[lang], style: styles.numberOf({ bold: true }) };
  return [
    [title],
    ...gravestFirst.map((effect) => [{ value: effects[effect][lang], style: marks.numberOf(null, effect) }]),
  ];
}
