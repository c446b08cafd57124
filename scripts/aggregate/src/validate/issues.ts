import { columnsOf, expectedOf, literal } from "@tiendo/schema";
import type { z } from "zod";
import type { Database } from "../db.ts";
import { sentCells } from "../read/checked-select.ts";

/** Creates `issue`, or a table like it: one row a problem of a row's column; record 0 is the file's header. */
export async function createIssueTable(db: Database, name = "issue"): Promise<void> {
  await db.run(`create or replace table ${name} (input_file varchar, record bigint, column_name varchar, code varchar,
    original_value varchar, expected_vi varchar, expected_en varchar)`);
}

/**
 * Unfolds the issue lists of `checked_<kind>` into `issue`, with the cell as it was sent and what its column takes.
 * @param prefix SQL text that goes before the column's name, for dose groups
 */
export async function structuralIssues(db: Database, kind: string, schema: z.ZodObject, prefix = "''"): Promise<void> {
  const columns = columnsOf(schema);
  const cells = sentCells(schema);
  const branch = (text: (column: (typeof columns)[number]) => string) =>
    columns.map((column) => `when ${literal(column.name)} then ${text(column)}`).join("\n      ");
  await db.run(`insert into issue
    with broken as (
      select *, unnest(issues) as issue from stored_${kind} where issues is not null
    ), named as (
      select *, split_part(issue, ' ', 1) as code, split_part(issue, ' ', 2) as column_name from broken
    )
    select input_file, record, ${prefix} || column_name, code,
      case column_name ${branch(({ name }) => `coalesce(${cells.get(name)}, '')`)} end,
      case column_name ${branch((column) => literal(expectedOf(column).vi))} end,
      case column_name ${branch((column) => literal(expectedOf(column).en))} end
    from named`);
}
