import { chmod, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { RunFile, RunTable } from "../read/run-file.ts";

/** Defines `issue_list`: every issue with its line, its messages in both languages and how to mend it. */
export async function buildIssueList(db: Database, files: readonly RunFile[]): Promise<void> {
  const blank = { vi: "(trống)", en: "(blank)" };
  const filled = (language: "vi" | "en") => `replace(replace(replace(message_${language},
      '{column}', coalesce(title_${language}, issue.column_name)),
      '{found}', coalesce(nullif(original_value, ''), '${blank[language]}')),
      '{expected}', coalesce(expected_${language}, '')) as message_${language}`;
  const tables = files.flatMap((file) => file.tables);
  const lines = lineSelects(tables.filter(({ lineOfRecordZero }) => lineOfRecordZero === null));
  // Lines that are no record lie apart; they are seen in the spreadsheet all the same.
  for (const { folder, input_file } of tables.filter(({ stored }) => stored.counts.rejected > 0))
    lines.push(
      `select ${literal(input_file)}, record, line from read_parquet(${literal(join(folder, "rejected-*.parquet"))})`,
    );
  await db.run(`create or replace view issue_list as
    with plain as (
      ${plainSelects(tables).join("\n      union all ")}
    ), wanted as (
      select distinct input_file, record from issue anti join plain using (input_file) where record > 0
    ), line as (
      ${lines.join("\n      union all ")}
    )
    select issue.input_file, issue.record, coalesce(line.line, case when issue.record > 0 then issue.record + line_zero end) as line, issue.column_name, issue.code, issue_code.effect, issue_code.ministry_class,
      original_value, expected_vi, expected_en, ${filled("vi")}, ${filled("en")}, fix_vi, fix_en
    from issue
    join issue_code using (code)
    left join line using (input_file, record)
    left join plain using (input_file)
    left join input_table using (input_file)
    left join column_title on column_title.kind = input_table.kind and column_title.column_name = issue.column_name`);
}

/** The tables whose lines follow from their records, with the line of record 0. */
function plainSelects(tables: readonly RunTable[]): string[] {
  return [
    "select cast(null as varchar) as input_file, cast(null as bigint) as line_zero where false",
    ...tables
      .filter(({ lineOfRecordZero }) => lineOfRecordZero !== null)
      .map(({ input_file, lineOfRecordZero }) => `select ${literal(input_file)}, ${lineOfRecordZero}`),
  ];
}

/** The lines of the rows that have issues, where they lie with the rows. */
function lineSelects(tables: readonly RunTable[]): string[] {
  return [
    "select cast(null as varchar) as input_file, cast(null as bigint) as record, cast(null as bigint) as line where false",
    ...[...Map.groupBy(tables, ({ kind }) => kind)].map(
      ([kind, same]) => `select input_file, record, line from stored_${kind}
        semi join (from wanted where input_file in (${same.map(({ input_file }) => literal(input_file)).join(", ")})) using (input_file, record)`,
    ),
  ];
}

/** Writes the complete issue list, which holds cells as they were sent, as `<path>.csv` and `<path>.parquet`. */
export async function writeIssueList(db: Database, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  for (const copy of issueListCopies(path)) await db.run(copy);
  await db.run(`create or replace view issue_list as ${writtenIssues(path)}`);
  await restrictIssueList(path);
}

/** The statements that write the list; its texts are made once, and then read from where they were written. */
export function issueListCopies(path: string): string[] {
  return [
    `copy (from issue_list order by input_file, record, code, column_name) to ${literal(`${path}.parquet`)} (format parquet)`,
    `copy (${writtenIssues(path)}) to ${literal(`${path}.csv`)} (format csv, header true)`,
  ];
}

const writtenIssues = (path: string): string => `from read_parquet(${literal(`${path}.parquet`)})`;

/** Keeps a written list from other users of the machine. */
export async function restrictIssueList(path: string): Promise<void> {
  for (const ending of ["csv", "parquet"]) await chmod(`${path}.${ending}`, 0o600);
}
