import { type Language, measureUnits, type PublishedFigure, qualifiers } from "@tiendo/schema";
import { type CellWords, cellWords } from "./cell.ts";

/** What a figure says at a glance. `parts` are joined by a slash: "gần 240.000/424.000". */
export interface FigureWords {
  kind: "ratio" | "count" | "status";
  parts: CellWords[];
  /** The measure unit in words, or empty for a status. */
  unit: string;
}

export function figureWords(figure: PublishedFigure, lang: Language): FigureWords {
  const unit = figure.measure_unit === null ? "" : measureUnits[figure.measure_unit][lang];
  if (isStatus(figure)) {
    const done = qualifiers.status[lang];
    return { kind: "status", parts: [{ kind: "number", text: done, mark: null }], unit: "" };
  }
  if (isCount(figure)) return { kind: "count", parts: [valueCell(figure, lang)], unit };
  return { kind: "ratio", parts: ratioCells(figure, lang), unit };
}

/** The figure as one text: "trên 7,6 triệu mũi", "gần 240.000/424.000 người". */
export function figureText(figure: PublishedFigure, lang: Language): string {
  const { parts, unit } = figureWords(figure, lang);
  const numbers = parts.map(({ text }) => text).join("/");
  return parts.every(({ kind }) => kind === "number") && unit !== "" ? `${numbers} ${unit}` : numbers;
}

/** How the source stated each number, for the line under a figure. */
export function statedAs(figure: PublishedFigure, lang: Language): string {
  const exact = { vi: "số chính xác", en: "exact" };
  const words = [figure.done_qualifier, figure.total_qualifier, figure.value_qualifier]
    .filter((qualifier) => qualifier !== null)
    .map((qualifier) => (qualifier === "exact" ? exact[lang] : qualifiers[qualifier][lang]));
  return [...new Set(words)].length === 1 ? (words[0] ?? "") : words.join(" / ");
}

function isStatus(figure: PublishedFigure): boolean {
  return [figure.done_qualifier, figure.value_qualifier].includes("status");
}

function isCount(figure: PublishedFigure): boolean {
  const said = (value: number | null, status: string | null) => value !== null || (status !== null && status !== "z");
  return said(figure.value, figure.value_status) || !said(figure.done, figure.done_status);
}

function valueCell(figure: PublishedFigure, lang: Language): CellWords {
  return cellWords(figure.value, figure.value_qualifier, figure.value_status, lang);
}

function ratioCells(figure: PublishedFigure, lang: Language): CellWords[] {
  const done = cellWords(figure.done, figure.done_qualifier, figure.done_status, lang);
  const total = cellWords(figure.total, figure.total_qualifier, figure.total_status, lang);
  if (done.kind !== "number" && done.kind === total.kind) return [done];
  // A source that gives no whole (12 million doses right, of an unstated number) leaves the part alone.
  return total.kind === "number" || total.kind === "hidden" || done.kind !== "number" ? [done, total] : [done];
}
