import type { Language, LocalText } from "@tiendo/schema";
import type { CellRange } from "./xlsx/sheet-frame.ts";

/** The columns that are put after the sender's own; readers know the first by its title when the file comes back. */
export const returnedTitles = [
  { vi: "Mã dòng gốc", en: "Row corrected" },
  { vi: "Mã vấn đề", en: "Issue codes" },
  { vi: "Hệ quả", en: "Effect" },
  { vi: "Giải thích và cách sửa", en: "Explanation and fix" },
] as const satisfies readonly LocalText[];

/** The header of a returned sheet and which of the sender's columns stand where. */
export interface ReturnedHeader {
  rows: (string | null)[][];
  merges: CellRange[];
  /** Indices of the sender's columns that are kept, in their order. */
  kept: number[];
  /** Width with the four columns. */
  width: number;
}

/**
 * The sender's header with the four columns after it. The same four of an earlier return are left out: they would be
 * headers twice, and the issues they tell have been mended or are told again.
 * @param header the sender's header rows; blank cells beside or under a filled one are taken as merged with it
 */
export function returnedHeader(header: readonly (string | null)[][], width: number, lang: Language): ReturnedHeader {
  const kept = Array.from({ length: width }, (_, at) => at).filter((at) => !header.some((row) => isOurs(row[at])));
  const own = header.map((row) => kept.map((at) => row[at] ?? null));
  const rows = own.map((row, at) => [...row, ...returnedTitles.map((title) => (at === 0 ? title[lang] : null))]);
  return { rows, merges: mergesOf(rows), kept, width: kept.length + returnedTitles.length };
}

const OURS = new Set<string>(returnedTitles.flatMap(({ vi, en }) => [vi.toLowerCase(), en.toLowerCase()]));

function isOurs(cell: string | null | undefined): boolean {
  return OURS.has((cell ?? "").normalize("NFC").trim().toLowerCase());
}

/** Header cells over several rows or columns, as blank neighbours show them: "Mũi 1" over its five columns. */
function mergesOf(rows: readonly (string | null)[][]): CellRange[] {
  return rows.slice(0, -1).flatMap((row, at) =>
    row.flatMap((cell, column) => {
      if (cell === null) return [];
      return isBlankBelow(rows, at, column) ? [downward(rows, at, column)] : sideways(rows, at, column);
    }),
  );
}

function isBlankBelow(rows: readonly (string | null)[][], at: number, column: number): boolean {
  return rows.slice(at + 1).every((row) => row[column] === null);
}

function downward(rows: readonly unknown[], at: number, column: number): CellRange {
  return { top: at + 1, left: column, bottom: rows.length, right: column };
}

function sideways(rows: readonly (string | null)[][], at: number, column: number): CellRange[] {
  let right = column;
  while (rows[at]?.[right + 1] === null && !isBlankBelow(rows, at, right + 1)) right += 1;
  return right === column ? [] : [{ top: at + 1, left: column, bottom: at + 1, right }];
}
