// Points of a line of text at the sizes that lists use.
const LINE = 14.5;
const TITLE_LINE = 18;
// Bold and wide letters take more room than a column's width in digits promises.
const ROOM = 0.9;

/** The height of a merged note, which spreadsheet programs do not fit to its text. */
export function noteHeight(text: string, letters: number, isTitle: boolean): number {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / letters), 0);
  return 3 + lines * (isTitle ? TITLE_LINE : LINE);
}

/** The height of a row whose texts wrap in their columns, in points. */
export function rowHeight(texts: readonly (string | null)[], widths: readonly number[], least: number): number {
  const lines = texts.map((text, at) => Math.ceil((text ?? "").length / ((widths[at] ?? 1) * ROOM)));
  return Math.max(least, 3 + Math.max(...lines) * LINE);
}
