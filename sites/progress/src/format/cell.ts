import { type CellStatus, cellStatuses, type Language, type Qualifier, qualifiers } from "@tiendo/schema";
import { inWords } from "./number.ts";

/** How a cell looks: a number, or why there is none. Zero is a number. */
export type CellKind = "number" | "hidden" | "not_reported" | "not_applicable" | "none";

/** A cell in words. `mark` stands beside a number that is provisional or revised. */
export interface CellWords {
  kind: CellKind;
  text: string;
  mark: string | null;
}

const kinds = { c: "hidden", x: "not_reported", z: "not_applicable" } as const;

/** A number with its qualifier in words ("trên 7,6 triệu"), or the reason for which there is none. */
export function cellWords(
  value: number | null,
  qualifier: Qualifier | null,
  status: CellStatus | null,
  lang: Language,
): CellWords {
  if (status === "c" || status === "x" || status === "z") {
    return { kind: kinds[status], text: cellStatuses[status][lang], mark: null };
  }
  if (value === null) return { kind: "none", text: noFigure[lang], mark: null };
  const mark = status === null ? null : cellStatuses[status][lang];
  return { kind: "number", text: qualified(value, qualifier, lang), mark };
}

/** What stands where nothing was ever published. */
export const noFigure: Readonly<Record<Language, string>> = { vi: "chưa có số liệu", en: "no figures yet" };

/** "trên 7,6 triệu", "gần 240.000"; a rounded or exact number needs no word. */
export function qualified(value: number, qualifier: Qualifier | null, lang: Language): string {
  const spoken = qualifier === "approx" || qualifier === "at_least" || qualifier === "at_most";
  const number = inWords(value, qualifier, lang);
  return spoken ? `${qualifiers[qualifier][lang]} ${number}` : number;
}
