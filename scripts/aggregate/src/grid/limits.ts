/** The largest files that are opened, in bytes; past them the reader's own memory is at risk. */
export interface Limits {
  /** Text, Parquet and JSON are streamed, so the limit only keeps out what nobody meant to send. */
  text: number;
  xlsx: number;
  /** An .xls is held in memory whole, at about ten times its size. */
  xls: number;
}

export const defaultLimits: Limits = { text: 4 * 1024 ** 3, xlsx: 500 * 1024 ** 2, xls: 50 * 1024 ** 2 };

/** The longest record of a text file, in characters; a longer one is a slip of quoting or no table. */
export const longestRecord = 1024 * 1024;

/** The longest cell, in characters; Excel holds 32,767. */
export const longestCell = longestRecord;

/** Excel's last row and column. */
export const excelRows = 1_048_576;
export const excelColumns = 16_384;

/** The numbers of rows at which versions of Excel cut a sheet without a word. */
export const rowLimits = [65_536, excelRows];
