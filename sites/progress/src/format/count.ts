import { type CellStatus, cellStatuses, type Language } from "@tiendo/schema";
import { inFull } from "./number.ts";

/** A count, or the words for why there is none: "bị ẩn", "chưa báo cáo", "không áp dụng". */
export function countCell(value: number | null, status: CellStatus | null, lang: Language): string {
  if (value !== null) return inFull(value, lang);
  return status === null ? "–" : cellStatuses[status][lang];
}
