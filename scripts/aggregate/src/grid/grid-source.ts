import type { IssueCode, LocalText } from "@tiendo/schema";
import type { GridRow } from "./grid-row.ts";

export type GridFormat = "csv" | "xlsx" | "xls" | "parquet" | "json" | "ndjson";

/** Something to say about a file or sheet that does not stop it. */
export interface GridNote {
  code: Extract<IssueCode, "FILE.ENCODING" | "FILE.ROW_LIMIT" | "FILE.SHEET_HIDDEN">;
  found: string;
  expected: string;
}

/** A table as it lies in a file: one sheet of a workbook, or the whole of any other file. */
export interface Grid {
  format: GridFormat;
  /** Name of the sheet; null outside workbooks. */
  sheet: string | null;
  /** What the letters were before they were read, such as `UTF-8` or `TCVN3`; null for binary formats in Unicode. */
  encoding: string | null;
  /** The encoding was judged by the beginning of the file alone. */
  presumed?: boolean;
  delimiter: string | null;
  /** Some are known only once the rows were read to the end. */
  notes: GridNote[];
  /** Merged ranges that begin in the first 50 rows, such as `A7:A8`. Workbooks only. */
  merges?: string[];
  /** The rows from the top, as often as asked; memory stays bounded. @throws {FileRefusal} where the file changed */
  rows: () => AsyncIterable<GridRow>;
  /** The same rows by the thousand, which is faster where there are millions. */
  batches: () => AsyncIterable<GridRow[]>;
}

/** What a reader knows of a grid before its rows are wrapped. */
export type GridSource = Omit<Grid, "rows" | "notes"> & { notes?: GridNote[] };

/** A text that stands for both languages. */
export const both = (text: string): LocalText => ({ vi: text, en: text });
