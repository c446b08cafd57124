import type { LocalText } from "@tiendo/schema";

/** Cell A1 of every sheet that holds no rows of data begins with this, so that readers may pass the sheet over. */
export const TOOL_SHEET_MARK = "Trang của Tiến độ, không phải dữ liệu";

/** In the first cell of a form's example row; a reader passes the row over. */
export const EXAMPLE_MARK = "VÍ DỤ";

/** What stands in cell A1 of such a sheet. */
export function toolSheetTitle(title: LocalText): string {
  return `${TOOL_SHEET_MARK} | ${title.vi} | ${title.en}`;
}
