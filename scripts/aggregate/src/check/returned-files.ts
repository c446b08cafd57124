import { mkdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type Effect, type Language, literal, type RowKind } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { Header } from "../read/header.ts";
import { type OpenTable, openTables } from "../read/open-tables.ts";
import type { RunFile, RunTable } from "../read/run-file.ts";
import { type ReturnedIssue, type ReturnedRow, writeReturned } from "../workbook/returned.ts";

/** How returned workbooks are written. */
export interface ReturnOptions {
  folder: string;
  lang: Language;
  /** The kind of rows the files were read as, where it was said. */
  kind: RowKind | null;
}

/**
 * Writes for each table that has problems the workbook its sender corrects: `<name>-tra-lai.xlsx`.
 * @returns the paths written
 */
export async function writeReturnedFiles(
  db: Database,
  files: readonly RunFile[],
  options: ReturnOptions,
): Promise<string[]> {
  const written: string[] = [];
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  for (const file of files) {
    const problems = await tablesWithProblems(db, file);
    // Opened as when it was read, so that the tables come in the same order.
    const open = problems.length === 0 ? [] : await openTables(file.path, options.kind);
    for (const table of problems) {
      const from = open[file.tables.indexOf(table)];
      if (from === undefined) throw new Error(`${file.name} has changed since it was read`);
      const path = freePath(options.folder, file, table, written);
      await writeOne(db, table, from, path, options.lang);
      written.push(path);
    }
  }
  return written;
}

/** A name of its own for each table, also where two files differ in their folder or ending only. */
function freePath(folder: string, file: RunFile, table: RunTable, written: readonly string[]): string {
  const sheetPart = file.tables.length > 1 ? `-${file.tables.indexOf(table) + 1}` : "";
  const stem = `${basename(file.name, extname(file.name))}${sheetPart}`;
  const names = [stem, ...Array.from({ length: written.length }, (_, at) => `${stem}-${at + 2}`)];
  const paths = names.map((name) => join(folder, `${name}-tra-lai.xlsx`));
  return paths.find((path) => !written.includes(path)) ?? paths[0] ?? "";
}

async function tablesWithProblems(db: Database, { tables }: RunFile): Promise<RunTable[]> {
  const rows = await db.all<{ input_file: string }>(
    "select distinct input_file from issue_list where record > 0 and effect <> 'information'",
  );
  const names = new Set(rows.map(({ input_file }) => input_file));
  return tables.filter(({ input_file }) => names.has(input_file));
}

async function writeOne(
  db: Database,
  table: RunTable,
  { grid, header }: OpenTable,
  path: string,
  lang: Language,
): Promise<void> {
  const issues = await issuesByRecord(db, table);
  const rows = returnedRows({ grid, header }, table, issues);
  await writeReturned(path, { lang, sheet: grid.sheet ?? "Dữ liệu", header: header.above, rows, width: header.width });
}

async function issuesByRecord(db: Database, table: RunTable): Promise<Map<number, ReturnedIssue[]>> {
  const rows = await db.all<{
    record: bigint;
    column_name: string;
    code: string;
    effect: Effect;
    message_vi: string;
    message_en: string;
    fix_vi: string;
    fix_en: string;
  }>(`
    select record, column_name, code, effect, message_vi, message_en, fix_vi, fix_en
    from issue_list where input_file = ${literal(table.input_file)} and record > 0 and effect <> 'information'`);
  const issues = rows.map(
    (row) =>
      [
        Number(row.record),
        {
          place: table.stored.places[row.column_name] ?? table.stored.dosePlaces[row.column_name] ?? null,
          code: row.code,
          effect: row.effect,
          message: { vi: row.message_vi, en: row.message_en },
          fix: { vi: row.fix_vi, en: row.fix_en },
        },
      ] as const,
  );
  return new Map(
    [...Map.groupBy(issues, ([record]) => record)].map(([record, list]) => [record, list.map(([, issue]) => issue)]),
  );
}

/** The sender's rows in their order, numbered as they were when they were read. */
async function* returnedRows(
  { grid, header }: { grid: OpenTable["grid"]; header: Header },
  table: RunTable,
  issues: ReadonlyMap<number, ReturnedIssue[]>,
): AsyncGenerator<ReturnedRow> {
  let record = 0;
  for await (const row of grid.rows()) {
    if (row.row <= header.row) continue;
    record += 1;
    const cells = row.broken === null ? row.cells : [row.broken.found];
    yield { cells, corrects: `${table.key}:${record}`, issues: issues.get(record) ?? [] };
  }
}
