import { columnsOf, expectedOf, identifier, literal } from "@tiendo/schema";
import type { z } from "zod";
import type { Database } from "../db.ts";
import type { Run } from "../run.ts";

/** Creates `issue`: one row a problem of a row's column; record 0 is the file's header. */
export async function createIssueTable(db: Database): Promise<void> {
  await db.run(`create table issue (input_file varchar, record bigint, column_name varchar, code varchar,
    original_value varchar, expected_vi varchar, expected_en varchar)`);
}

/** Unfolds the issue lists of `checked_<kind>` into `issue`, with the cell as it was sent and what its column takes. */
export async function structuralIssues(db: Database, kind: string, schema: z.ZodObject): Promise<void> {
  const columns = columnsOf(schema);
  const branch = (text: (at: (typeof columns)[number]) => string) =>
    columns.map((column) => `when ${literal(column.name)} then ${text(column)}`).join("\n      ");
  await db.run(`insert into issue
    with broken as (
      select input_file, record, unnest(issues) as issue from checked_${kind} where issues is not null
    ), named as (
      select input_file, record, split_part(issue, ' ', 1) as code, split_part(issue, ' ', 2) as column_name from broken
    )
    select input_file, record, column_name, code,
      case column_name ${branch(({ name }) => `raw.${identifier(name)}`)} end,
      case column_name ${branch((column) => literal(expectedOf(column).vi))} end,
      case column_name ${branch((column) => literal(expectedOf(column).en))} end
    from named join raw_${kind} as raw using (input_file, record)`);
}

/** Adds what was noted about files: headers read under another name or left out, and lines that are no record. */
export async function fileIssues(run: Run): Promise<void> {
  const notes = run.files.flatMap((file) =>
    file.notes.map((note) => [file.name, 0n, note.column, note.code, note.found, note.expected, note.expected]),
  );
  await run.db.append("issue", notes);
  await run.db.run(`insert into issue
    select input_file, record, '', 'LINE.REJECTED', left(found, 200), expected, expected from rejected_line`);
}
