import { cellText, composedCells, isDecomposed, lineCells } from "../cell-text.ts";
import { excerpt } from "../excerpt.ts";
import type { GridRow } from "../grid-row.ts";
import { longestRecord } from "../limits.ts";
import { lineEnds, quotedRecord } from "./csv-record.ts";
import { LongLine } from "./long-line.ts";

const closed = { vi: "dấu ngoặc kép đóng đúng chỗ (“…”)", en: "quotes that close where the cell ends (“…”)" };

/** Cuts text that comes in blocks into rows. A line whose quotes do not close costs that line only. */
export class CsvScanner {
  readonly #delimiter: string;
  #text = "";
  #at = 0;
  #row = 1;
  #last = false;
  // The rest of a line that is too long is passed over up to its end.
  #long: LongLine | null = null;
  // The next places of what ends a line or a plain line; they only move forward, so each character is searched once.
  #nextLf = -1;
  #nextCr = -1;
  #nextQuote = -1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Adds a block of text; null says that no more will come. */
  add(block: string | null): void {
    this.#text = this.#text.slice(this.#at) + (block ?? "");
    this.#at = 0;
    this.#last ||= block === null;
    this.#nextLf = this.#nextCr = this.#nextQuote = -1;
  }

  /** The next row; null where more text must be added first, or none is left. */
  next(): GridRow | null {
    if (this.#long !== null) return this.#skip(this.#long);
    if (this.#at >= this.#text.length) return null;
    this.#seek();
    const end = Math.min(this.#nextLf, this.#nextCr, this.#text.length);
    if (end - this.#at > longestRecord) return this.#tooLong();
    if (this.#mayGrow(end)) return null;
    return this.#nextQuote < end ? this.#quoted(end) : this.#plain(end);
  }

  /** Whether a record that ends here may go on in text that has not come; a CR at the end may be half of a CRLF. */
  #mayGrow(end: number): boolean {
    return !this.#last && end >= this.#text.length - 1 && this.#text.length - this.#at <= longestRecord + 1;
  }

  #seek(): void {
    if (this.#nextLf < this.#at) this.#nextLf = this.#find("\n");
    if (this.#nextCr < this.#at) this.#nextCr = this.#find("\r");
    if (this.#nextQuote < this.#at) this.#nextQuote = this.#find('"');
  }

  #find(character: string): number {
    const found = this.#text.indexOf(character, this.#at);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  }

  #plain(end: number): GridRow {
    const line = this.#text.slice(this.#at, end);
    const row = this.#taken(end, 1, lineCells(line, this.#delimiter), null);
    return isDecomposed(line) ? { ...row, composed: composedCells(line.split(this.#delimiter)) } : row;
  }

  #quoted(end: number): GridRow | null {
    const record = quotedRecord(this.#text, this.#at, end, this.#delimiter);
    if (this.#mayGrow(typeof record === "string" ? this.#furthest(record) : record.end)) return null;
    if (typeof record === "string") return this.#taken(end, 1, [], this.#broken(end, closed));
    const lines = record.end === end ? 1 : 1 + lineEnds(this.#text, this.#at, record.end);
    const row = this.#taken(record.end, lines, record.cells.map(cellText), null);
    const composed = composedCells(record.cells);
    return composed.length === 0 ? row : { ...row, composed };
  }

  /** How far a record that failed was looked at: an open quote to the end of the text, another slip not so far. */
  #furthest(slip: "open quote" | "bad quote"): number {
    return slip === "open quote" ? this.#text.length : this.#at;
  }

  #tooLong(): GridRow | null {
    const cut = this.#at + longestRecord;
    this.#long = new LongLine(this.#text.slice(this.#at, cut), this.#delimiter);
    this.#at = cut;
    return this.#skip(this.#long);
  }

  #broken(end: number, expected: typeof closed): NonNullable<GridRow["broken"]> {
    return { found: excerpt(this.#text.slice(this.#at, Math.min(end, this.#at + 200))), expected };
  }

  #taken(end: number, lines: number, cells: GridRow["cells"], broken: GridRow["broken"]): GridRow {
    const row = this.#row;
    this.#row += lines;
    this.#at = this.#afterLineEnd(end);
    return { row, cells, broken };
  }

  #afterLineEnd(end: number): number {
    const pair = this.#text[end] === "\r" && this.#text[end + 1] === "\n";
    return Math.min(end + (pair ? 2 : 1), this.#text.length);
  }

  /** Passes over the rest of a line that is too long; null where its end has not come yet. */
  #skip(line: LongLine): GridRow | null {
    this.#seek();
    const lineEnd = Math.min(this.#nextLf, this.#nextCr);
    const end = Math.min(lineEnd, this.#text.length);
    line.pass(this.#text, this.#at, end);
    this.#at = end;
    // A CR at the very end may be half of a CRLF.
    if (lineEnd >= this.#text.length - 1 && !this.#last) return null;
    this.#long = null;
    return this.#taken(end, 1, [], line.broken());
  }
}
