/** One record of a CSV file: its cells, or why it is none. `line` is the physical line it begins on, from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
  /** The text of the line where it is no record. */
  broken: string | null;
}

// A closing quote that was forgotten must not swallow the file: past this many lines the quote is taken for a slip.
const LONGEST_RECORD_LINES = 100;

/**
 * Splits physical lines into records: RFC 4180 with a given delimiter. A line whose quotes do not close is handed out
 * as broken and reading goes on at the next line, so that one slip costs one line.
 */
export async function* csvRecords(lines: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  const pending: string[] = [];
  let line = 1;
  for await (const next of lines) {
    pending.push(next);
    while (pending.length > 0) {
      const taken = takeRecord(pending, delimiter, line, false);
      if (taken === null) break;
      yield taken.record;
      pending.splice(0, taken.lines);
      line += taken.lines;
    }
  }
  while (pending.length > 0) {
    const taken = takeRecord(pending, delimiter, line, true);
    if (taken === null) break;
    yield taken.record;
    pending.splice(0, taken.lines);
    line += taken.lines;
  }
}

interface Taken {
  record: CsvRecord;
  lines: number;
}

/** The first record of the pending lines; null where its quotes are still open and more lines may come. */
function takeRecord(pending: readonly string[], delimiter: string, line: number, last: boolean): Taken | null {
  const first = pending[0] ?? "";
  for (let lines = 1; lines <= pending.length; lines += 1) {
    const cells = splitRecord(pending.slice(0, lines).join("\n"), delimiter);
    if (cells === "bad quote") return { record: { line, cells: [], broken: first }, lines: 1 };
    if (cells !== "open quote") return { record: { line, cells, broken: null }, lines };
  }
  const hopeless = last || pending.length >= LONGEST_RECORD_LINES;
  return hopeless ? { record: { line, cells: [], broken: first }, lines: 1 } : null;
}

/** The cells of a text that may be one record. */
export function splitRecord(text: string, delimiter: string): string[] | "open quote" | "bad quote" {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
    if (typeof cell === "string") return cell;
    if (cell.end < text.length && text[cell.end] !== delimiter) return "bad quote";
    cells.push(cell.value);
    at = cell.end + 1;
  }
  return cells;
}

interface Cell {
  value: string;
  end: number;
}

function plainCell(text: string, from: number, delimiter: string): Cell {
  const found = text.indexOf(delimiter, from);
  const end = found < 0 ? text.length : found;
  return { value: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): Cell | "open quote" {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return "open quote";
    if (text[quote + 1] !== '"') return { value: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    at = quote + 2;
  }
}
