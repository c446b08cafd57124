import type { Database } from "../db.ts";

/** What reading a file needs to know of the run. */
export interface ReadContext {
  /** The database that judges the rows, with the reference lists; asked for only where a file is to be read. */
  database: () => Promise<Database>;
  /** Folder of stored files, under `data/private`. */
  store: string;
  /** Hash of the rules and of what they depend on: rows checked under other rules are checked again. */
  rules: string;
  /** Progress within a long file, in rows. */
  progress: (file: string, rows: number) => void;
}

/** Says how far a long file has been read, in rows. */
export type Progress = (rows: number) => void;
