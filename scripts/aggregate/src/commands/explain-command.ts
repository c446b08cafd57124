import { type Edition, identifier, literal, type RowKind, rowKindNames } from "@tiendo/schema";
import { unitByCode } from "@tiendo/units";
import { Database } from "../db.ts";
import { deskReport } from "../desk/desk-report.ts";
import { type DeskView, deskViews } from "../desk/desk-views.ts";
import { lineageOf, type TableSource, tableSources } from "../desk/lineage.ts";
import { defineUnitsBelow, type RowsBehind, rowsBehind } from "../desk/rows-behind.ts";
import { textTable } from "../desk/text-table.ts";
import { isOfPeople } from "../read/checked-select.ts";
import { rawFiles } from "../read/raw-files.ts";
import { sha256Of } from "../read/sha256.ts";
import { type Folders, foldersOf } from "../report/folders.ts";
import { loadReport } from "../report/load-report.ts";
import { ReportError } from "../report/report-error.ts";
import { tellRefusal } from "./tell-refusal.ts";

const SOME_ROWS = 20;

/** Options of `tiendo explain`. */
export interface ExplainOptions {
  data: string;
  /** By default the one with people: see `deskReport`. */
  report?: string;
  unit?: string;
}

/** An input file of a report: its hash, how many rows it has and how many were accepted. */
interface Input {
  name: string;
  sha256: string;
  records_in: number;
  accepted: number;
}

/** Says how a table is made, of which files, and how many rows stand behind it; 0 told, 2 refused, 3 a fault of ours. */
export async function explainCommand(table: string, options: ExplainOptions): Promise<0 | 2 | 3> {
  const db = await Database.open();
  try {
    const sources = tableSources();
    const source = sources.get(table) ?? refuseTable(table, sources);
    const id = await deskReport(options.data, options.report);
    const folders = foldersOf(options.data, id);
    const { as_of, edition } = await loadReport(folders, id);
    refuseUnit(edition, options.unit);
    const views = await deskViews(folders, id, as_of);
    for (const view of views) await db.run(view.sql);
    if (options.unit !== undefined) await defineUnitsBelow(db, edition, options.unit);
    const lineage = lineageOf(table, sources);
    tellSource(source);
    tellLineage(lineage.slice(1), sources);
    await tellRows(db, table, lineage, views, options.unit);
    tellInputs(await inputsOf(db, folders, as_of, kindsOf(lineage, sources), views));
    return 0;
  } catch (error) {
    return tellRefusal(error);
  } finally {
    db.close();
  }
}

function refuseTable(table: string, sources: ReadonlyMap<string, TableSource>): never {
  throw new ReportError(
    `không có bảng | there is no table "${table}"; có | there are: ${[...sources.keys()].sort().join(", ")}`,
  );
}

/** @throws {ReportError} for a unit that the edition does not have, of which every count would be 0 */
function refuseUnit(edition: Edition, unit: string | undefined): void {
  if (unit === undefined || unitByCode(edition, unit) !== undefined) return;
  throw new ReportError(
    `không có đơn vị mã | there is no unit with the code "${unit}" (${edition}); cần mã như 70, 689 hoặc 25195 | expected a code such as 70, 689 or 25195`,
  );
}

function tellSource({ name, header, path, sql }: TableSource): void {
  console.log(`${name}: ${header}\n\n${path}\n${sql.replaceAll(/^/gm, "  ")}`);
}

function tellLineage(tables: readonly string[], sources: ReadonlyMap<string, TableSource>): void {
  console.log("\nLàm từ | Made of");
  for (const name of tables) console.log(`  ${name} ← ${sources.get(name)?.reads.join(", ") || "tệp | files"}`);
}

