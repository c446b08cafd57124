import { csvRows } from "./csv-rows.ts";

/** What separates the cells, and whether the first line only says so. */
export interface Delimiter {
  delimiter: string;
  /** The first line is Excel's `sep=;`, which is no row. */
  declared: boolean;
}

const DELIMITERS = [",", ";", "\t", "|"];
const SAMPLE_ROWS = 30;

/**
 * Finds the delimiter by the first 30 rows, since notes may stand above the header: the one that cuts most of them to
 * one same width, then the one that gives the greatest width.
 * @param sample the beginning of the text
 */
export function delimiterOf(sample: string): Delimiter {
  const declared = /^"?sep=([,;|\t])"?[ ]*(\r|\n|$)/i.exec(sample)?.[1];
  if (declared !== undefined) return { delimiter: declared, declared: true };
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, ...fitOf(sample, delimiter) }));
  const best = fits.reduce((a, b) => (b.rows > a.rows || (b.rows === a.rows && b.width > a.width) ? b : a));
  return { delimiter: best.delimiter, declared: false };
}

/** The commonest width above one under a delimiter, and how many rows have it. */
function fitOf(sample: string, delimiter: string): { rows: number; width: number } {
  const counts = new Map<number, number>();
  for (const width of widths(sample, delimiter)) counts.set(width, (counts.get(width) ?? 0) + 1);
  const fits = [...counts].map(([width, rows]) => ({ rows, width }));
  return fits.reduce((a, b) => (b.rows > a.rows || (b.rows === a.rows && b.width > a.width) ? b : a), {
    rows: 0,
    width: 1,
  });
}

function* widths(sample: string, delimiter: string): Generator<number> {
  let rows = 0;
  for (const { cells } of csvRows(sample, delimiter)) {
    if (cells.length > 1) yield cells.length;
    rows += 1;
    if (rows === SAMPLE_ROWS) return;
  }
}
