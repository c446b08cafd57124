import { chmod, mkdir, writeFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { literal } from "@tiendo/schema";
import { Database } from "../db.ts";
import { deskReport } from "../desk/desk-report.ts";
import { type DeskView, deskViews } from "../desk/desk-views.ts";
import { textTable } from "../desk/text-table.ts";
import { QueryError } from "../query-error.ts";
import { foldersOf } from "../report/folders.ts";
import { loadReport } from "../report/load-report.ts";
import { ReportError } from "../report/report-error.ts";
import { userPath } from "../user-path.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** How an answer is written. */
export const answerForms = ["table", "csv", "json", "parquet"] as const;
type AnswerForm = (typeof answerForms)[number];
// Nobody reads more on a screen; a file, CSV and JSON have every row.
const ROWS_SHOWN = 200;

/** Options of `tiendo query`. */
export interface QueryOptions {
  data: string;
  /** By default the one with people: see `deskReport`. */
  report?: string;
  /** By default what the file's ending says, else a table. */
  format?: AnswerForm;
  out?: string;
}

/** Answers a select over a report's tables, or lists them where nothing is asked; 0 answered, 2 refused, 3 a fault of ours. */
export async function queryCommand(sql: string | undefined, options: QueryOptions): Promise<0 | 2 | 3> {
  try {
    const id = await deskReport(options.data, options.report);
    const folders = foldersOf(options.data, id);
    const { as_of } = await loadReport(folders, id);
    const views = await deskViews(folders, id, as_of);
    const file = await writeViews(folders.private, views);
    if (sql === undefined) listViews(views, file);
    else await answer(sql, views, options);
    return 0;
  } catch (error) {
    if (!(error instanceof QueryError)) return tellRefusal(error);
    console.error(`câu hỏi không chạy được | the query cannot be run: ${reason(error)}`);
    return 2;
  }
}

/** The views as a file by which any DuckDB shell opens the same store. */
async function writeViews(folder: string, views: readonly DeskView[]): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "desk.sql");
  await writeFile(path, `${views.map(({ sql }) => sql).join("\n")}\n`);
  return path;
}

function listViews(views: readonly DeskView[], file: string): void {
  console.log(views.map(({ name }) => name).join("\n"));
  console.log(`\nMở trong DuckDB | open in any DuckDB: duckdb -init ${relative(userPath("."), file)}`);
}

async function answer(sql: string, views: readonly DeskView[], options: QueryOptions): Promise<void> {
  const { out, format = formOf(out) } = options;
  const db = await Database.open();
  try {
    for (const view of views) await db.run(view.sql);
    const select = `(${sql.trim().replace(/;\s*$/, "")}\n)`;
    if (out !== undefined) await writeAnswer(db, select, format, userPath(out));
    else if (format === "parquet")
      throw new ReportError("parquet cần --out <tệp> | parquet needs a file: --out answer.parquet");
    else if (format === "table") await showTable(db, select);
    else console.log(format === "json" ? await jsonOf(db, select) : await csvOf(db, select));
  } finally {
    db.close();
  }
}

/** What a file's ending says that it holds. */
function formOf(out: string | undefined): AnswerForm {
  const ending = extname(out ?? "")
    .slice(1)
    .toLowerCase();
  return answerForms.find((form) => form === ending) ?? "table";
}

async function showTable(db: Database, select: string): Promise<void> {
  const rows = await texts(db, `(from ${select} limit ${ROWS_SHOWN + 1})`);
  console.log(textTable(await columnsOf(db, select), rows.slice(0, ROWS_SHOWN)));
  if (rows.length > ROWS_SHOWN)
    console.log(
      `\nChỉ hiện ${ROWS_SHOWN} dòng đầu; --format csv hoặc --out cho tất cả | The first ${ROWS_SHOWN} rows; --format csv or --out gives all`,
    );
}

async function writeAnswer(db: Database, select: string, format: AnswerForm, path: string): Promise<void> {
  const forms = { csv: "format csv, header true", json: "format json, array true", parquet: "format parquet" } as const;
  const form = forms[format === "table" ? "csv" : format];
  await db.run(`copy ${select} to ${literal(path)} (${form})`);
  // An answer may hold rows of people.
  await chmod(path, 0o600);
}

/** The rows with every value as a text, as DuckDB writes it; null stays null. */
async function texts(db: Database, select: string): Promise<Array<Record<string, string | null>>> {
  return db.all(`select cast(columns(*) as varchar) from ${select}`);
}

async function jsonOf(db: Database, select: string): Promise<string> {
  const rows = await db.all<{ row: string }>(`select cast(to_json(answer) as varchar) as row from ${select} as answer`);
  return `[${rows.map(({ row }) => row).join(",\n")}]`;
}

async function csvOf(db: Database, select: string): Promise<string> {
  const rows = await texts(db, select);
  const names = await columnsOf(db, select);
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]
    .map((cells) => cells.map(csvCell).join(","))
    .join("\n");
}

/** The names of a select's columns, in their order. */
async function columnsOf(db: Database, select: string): Promise<string[]> {
  const columns = await db.all<{ column_name: string }>(`select column_name from (describe ${select})`);
  return columns.map(({ column_name }) => column_name);
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** DuckDB's own words, without the statement around the question. */
function reason({ words }: QueryError): string {
  return words.split("\n\n")[0] ?? "";
}
