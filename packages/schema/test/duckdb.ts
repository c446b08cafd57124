import { DuckDBInstance } from "@duckdb/node-api";
import type { z } from "zod";
import { type Cells, checkSelect, checksFor, columnsOf } from "../src/index.ts";

/** Judges rows of text cells in DuckDB; gives for each row its issues, sorted, as `zodIssues` does. */
export async function sqlIssues(schema: z.ZodObject, rows: readonly Cells[]): Promise<string[][]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const names = columnsOf(schema).map(({ name }) => name);
  await connection.run(`create table raw (record integer, ${names.map((name) => `"${name}" varchar`).join(", ")})`);
  const appender = await connection.createAppender("raw");
  for (const [record, cells] of rows.entries()) {
    for (const value of [record, ...names.map((name) => cells[name] ?? null)]) appender.appendValue(value);
    appender.endRow();
  }
  appender.closeSync();
  const reader = await connection.runAndReadAll(
    `select issues from (${checkSelect(checksFor(schema), "raw", ["record"])}) order by record`,
  );
  const issues = reader.getRowObjectsJS().map((row) => [...((row.issues as string[] | null) ?? [])].sort());
  connection.closeSync();
  instance.closeSync();
  return issues;
}
