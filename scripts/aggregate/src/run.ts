import type { IssueCode, ReportDefinition } from "@tiendo/schema";
import type { Database } from "./db.ts";
import type { ReadContext } from "./read/context.ts";
import type { RunFile } from "./read/run-file.ts";
import type { Folders } from "./report/folders.ts";
import type { EarlierRelease } from "./revise/earlier-release.ts";
import type { SentFolder } from "./rollup/sent-folder.ts";
import type { StageSeconds } from "./stages.ts";

/** One run of one report: what the steps of the walk hand to each other. */
export interface Run {
  report: ReportDefinition;
  folders: Folders;
  db: Database;
  reading: Omit<ReadContext, "database">;
  files: RunFile[];
  /** The published folders that are due from other units, in the order of parts; none where the report adds up none. */
  sent: SentFolder[];
  /** The release before, null for the first. */
  earlier: EarlierRelease | null;
  /** See `rulesVersion`. */
  rules_version: string;
  /** Progress for people, a line a call. */
  say: (line: string) => void;
}

/** What became of all rows of a run. */
export interface RowTotals {
  records_in: number;
  accepted: number;
  quarantined: number;
  rejected: number;
}

/** How a run ended: exit status 0 fine, 1 problems in the data. */
export interface Outcome {
  exitStatus: 0 | 1;
  folder: string;
  rows: RowTotals;
  refused: Array<{ file: string; code: IssueCode; message: { vi: string; en: string } }>;
  /** What each stage took. */
  seconds: StageSeconds;
}
