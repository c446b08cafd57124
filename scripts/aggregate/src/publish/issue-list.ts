import { chmod, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { RunFile, RunTable } from "../read/run-file.ts";

// Small groups are written and read by every core.
const ROWS_PER_GROUP = 20_480;

/** Defines `issue_list`: every issue with its line, its messages in both languages and how to mend it. */
export async function buildIssueList(db: Database, files: readonly RunFile[]): Promise<void> {
  const blank = { vi: "(trống)", en: "(blank)" };
  const filled = (language: "vi" | "en") => `replace(replace(replace(message_${language},
      '{column}', coalesce(title_${language}, issue.column_name)),
      '{found}', coalesce(nullif(original_value, ''), '${blank[language]}')),
      '{expected}', coalesce(expected_${language}, '')) as message_${language}`;
  const lines = lineSelects(files.flatMap(({ tables }) => tables));
  // Lines that are no record lie apart; they are seen in the spreadsheet all the same.
  for (const { folder, input_file } of files.flatMap(({ tables }) =>
    tables.filter(({ stored }) => stored.counts.rejected > 0),
  ))
    lines.push(
      `select ${literal(input_file)}, record, line from read_parquet(${literal(join(folder, "rejected-*.parquet"))})`,
    );
  await db.run(`create or replace view issue_list as
    with wanted as (
      select distinct input_file, record from issue where record > 0
    ), line as (
      ${lines.join("\n      union all ")}
    )
    select issue.input_file, issue.record, line.line, issue.column_name, issue.code, issue_code.effect, issue_code.ministry_class,
      original_value, expected_vi, expected_en, ${filled("vi")}, ${filled("en")}, fix_vi, fix_en
    from issue
    join issue_code using (code)
    left join line using (input_file, record)
    left join input_table using (input_file)
    left join column_title on column_title.kind = input_table.kind and column_title.column_name = issue.column_name`);
}

/** The lines of the rows that have issues: of a plain file they follow from the records, else they lie with the rows. */
function lineSelects(tables: readonly RunTable[]): string[] {
  const plain = tables.filter(({ lineOfRecordZero }) => lineOfRecordZero !== null);
  const others = tables.filter((table) => !plain.includes(table));
  return [
    "select cast(null as varchar) as input_file, cast(null as bigint) as record, cast(null as bigint) as line where false",
    ...plain.map(
      ({ input_file, lineOfRecordZero }) =>
        `select input_file, record, record + ${lineOfRecordZero} from wanted where input_file = ${literal(input_file)}`,
    ),
    ...[...Map.groupBy(others, ({ kind }) => kind)].map(
      ([kind, same]) => `select input_file, record, line from stored_${kind}
        semi join (from wanted where input_file in (${same.map(({ input_file }) => literal(input_file)).join(", ")})) using (input_file, record)`,
    ),
  ];
}

/** Writes the complete issue list, which holds cells as they were sent, as `<path>.csv` and `<path>.parquet`. */
export async function writeIssueList(db: Database, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const parquet = literal(`${path}.parquet`);
  await db.run(
    `copy (from issue_list order by input_file, record, code, column_name) to ${parquet} (format parquet, row_group_size ${ROWS_PER_GROUP})`,
  );
  // The texts are made once; whoever reads the list afterwards reads what was written.
  await db.run(`create or replace view issue_list as from read_parquet(${parquet})`);
  await db.run(`copy issue_list to ${literal(`${path}.csv`)} (format csv, header true)`);
  for (const ending of ["csv", "parquet"]) await chmod(`${path}.${ending}`, 0o600);
}
