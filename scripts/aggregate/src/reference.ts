import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  columnsOf,
  fillMessage,
  type IssueDefinition,
  identifier,
  issueCodes,
  type LocalText,
  literal,
  measureUnits,
  PersonDose,
  type ReportDefinition,
  rowKindNames,
  rowKinds,
  vaccines,
} from "@tiendo/schema";
import { defineDayWritten } from "./day-written.ts";
import type { Database } from "./db.ts";
import { defineIdProvinces } from "./id-provinces.ts";
import { ReportError } from "./report/report-error.ts";
import { sqlFile } from "./sql-files.ts";
import { defineUnits, unitListStatement } from "./unit-table.ts";

// Bits of evidence from which two records are taken for one person, and from which a person is asked to decide: measured on
// synthetic people with the truth kept aside (scripts/bench).
const MERGE_SCORE = 28;
const REVIEW_SCORE = 18;

/** Loads what the checks and models refer to: params, units, measure units, issue codes, indicators and equations. */
export async function loadReference(db: Database, report: ReportDefinition, folder: string): Promise<void> {
  await db.runEach([
    unitListStatement(),
    ...(await listStatements(folder)),
    ...vocabularyStatements(),
    ...paramStatements(report),
  ]);
  await defineUnits(db);
  await defineIdProvinces(db);
  await db.run(sqlFile("accentless").sql);
  await defineDayWritten(db);
  await db.run("create table equation_term as from equations");
  await db.run(`create table indicator as
    select indicators.* replace (cast(position as integer) as position), measure_unit_vi, measure_unit_en
    from indicators left join measure_unit using (measure_unit)`);
}

function paramStatements(report: ReportDefinition): string[] {
  const params = `create table params as select date ${literal(report.as_of)} as as_of,
    ${literal(report.edition)} as edition, ${literal(report.root_unit)} as root_unit,
    ${report.suppress_below} as suppress_below, ${report.min_denominator} as min_denominator,
    ${report.synthetic} as synthetic,
    ${MERGE_SCORE} as merge_score, ${REVIEW_SCORE} as review_score`;
  const deadlines = report.deadlines.map(({ date, title, document }) => [date, title.vi, title.en, document]);
  return [params, tableOf("deadline", ["deadline_on", "title_vi", "title_en", "document"], deadlines)];
}

function vocabularyStatements(): string[] {
  const units = Object.entries(measureUnits).map(([code, { vi, en }]) => [code, vi, en]);
  const names = Object.entries(vaccines).map(([code, { vi }]) => [code, vi]);
  return [
    tableOf("measure_unit", ["measure_unit", "measure_unit_vi", "measure_unit_en"], units),
    tableOf("vaccine", ["vaccine", "name_vi"], names),
    tableOf("issue_code", issueCodeColumns, Object.entries(issueCodes).map(issueCodeRow)),
    tableOf("column_title", ["kind", "column_name", "title_vi", "title_en"], columnTitles()),
  ];
}

const issueCodeColumns = [
  "code",
  "effect",
  "ministry_class",
  "message_vi",
  "message_en",
  "meaning_vi",
  "meaning_en",
  "fix_vi",
  "fix_en",
];

function issueCodeRow([code, { effect, ministry_class, messages, fix }]: [string, IssueDefinition]): (string | null)[] {
  const meanings = [meaning(messages.vi), meaning(messages.en)];
  return [code, effect, ministry_class, messages.vi, messages.en, ...meanings, fix.vi, fix.en];
}

/** What each column is called, dose groups of the import form included, so that messages need no code names. */
function columnTitles(): string[][] {
  const titles = new Map<string, LocalText>();
  for (const kind of rowKindNames)
    for (const { name, meta } of columnsOf(rowKinds[kind].schema)) titles.set(`${kind}/${name}`, meta.title);
  for (let slot = 1; slot <= DOSE_GROUPS; slot += 1) {
    for (const { name, meta } of columnsOf(PersonDose)) {
      titles.set(`person_record/dose_${slot}_${name}`, {
        vi: `Mũi ${slot}: ${meta.title.vi}`,
        en: `Dose ${slot}: ${meta.title.en}`,
      });
    }
  }
  return [...titles].map(([key, { vi, en }]) => [...key.split("/"), vi, en]);
}

/** A table of texts, as one text: DuckDB runs it while something else is done here, which cannot be said of appending. */
function tableOf(name: string, columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
  const created = `create table ${name} (${columns.map((column) => `${column} varchar`).join(", ")})`;
  const values = rows.map((row) => `(${row.map((text) => (text === null ? "null" : literal(text))).join(", ")})`);
  return rows.length === 0 ? created : `${created};\ninsert into ${name} values ${values.join(",\n")}`;
}

// Nobody has been given more doses than the form's groups go up to.
const DOSE_GROUPS = 9;

/** A message as a general sentence, for counts over many rows. */
function meaning(message: string): string {
  return fillMessage(message, { found: "…", expected: "…", column: "…" });
}

/** Every CSV of the reference folder as a table of texts, named as the file, as statements. */
async function listStatements(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".csv")).sort();
  if (names.length === 0)
    throw new ReportError(
      `${folder}: không có danh mục nào, cần các danh mục CSV của dự án (xem --data) | holds no list; expected the project's reference lists as CSV (see --data)`,
    );
  return Promise.all(names.map((name) => listStatement(join(folder, name))));
}

/** The columns are named rather than looked for, which takes DuckDB longer than to read so few rows. */
async function listStatement(path: string): Promise<string> {
  const [first = ""] = (await readFile(path, "utf8")).replace("\ufeff", "").split(/\r?\n/, 1);
  const columns = first.split(",").map((name) => `${literal(name)}: 'varchar'`);
  return `create table ${identifier(basename(path, ".csv"))} as select * from read_csv(${literal(path)},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns.join(", ")}})`;
}