async function tellRows(
  db: Database,
  table: string,
  lineage: readonly string[],
  views: readonly DeskView[],
  unit: string | undefined,
): Promise<void> {
  const kept = lineage.filter((name) => views.some((view) => view.name === name));
  const counts: RowsBehind[] = [];
  for (const name of kept) counts.push(await rowsBehind(db, name, unit !== undefined));
  console.log("\nSố dòng đứng sau | Rows behind it");
  for (const { table: name, rows, inUnit } of counts) {
    const within = inUnit === null ? "" : `, ${count(inUnit)} thuộc | in ${unit}`;
    console.log(`  ${name}: ${count(rows)}${within}`);
  }
  if (unit !== undefined && kept.includes(table)) await tellUnitRows(db, table, unit);
}

/** The rows of the table itself that tell of the unit. */
async function tellUnitRows(db: Database, table: string, unit: string): Promise<void> {
  const columns = await db.all<{ column_name: string }>(`select column_name from (describe ${identifier(table)})`);
  if (!columns.some(({ column_name }) => column_name === "unit_code")) return;
  const rows = await db.all<Record<string, string | null>>(
    `select cast(columns(*) as varchar) from (from ${identifier(table)} where unit_code = ${literal(unit)} order by all)
      limit ${SOME_ROWS + 1}`,
  );
  console.log(`\n${table} của | of ${unit}`);
  const names = columns.map(({ column_name }) => column_name);
  console.log(textTable(names, rows.slice(0, SOME_ROWS)));
  if (rows.length > SOME_ROWS)
    console.log(`… còn nữa | there are more: tiendo query "from ${table} where unit_code = '${unit}'"`);
}

/** The kinds of rows that the SQL of these tables reads. */
function kindsOf(lineage: readonly string[], sources: ReadonlyMap<string, TableSource>): RowKind[] {
  const code = lineage.map((name) => sources.get(name)?.sql ?? "").join("\n");
  const people = /\bstored_person\b/.test(code);
  return rowKindNames.filter(
    (kind) => (people && isOfPeople(kind)) || new RegExp(`\\b(?:accepted|checked)_${kind}\\b`).test(code),
  );
}

async function inputsOf(
  db: Database,
  folders: Folders,
  asOf: string,
  kinds: readonly RowKind[],
  views: readonly DeskView[],
): Promise<Input[]> {
  const account = await accountOf(db, kinds, views);
  const inputs = [];
  for (const { name, path } of await rawFiles(folders, asOf)) {
    const rows = account.filter(({ file }) => file === name);
    if (rows.length > 0) inputs.push({ name, sha256: await sha256Of(path), ...total(rows) });
  }
  return inputs;
}

interface AccountRow {
  file: string;
  records_in: number;
  accepted: number;
}

/** What became of the rows of these kinds, sheet by sheet; files of people are accounted for in the private folder alone. */
async function accountOf(db: Database, kinds: readonly RowKind[], views: readonly DeskView[]): Promise<AccountRow[]> {
  const names = views.map(({ name }) => name);
  const account = names.includes("row_account") ? "row_account" : "published_row_account";
  if (kinds.length === 0 || !names.includes(account)) return [];
  return db.all(`select split_part(input_file, '#', 1) as file, records_in::double as records_in, accepted::double as accepted
    from ${account} where kind in (${kinds.map(literal).join(", ")})`);
}

function total(rows: readonly AccountRow[]): Pick<Input, "records_in" | "accepted"> {
  const sum = (column: "records_in" | "accepted") => rows.reduce((all, row) => all + row[column], 0);
  return { records_in: sum("records_in"), accepted: sum("accepted") };
}

function tellInputs(inputs: readonly Input[]): void {
  console.log("\nTừ các tệp | From the files");
  for (const { name, sha256, records_in, accepted } of inputs)
    console.log(`  ${name}\n    sha256 ${sha256}, ${count(accepted)} nhận trong | accepted of ${count(records_in)}`);
  if (inputs.length === 0) console.log("  không có | none");
}

const count = (number: number): string => number.toLocaleString("vi-VN");
