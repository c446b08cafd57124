import { DuckDBDataChunk, DuckDBInstance } from "@duckdb/node-api";
import type { z } from "zod";
import { type Cells, checkSelect, checksFor, columnsOf } from "../src/index.ts";

/** Judges rows of text cells in DuckDB; gives for each row its issues, sorted, as `zodIssues` does. */
export async function sqlIssues(schema: z.ZodObject, rows: readonly Cells[]): Promise<string[][]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const names = columnsOf(schema).map(({ name }) => name);
  await connection.run(`create table raw (record integer, ${names.map((name) => `"${name}" varchar`).join(", ")})`);
  const appender = await connection.createAppender("raw");
  const types = Array.from({ length: appender.columnCount }, (_, at) => appender.columnType(at));
  for (let from = 0; from < rows.length; from += 2048) {
    const part = rows.slice(from, from + 2048);
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setRows(part.map((cells, at) => [from + at, ...names.map((name) => cells[name] ?? null)]));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const select = checkSelect(checksFor(schema), "raw", ["record"]);
  const reader = await connection.runAndReadAll(
    `select array_to_string(list_sort(issues), ';') as issues from (${select}) order by record`,
  );
  const issues = reader.getRowsJS().map(([text]) => (typeof text === "string" ? text.split(";").sort() : []));
  connection.closeSync();
  instance.closeSync();
  return issues;
}
