import type { FileStatus, IssueCode, RowKind } from "@tiendo/schema";
import type { CheckRules } from "../../src/check/check-files.ts";
import type { FileReport } from "../../src/check/file-report.ts";
import type { Place } from "./place.ts";

/** The numbers of a file's account; what is left out is 0. */
export type Account = Partial<
  Pick<FileReport, "records_in" | "accepted" | "quarantined" | "rejected" | "exact_duplicates" | "superseded" | "blank">
>;

/** What one file, or one sheet of it, must come to. */
export interface Expected {
  status: FileStatus;
  reason?: IssueCode;
  kind?: RowKind;
  account: Account;
  /**
   * Every issue, as "<record> <effect> <code>": the record counted from 1 below the header, 0 the file, and the effect by its
   * letter, Q, C, W or I. Where there are many, the number of records that have it, as "× 100 Q VALUE.TYPE".
   */
  issues: readonly string[];
}

/** A hostile file, or several sent together, and what must become of each, in the order of their names. */
export interface Case {
  name: string;
  make: (place: Place) => Promise<string | string[]> | string | string[];
  rules?: Partial<CheckRules>;
  /** Cases are checked together with others of their pool, unless their rows could touch each other. */
  pool?: string;
  expected: readonly Expected[];
  /** A fault that is known and not yet mended: the case is expected to fail, and says so once it does not. */
  fault?: string;
}

/** A file that is refused, with the code. */
export const refused = (reason: IssueCode): Expected[] => [{ status: "refused", reason, account: {}, issues: [] }];

/** A file all of whose rows are accepted, perhaps with notes. */
export function accepted(kind: RowKind, rows: number, issues: readonly string[] = [], more: Account = {}): Expected[] {
  const others = Object.values(more).reduce((sum, count) => sum + count, 0);
  return [{ status: "accepted", kind, account: { records_in: rows + others, accepted: rows, ...more }, issues }];
}

/** A file of which some rows are quarantined or are no record. */
export function partly(kind: RowKind, account: Account, issues: readonly string[]): Expected[] {
  return [{ status: "partially_accepted", kind, account, issues }];
}
