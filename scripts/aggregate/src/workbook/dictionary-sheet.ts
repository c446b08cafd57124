import {
  cellStatuses,
  codesOf,
  columnsOf,
  type LocalText,
  type PublishedTableName,
  publishedTables,
  type ReportDefinition,
} from "@tiendo/schema";
import { toolSheetTitle } from "./tool-sheets.ts";
import type { WorkbookFile } from "./xlsx/workbook-file.ts";

/** Name of the sheet that says what a public table's columns mean. */
export const DICTIONARY_SHEET = "Chú giải";

const synthetic: LocalText = {
  vi: "Dữ liệu mô phỏng: không có ai và không có số nào trong bảng là thật.",
  en: "Synthetic data: no person and no number in this table is real.",
};

/** Writes what a table is, whose, of which day, under which licence, then what each column and each status means. */
export async function writeDictionary(
  workbook: WorkbookFile,
  { name, report }: { name: PublishedTableName; report: ReportDefinition },
): Promise<void> {
  const sheet = await workbook.beginSheet({
    name: DICTIONARY_SHEET,
    columns: [28, 60, 60, 20].map((width) => ({ width })),
  });
  const bold = workbook.styles.numberOf({ bold: true });
  const wrapped = workbook.styles.numberOf({ format: "text", wrap: true });
  const { title } = publishedTables[name];
  await sheet.row([{ value: toolSheetTitle(title), style: bold }]);
  for (const { texts, isHead } of [...about(name, report), ...columnLines(name), ...statusLines()])
    await sheet.row(texts.map((value) => ({ value, style: isHead ? bold : wrapped })));
  await workbook.endSheet(sheet);
}

interface Line {
  texts: readonly string[];
  isHead?: boolean;
}

function about(name: PublishedTableName, report: ReportDefinition): Line[] {
  const line = (head: string, { vi, en }: LocalText): Line => ({ texts: [head, vi, en] });
  const same = (text: string): LocalText => ({ vi: text, en: text });
  return [
    { texts: ["", "Tiếng Việt", "English"], isHead: true },
    line("Bảng | Table", publishedTables[name].description),
    line("Báo cáo | Report", report.title),
    line("Cơ quan công bố | Publisher", report.publisher.name),
    line("Số liệu tính đến | As of", same(report.as_of)),
    line("Giấy phép | Licence", same(`${report.licence.title}, ${report.licence.url}`)),
    ...(report.synthetic ? [line("Lưu ý | Note", synthetic)] : []),
    { texts: [] },
  ];
}

function columnLines(name: PublishedTableName): Line[] {
  const lines = columnsOf(publishedTables[name].schema).map(({ name: column, meta }) => ({
    texts: [
      column,
      [meta.title.vi, meta.description?.vi].filter(Boolean).join(". "),
      [meta.title.en, meta.description?.en].filter(Boolean).join(". "),
      meta.unit === undefined ? "" : `${meta.unit.vi} | ${meta.unit.en}`,
    ],
  }));
  return [
    { texts: ["Cột | Column", "Ý nghĩa", "Meaning", "Đơn vị tính | Unit"], isHead: true },
    ...lines,
    { texts: [] },
  ];
}

function statusLines(): Line[] {
  const head = {
    texts: ["Mã | Code", "Ô số để trống hoặc cần lưu ý vì", "Why the number is blank or marked"],
    isHead: true,
  };
  return [
    head,
    ...codesOf(cellStatuses).map((code) => ({ texts: [code, cellStatuses[code].vi, cellStatuses[code].en] })),
  ];
}
