import type { LocalText } from "@tiendo/schema";

/** A cell as the file holds it, where that is more than its text. */
export interface RawCell {
  /** `n` number, `b` boolean, `e` error, `d` ISO date. */
  type: string;
  /** Number format, such as `dd/mm/yyyy`; null where the format is General. */
  format: string | null;
  /** The value as stored: a date's serial, a number's digits. */
  value: string;
}

/** Why a line is no record, with at most 60 characters of it. */
export interface BrokenLine {
  found: string;
  expected: LocalText;
  /** The cell that is too long, by its place in the line, where that is why. */
  cell?: number;
}

/** One row of a file: text cells in the order of columns, or a line that is no record. */
export interface GridRow {
  /** The row as the sender sees it: spreadsheet row, or the physical line a record begins on; from 1. */
  row: number;
  /** Text in NFC without outer white space, null where blank; as many as the row has. */
  cells: Array<string | null>;
  /** `cells` is empty then. */
  broken: BrokenLine | null;
  /** Cells whose letters came decomposed and were put together, by index in `cells`; absent where there are none. */
  composed?: number[];
  /** Cells that were not plain text, by index in `cells`. Workbooks only. */
  raw?: Map<number, RawCell>;
}
