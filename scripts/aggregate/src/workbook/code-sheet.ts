import type { RowKind } from "@tiendo/schema";
import { type Edition, unitsOf } from "@tiendo/units";
import { formColumns } from "./form-columns.ts";
import { type Term, termsOf } from "./form-vocabulary.ts";
import { toolSheetTitle } from "./tool-sheets.ts";
import type { WorkbookFile } from "./xlsx/workbook-file.ts";

/** Name of the sheet of codes. */
export const CODE_SHEET = "Mã";

type Line = { texts: string[]; isHead?: boolean };

const heads = [
  "Cột | Column",
  "Mã | Code",
  "Ghi trong biểu mẫu | Written in the form",
  "Tiếng Việt | Vietnamese",
  "Tiếng Anh | English",
  "Cách ghi khác được nhận | Also read",
];
const unitHeads = ["Ấn bản | Edition", "Mã | Code", "Tên | Name", "Tên tiếng Anh | English name"];
const communes = [
  "Mã huyện có 3 chữ số, mã xã có 5 chữ số, theo Danh mục đơn vị hành chính Việt Nam của cơ quan thống kê; tra theo tên" +
    " tỉnh, huyện, xã trên trang danh mục của cơ quan này. Cả nước ghi VN.",
  "District codes have 3 digits and commune codes 5, from the statistics office's list of administrative units; look them" +
    " up there by province, district and commune. The whole country is VN.",
  "Chưa rõ mã thì ghi đúng tên tỉnh, huyện, xã nếu biểu mẫu có cột tên; Tiến độ sẽ tra mã và báo lại nếu không khớp.",
  "Where a code is not known, write the names if the form has columns for them; Tiến độ looks the code up and says if" +
    " it finds none.",
];

/** Writes the sheet of codes: every list that the kind's columns take, and the provinces where it names units. */
export async function writeCodes(workbook: WorkbookFile, kind: RowKind): Promise<void> {
  const sheet = await workbook.beginSheet({ name: CODE_SHEET, columns: [26, 20, 32, 34, 34, 60].map(column) });
  const bold = workbook.styles.numberOf({ bold: true });
  const head = workbook.styles.numberOf({ bold: true, fill: "E7E6E6", border: "thin" });
  const text = workbook.styles.numberOf({ format: "text", wrap: true });
  await sheet.row([{ value: toolSheetTitle({ vi: "danh mục mã", en: "codes" }), style: bold }]);
  for (const { texts, isHead = false } of [...termLines(kind), ...unitLines(kind)])
    await sheet.row(texts.map((value) => ({ value, style: isHead ? head : text })));
  await workbook.endSheet(sheet);
}

function column(width: number) {
  return { width };
}

/** The same list under several columns, such as the vaccine of each dose, stands once. */
function termLines(kind: RowKind): Line[] {
  const lists = new Map(formColumns(kind).map(({ column }) => [column.meta.title.vi, termsOf(column) ?? []]));
  const lines = [...lists].flatMap(([title, terms]) => terms.map((term) => ({ texts: termTexts(title, term) })));
  return lines.length === 0 ? [] : [{ texts: [] }, { texts: heads, isHead: true }, ...lines];
}

function termTexts(title: string, { code, written, meaning, others }: Term): string[] {
  return [title, code, written, meaning.vi, meaning.en, others.join("; ")];
}

function unitLines(kind: RowKind): Line[] {
  const names = formColumns(kind).map(({ column }) => column.name);
  if (!names.some((name) => name === "unit_code" || name === "province_code")) return [];
  const editions: Edition[] = names.includes("edition") ? ["2022", "2025"] : ["2022"];
  const notes = communes.map((note) => ({ texts: [note] }));
  return [{ texts: [] }, ...notes, { texts: unitHeads, isHead: true }, ...editions.flatMap(provinceLines)];
}

function provinceLines(edition: Edition): Line[] {
  const provinces = unitsOf(edition).filter(({ level }) => level === "province");
  return provinces.map(({ code, full_name, name_en }) => ({ texts: [edition, code, full_name, name_en ?? ""] }));
}
