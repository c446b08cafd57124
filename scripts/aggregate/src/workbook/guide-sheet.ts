import { type RowKind, rowKinds } from "@tiendo/schema";
import { toolSheetTitle } from "./tool-sheets.ts";
import type { WorkbookFile } from "./xlsx/workbook-file.ts";

/** Name of the sheet that says how to fill in and send. */
export const GUIDE_SHEET = "Hướng dẫn";

const steps = [
  {
    vi: "Ghi vào trang đầu, từ dòng ngay dưới dòng “VÍ DỤ”. Không đổi tên cột, không gộp ô, không để dòng tổng cộng.",
    en: "Fill in the first sheet from the row below “VÍ DỤ”. Do not rename columns, merge cells or add a row of totals.",
  },
  {
    vi: "Đưa chuột vào tên cột để xem giải thích và ví dụ. Ô có danh sách thì chọn trong danh sách (xem trang “Mã”).",
    en: "Point at a column's name for an explanation and an example. Choose from the list where a cell has one (see “Mã”).",
  },
  {
    vi: "Ngày ghi dd/mm/yyyy, ví dụ 15/09/2021. Chỉ biết năm sinh thì ghi năm, không tự thêm ngày 01/01.",
    en: "Dates as dd/mm/yyyy, such as 15/09/2021. Where only the year of birth is known, write the year; never add 01/01.",
  },
  {
    vi: "Không biết thì để trống, không ghi số giả như 000000000000. Số 0 là “không có”, ô trống là “chưa báo cáo”.",
    en: "Leave blank what is not known; no placeholder such as 000000000000. 0 means none, blank means not reported.",
  },
  {
    vi: "Dán từ tệp khác thì chọn Dán đặc biệt, Giá trị (Paste Special, Values) để cột giữ dạng văn bản và số 0 ở đầu.",
    en: "When pasting from another file use Paste Special, Values, so that columns stay text and keep leading zeros.",
  },
  {
    vi: "Lưu dạng .xlsx. Kiểm tra trước khi gửi: tiendo check TÊN-TỆP. Lệnh này chỉ đọc, không sửa và không gửi tệp đi.",
    en: "Save as .xlsx. Check before sending: tiendo check FILE. It only reads; it neither changes nor sends the file.",
  },
  {
    vi: "Kết quả nêu từng dòng: ô nào, đang ghi gì, cần gì, cách sửa. Dòng tốt vẫn được nhận, dòng hỏng chờ sửa.",
    en: "It says for each row which cell, what was found, what was expected, how to mend it. Good rows go on meanwhile.",
  },
  {
    vi: "Tệp trả lại giữ nguyên các dòng và cột, thêm cột “Mã dòng gốc”. Sửa ngay trong đó rồi gửi lại; không bị tính hai lần.",
    en: "The returned file has your rows and columns and adds “Mã dòng gốc”. Correct it there and send it again; nothing counts twice.",
  },
];
const personal = {
  vi: "Tệp có thông tin cá nhân: chỉ gửi qua kênh được phép của cơ quan, không gửi qua mạng xã hội hay thư cá nhân.",
  en: "The file holds personal data: send it only through your office's permitted channel, not by social media or private mail.",
};

/** Writes the sheet that says how to fill in the form, check it and send it, in both languages. */
export async function writeGuide(workbook: WorkbookFile, kind: RowKind): Promise<void> {
  const sheet = await workbook.beginSheet({ name: GUIDE_SHEET, columns: [{ width: 6 }, { width: 76 }, { width: 76 }] });
  const bold = workbook.styles.numberOf({ bold: true });
  const wrapped = workbook.styles.numberOf({ wrap: true });
  const { title, personLevel } = rowKinds[kind];
  await sheet.row([{ value: toolSheetTitle({ vi: `hướng dẫn: ${title.vi}`, en: `guide: ${title.en}` }), style: bold }]);
  await sheet.row([null, "Tiếng Việt", "English"].map((value) => ({ value, style: bold })));
  for (const [at, { vi, en }] of [...steps, ...(personLevel ? [personal] : [])].entries())
    await sheet.row([String(at + 1), vi, en].map((value) => ({ value, style: wrapped })));
  await workbook.endSheet(sheet);
}
