import { mkdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type Effect, type Language, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { Header } from "../read/header.ts";
import { type OpenTable, openTables } from "../read/open-tables.ts";
import type { RunFile, RunTable } from "../read/run-file.ts";
import { type ReturnedIssue, type ReturnedRow, writeReturned } from "../workbook/returned.ts";

/**
 * Writes for each table that has problems the workbook its sender corrects: `<name>-tra-lai.xlsx`.
 * @returns the paths written
 */
export async function writeReturnedFiles(
  db: Database,
  files: readonly RunFile[],
  folder: string,
  lang: Language,
): Promise<string[]> {
  const written: string[] = [];
  for (const file of files.filter(({ refusal }) => refusal === null)) {
    const problems = await tablesWithProblems(db, file);
    if (problems.length === 0) continue;
    const open = await openTables(file.path, problems[0]?.kind ?? null).catch(() => openTables(file.path, null));
    for (const table of problems) {
      const at = file.tables.indexOf(table);
      const from = open[at];
      if (from !== undefined) written.push(await writeOne(db, file, table, from, folder, lang));
    }
  }
  return written;
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
  file: RunFile,
  table: RunTable,
  { grid, header }: OpenTable,
  folder: string,
  lang: Language,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sheetPart = file.tables.length > 1 ? `-${file.tables.indexOf(table) + 1}` : "";
  const path = join(folder, `${basename(file.name, extname(file.name))}${sheetPart}-tra-lai.xlsx`);
  const issues = await issuesByRecord(db, table);
  const rows = returnedRows({ grid, header }, table, issues);
  await writeReturned(path, { lang, sheet: grid.sheet ?? "Dữ liệu", header: header.above, rows, width: header.width });
  return path;
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
