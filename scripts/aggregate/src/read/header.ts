import type { RowKind } from "@tiendo/schema";

/** Where the columns of one dose group stand. */
export interface DosePlaces {
  slot: number;
  places: ReadonlyMap<string, number>;
}

/** A header understood: the kind of rows, and for each column of the kind its place in the row. */
export interface Header {
  kind: RowKind;
  /** The header as the sender wrote it, one or two rows, and the notes above it. */
  above: Array<Array<string | null>>;
  /** Physical row of the last header row; data follows. */
  row: number;
  /** Column name to index of the cell; a column that may be blank may be absent. */
  places: ReadonlyMap<string, number>;
  doses: readonly DosePlaces[];
  /** Index of the order number (STT), where an example row says so. */
  order: number | null;
  /** Index of the column in which a returned workbook names the row it goes back to. */
  width: number;
  notes: readonly HeaderNote[];
}

/** Something to say about a header, a sheet or an encoding that does not stop the file. */
export interface HeaderNote {
  code:
    | "FILE.HEADER_EXTRA"
    | "FILE.HEADER_ALIAS"
    | "FILE.ENCODING"
    | "FILE.ROW_LIMIT"
    | "FILE.SHEET_HIDDEN"
    | "FILE.SHEET_SKIPPED"
    | "FILE.REPLAY"
    | "NAME.NFD"
    | "ROW.EXAMPLE";
  column: string;
  found: string;
  expected: string;
}
