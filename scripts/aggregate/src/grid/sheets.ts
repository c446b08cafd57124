import { FileRefusal } from "../read/file-refusal.ts";
import type { GridNote } from "./grid-source.ts";

interface Sheet {
  name: string;
  hidden: boolean;
}

/** Names the hidden sheets, which are left out. */
export function hiddenNotes(sheets: readonly Sheet[]): GridNote[] {
  const hidden = sheets.filter((sheet) => sheet.hidden);
  return hidden.map(({ name }) => ({ code: "FILE.SHEET_HIDDEN", found: name, expected: "" }));
}

/** The refusal of a workbook without a visible sheet that holds anything. */
export function noVisibleRows(sheets: readonly Sheet[]): FileRefusal {
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
  const names = hidden.length === 0 ? null : hidden.join(", ").slice(0, 200);
  return new FileRefusal("FILE.EMPTY", {
    vi: names === null ? "mọi trang tính đều trống" : `mọi trang tính đều trống hoặc bị ẩn (${names})`,
    en: names === null ? "every sheet is blank" : `every sheet is blank or hidden (${names})`,
  });
}
