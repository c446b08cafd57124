import type { Language, LocalText } from "@tiendo/schema";
import type { CellRange } from "./xlsx/sheet-frame.ts";

/** The columns that are put after the sender's own; readers know the first by its title when the file comes back. */
export const returnedTitles = [
  { vi: "Mã dòng gốc", en: "Row corrected" },
  { vi: "Mã vấn đề", en: "Issue code" },
  { vi: "Hệ quả", en: "Effect" },
  { vi: "Giải thích và cách sửa", en: "Explanation" },
] as const satisfies readonly LocalText[];

/** The header of a returned sheet and which of the sender's columns stand where. */
export interface ReturnedHeader {
  rows: (string | null)[][];
  merges: CellRange[];
  /** Indices of the sender's columns that are kept, in their order. */
  kept: number[];
}

/**
 * The sender's header with the four columns after it. The same four of an earlier return are left out: they would be
 * headers twice, and the issues they tell have been mended or are told again.
 * @param header the sender's rows down to the last header row; a cell merged with the one before or above it is blank
 * @param levels how many of the last rows are the header proper, one or two
 */
export function returnedHeader(
  header: readonly (string | null)[][],
  width: number,
  lang: Language,
  levels = levelsOf(header),
): ReturnedHeader {
  const kept = keptColumns(header, width);
  // Over two levels a title must stand in the upper one, else the group before it would seem to reach over it.
  const titleRow = header.length - levels;
  const rows = header.map((row, at) => [
    ...kept.map((from) => row[from] ?? null),
    ...returnedTitles.map((title) => (at === titleRow ? title[lang] : null)),
  ]);
  return { rows, merges: levels === 2 ? mergesOf(rows) : [], kept };
}

function keptColumns(header: readonly (string | null)[][], width: number): number[] {
  const all = Array.from({ length: width }, (_, at) => at);
  const titlesAt = (at: number) => header.map((row) => titleIndex(row[at]));
  const cameBack = all.some((at) => titlesAt(at).includes(0));
  return cameBack ? all.filter((at) => titlesAt(at).every((title) => title < 0)) : all;
}

function titleIndex(cell: string | null | undefined): number {
  const text = (cell ?? "").normalize("NFC").trim().toLowerCase();
  return returnedTitles.findIndex(({ vi, en }) => [vi, en].some((title) => title.toLowerCase() === text));
}

/** Two where dose groups stand above their columns, or several headers reach over both rows; else one. */
function levelsOf(header: readonly (string | null)[][]): 1 | 2 {
  const [upper = [], lower = []] = header.slice(-2);
  if (header.length < 2) return 1;
  const filled = upper.flatMap((cell, at) => (cell === null ? [] : [{ cell, below: lower[at] ?? null }]));
  const groups = filled.filter(({ cell, below }) => below !== null && /^(mũi|nhắc lại|m\s*\d)/iu.test(cell));
  return groups.length > 0 || filled.filter(({ below }) => below === null).length > 1 ? 2 : 1;
}

/** Header cells over both rows or over several columns, as their blank neighbours show: "Mũi 1" over its five columns. */
function mergesOf(rows: readonly (string | null)[][]): CellRange[] {
  const [upper = [], lower = []] = rows.slice(-2);
  const top = rows.length - 1;
  return upper.flatMap((cell, left) => {
    if (cell === null) return [];
    if ((lower[left] ?? null) === null) return [{ top, left, bottom: top + 1, right: left }];
    let right = left;
    while (upper[right + 1] === null && (lower[right + 1] ?? null) !== null) right += 1;
    return right === left ? [] : [{ top, left, bottom: top, right }];
  });
}
