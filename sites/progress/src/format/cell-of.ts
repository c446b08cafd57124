import { type CellStatus, cellStatuses, type Language } from "@tiendo/schema";
import { type CellWords, cellWords } from "./cell.ts";
import { inFull, signed } from "./number.ts";
import { percent } from "./percent.ts";

/** A cell of a table: words, how they look, and the number to sort by, null where there is none. */
export interface Cell extends CellWords {
  sort: number | null;
  /** Whether it is read as words, from the start of the line, and not compared with the numbers below it. */
  words?: true;
}

/** A cell whose number, where there is one, is written by `write`. */
export function cellOf(
  value: number | null,
  status: CellStatus | null,
  lang: Language,
  write: (value: number) => string = (number) => inFull(number, lang),
): Cell {
  const words = cellWords(value, "exact", status, lang);
  if (value === null || words.kind !== "number") return { ...words, sort: null };
  return { ...words, text: write(value), sort: value };
}

/** A share with one decimal. */
export function percentCell(value: number | null, status: CellStatus | null, lang: Language): Cell {
  return cellOf(value, status, lang, (share) => percent(share, 1, lang));
}

/** A difference with its sign; a dash where one of its two numbers is missing. */
export function changeCell(change: number | null, lang: Language): Cell {
  if (change === null) return textCell("–");
  return { kind: "number", text: signed(change, lang), mark: null, sort: change };
}

/** A cell with a number that the release before stated otherwise; one without a number stays as it is. */
export function asRevised(cell: Cell, lang: Language): Cell {
  return cell.kind === "number" && cell.mark === null ? { ...cell, mark: cellStatuses.r[lang] } : cell;
}

/** Words that are read, such as a verdict. */
export function wordsCell(text: string): Cell {
  return { ...textCell(text), words: true };
}

/** Words alone, where numbers stand. */
export function textCell(text: string): Cell {
  return { kind: "number", text, mark: null, sort: null };
}

/** Kinds of cells without a number among these, in words: they are explained above a table. */
export function statusesIn(rows: readonly { cells: readonly Cell[] }[]): CellStatus[] {
  const seen = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ kind, mark }) => [kind, mark ?? ""])));
  const kinds = { c: "hidden", x: "not_reported", z: "not_applicable" } as const;
  const marks = (["p", "r"] as const).filter((code) =>
    Object.values(cellStatuses[code]).some((word) => seen.has(word)),
  );
  return [...(["c", "x", "z"] as const).filter((code) => seen.has(kinds[code])), ...marks];
}
