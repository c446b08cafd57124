import { longestRecord } from "../limits.ts";

// A closing quote that was forgotten must not swallow the file: past this many lines the quote is taken for a slip.
const LONGEST_RECORD_LINES = 100;
const LINE_END = /\r\n?|\n/g;

/** A record that holds quotes: its cells and where it ends, before the line end; or what is wrong with its quotes. */
export type QuotedRecord = { cells: string[]; end: number } | "open quote" | "bad quote";

/**
 * Reads one record by RFC 4180 from a place in a text. Quotes within an unquoted cell are taken literally.
 * Looks no further than 100 lines or a million characters ahead, so that slips cost linear time.
 * @param lineEnd where the first line ends
 */
export function quotedRecord(text: string, from: number, lineEnd: number, delimiter: string): QuotedRecord {
  const stop = stopAt(delimiter);
  const cells: string[] = [];
  // Most records end with their first line, so the horizon is looked for only past it.
  let limit = lineEnd;
  for (let at = from; ; at += 1) {
    const quoted = text[at] === '"';
    let end = quoted ? closingQuote(text, at, limit) : cellEnd(text, at, stop);
    if (end > limit && limit === lineEnd) {
      limit = horizon(text, from);
      if (quoted) end = closingQuote(text, at, limit);
    }
    if (end > limit) return "open quote";
    cells.push(quoted ? unquoted(text, at, end) : text.slice(at, end));
    at = end;
    if (at >= text.length || isLineEnd(text, at)) return { cells, end: at };
    if (text[at] !== delimiter) return "bad quote";
  }
}

const stops = new Map<string, RegExp>();

/** What ends an unquoted cell; compiled once a delimiter. */
function stopAt(delimiter: string): RegExp {
  const known = stops.get(delimiter) ?? new RegExp(`[${delimiter}\\r\\n]`, "g");
  stops.set(delimiter, known);
  return known;
}

/** The cell that the end of a part of a line stands in: its place in the line, and where it begins. */
export function openCell(line: string, delimiter: string): { place: number; start: number } {
  const stop = stopAt(delimiter);
  let [place, start] = [0, 0];
  for (;;) {
    const from = line[start] === '"' ? closingQuote(line, start, line.length) : start;
    const end = from > line.length ? line.length : cellEnd(line, from, stop);
    if (end >= line.length) return { place, start };
    [place, start] = [place + 1, end + 1];
  }
}

/** The furthest place at which a record that begins here may end. */
function horizon(text: string, from: number): number {
  LINE_END.lastIndex = from;
  for (let lines = 0; lines < LONGEST_RECORD_LINES; lines += 1) {
    const found = LINE_END.exec(text);
    if (found === null || found.index - from > longestRecord) return Math.min(text.length, from + longestRecord);
    if (lines === LONGEST_RECORD_LINES - 1) return found.index;
  }
  return text.length;
}

/** The place after the quote that closes the cell, or past the limit. */
function closingQuote(text: string, from: number, limit: number): number {
  for (let at = from + 1; at <= limit; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= limit) break;
    if (text[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
  return Number.POSITIVE_INFINITY;
}

function cellEnd(text: string, from: number, stop: RegExp): number {
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}

function unquoted(text: string, from: number, end: number): string {
  const inner = text.slice(from + 1, end - 1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === "\n" || text[at] === "\r";
}

/** The number of line ends within a part of a text. */
export function lineEnds(text: string, from: number, to: number): number {
  return text.slice(from, to).match(LINE_END)?.length ?? 0;
}
