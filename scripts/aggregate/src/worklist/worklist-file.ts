import { type ReportDefinition, type Sex, sexes } from "@tiendo/schema";
import { pathOf, type Unit } from "@tiendo/units";
import type { WorkbookFile } from "../workbook/xlsx/workbook-file.ts";
import { writtenDay } from "./day-words.ts";
import { writeHandover } from "./handover-sheet.ts";
import { writeListSheet } from "./list-sheet.ts";
import { PERSONAL_WORDS, SYNTHETIC_WORDS } from "./list-words.ts";
import { type Found, problemWords } from "./problem.ts";
import { FIRST_PAGE, REPEATED, worklistGroups } from "./worklist-groups.ts";

/** A row of `sql/worklist/worklist_row`. */
export interface WorklistRow extends Found {
  unit_code: string | null;
  record_key: string;
  full_name: string | null;
  birth_date: string | null;
  sex: string | null;
  id_number: string | null;
}

/** The list of one commune. */
export interface Worklist {
  report: ReportDefinition;
  commune: Unit;
  listDate: string;
  rows: readonly WorklistRow[];
}

const byVietnamese = new Intl.Collator("vi");

/** Fills the workbook of one commune: the list, then the sheet on which it changes hands. */
export async function fillWorklist(workbook: WorkbookFile, worklist: Worklist): Promise<void> {
  await writeListSheet(workbook, {
    name: "Danh sách",
    kind: "worklist_entry",
    above: linesAbove(worklist),
    groups: worklistGroups,
    firstPage: FIRST_PAGE,
    repeated: REPEATED,
    rows: worklist.rows.toSorted(inOrder).map((row) => entryOf(row, worklist)),
    footer: footerOf(worklist),
  });
  await writeHandover(workbook, { ...worklist, people: worklist.rows.length });
}

/** The hamlet is not known, so the name alone orders a commune; its key makes the order the same each time. */
function inOrder(one: WorklistRow, other: WorklistRow): number {
  return (
    byVietnamese.compare(one.full_name ?? "", other.full_name ?? "") || (one.record_key < other.record_key ? -1 : 1)
  );
}

function entryOf(row: WorklistRow, { commune, listDate }: Worklist): Record<string, string | null> {
  return {
    record_key: row.record_key,
    list_date: writtenDay(listDate),
    unit_code: commune.code,
    recorded_name: row.full_name,
    recorded_birth_date: row.birth_date,
    recorded_sex: row.sex === null ? null : (sexes[row.sex as Sex]?.vi ?? row.sex),
    recorded_id_number: row.id_number,
    problem: problemWords(row),
  };
}

function linesAbove({ report, commune, listDate, rows }: Worklist): string[] {
  const place = pathOf(report.edition, commune.code);
  return [
    "DANH SÁCH ĐỐI TƯỢNG CẦN XÁC MINH THÔNG TIN TIÊM CHỦNG / People whose vaccination data is to be verified",
    `${place} (mã ${commune.code}). Ngày lập danh sách: ${writtenDay(listDate)}. Số người: ${rows.length}.` +
      ` / Listed on ${listDate}, ${rows.length} people.`,
    "Điền ô trắng: Tổ công tác ghi phần đúng (không cần sửa thì để trống), Công an xã ghi kết quả đối chiếu, Trạm Y tế ghi việc cập nhật." +
      " Ngày ghi dd/mm/yyyy; số định danh đủ 12 hoặc 9 chữ số. Không sửa ô xám, không thêm dòng." +
      "\nFill in white cells only; leave blank what needs no correction. Dates as dd/mm/yyyy. Leave grey cells and rows as they are.",
    ...(report.synthetic ? [SYNTHETIC_WORDS] : []),
    PERSONAL_WORDS,
  ];
}

function footerOf({ report, commune, listDate }: Worklist): string {
  const mark = report.synthetic ? "Dữ liệu mô phỏng" : "Có thông tin cá nhân";
  return `&L${commune.full_name}, danh sách ngày ${writtenDay(listDate)}&CTrang &P/&N&R${mark}`;
}
