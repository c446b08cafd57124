import { effects, type FileStatus, type IssueCode, type LocalText, type RowKind } from "@tiendo/schema";
import type { Database } from "../db.ts";

/** What became of one file, or one sheet of it. */
export interface FileReport {
  file: string;
  kind: RowKind | null;
  status: FileStatus;
  reason_code: IssueCode | null;
  reason: LocalText | null;
  records_in: number;
  accepted: number;
  quarantined: number;
  rejected: number;
  exact_duplicates: number;
  superseded: number;
  blank: number;
  /** Doses of person records that cannot be used, though their person can. */
  doses_quarantined: number;
  issues: IssueReport[];
}

/** One code in one file: how many rows raised it, and the first of them. */
export interface IssueReport {
  code: string;
  effect: keyof typeof effects;
  ministry_class: "a" | "b" | "c" | null;
  rows: number;
  first: { line: number | null; column: string; message: LocalText; fix: LocalText };
}

const gravity = Object.keys(effects);

/** The report on every file that was checked, gravest issues first. */
export async function fileReports(db: Database): Promise<FileReport[]> {
  const accounts = await db.all<
    Omit<FileReport, "file" | "reason" | "issues"> & {
      input_file: string;
      reason_vi: string | null;
      reason_en: string | null;
    }
  >(`
    select * replace (records_in::double as records_in, accepted::double as accepted, quarantined::double as quarantined,
      rejected::double as rejected, exact_duplicates::double as exact_duplicates, superseded::double as superseded, blank::double as blank),
      (select count(*) from quarantined_dose where quarantined_dose.input_file = row_account.input_file)::double as doses_quarantined
    from row_account order by input_file`);
  const issues = await issueReports(db);
  return accounts.map(
    ({
      input_file,
      reason_vi,
      reason_en,
      kind,
      status,
      reason_code,
      records_in,
      accepted,
      quarantined,
      rejected,
      exact_duplicates,
      superseded,
      blank,
      doses_quarantined,
    }) => ({
      file: input_file,
      kind,
      status,
      reason_code,
      reason: reason_vi === null || reason_en === null ? null : { vi: reason_vi, en: reason_en },
      records_in,
      accepted,
      quarantined,
      rejected,
      exact_duplicates,
      superseded,
      blank,
      doses_quarantined,
      issues: issues.get(input_file) ?? [],
    }),
  );
}

async function issueReports(db: Database): Promise<Map<string, IssueReport[]>> {
  const rows = await db.all<{
    input_file: string;
    code: string;
    effect: IssueReport["effect"];
    ministry_class: IssueReport["ministry_class"];
    rows: number;
    first: {
      line: bigint | null;
      column_name: string;
      message_vi: string;
      message_en: string;
      fix_vi: string;
      fix_en: string;
    };
  }>(`
    select input_file, code, any_value(effect) as effect, any_value(ministry_class) as ministry_class, count(distinct record)::double as rows,
      arg_min(struct_pack(line, column_name, message_vi, message_en, fix_vi, fix_en), (record, column_name)) as first
    from issue_list group by input_file, code order by input_file, code`);
  const reports = rows.map(
    ({ first, ...row }) =>
      [
        row.input_file,
        {
          code: row.code,
          effect: row.effect,
          ministry_class: row.ministry_class,
          rows: row.rows,
          first: {
            line: first.line === null ? null : Number(first.line),
            column: first.column_name,
            message: { vi: first.message_vi, en: first.message_en },
            fix: { vi: first.fix_vi, en: first.fix_en },
          },
        },
      ] as const,
  );
  const grouped = Map.groupBy(reports, ([file]) => file);
  return new Map(
    [...grouped].map(([file, list]) => [
      file,
      list
        .map(([, report]) => report)
        .sort((a, b) => gravity.indexOf(a.effect) - gravity.indexOf(b.effect) || b.rows - a.rows),
    ]),
  );
}
