import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { literal, type ReportDefinition } from "@tiendo/schema";
import { Database } from "../db.ts";
import { loadReference } from "../reference.ts";
import { type Folders, foldersOf } from "../report/folders.ts";
import { loadReport } from "../report/load-report.ts";
import { ReportError } from "../report/report-error.ts";

/** A report whose people have been told apart. */
export interface PeopleReport {
  report: ReportDefinition;
  folders: Folders;
}

/**
 * The report that is meant: the one named, or the only one that has people.
 * @throws {ReportError} where it has none, or several have and none is named; it says what to do first
 */
export async function peopleReport(data: string, id: string | undefined): Promise<PeopleReport> {
  const folders = foldersOf(data, id ?? (await onlyReport(data)));
  const report = await loadReport(folders, folders.report.slice(join(data, "reports").length + 1));
  if (!(await hasClean(folders.private))) throw nothingCleaned(report.id);
  return { report, folders };
}

/** The tables that the cleaning step left of a report, as views beside the reference lists. The caller closes it. */
export async function openClean({ report, folders }: PeopleReport, tables: readonly string[]): Promise<Database> {
  const db = await Database.open({ spill: join(folders.private, "spill") });
  await loadReference(db, report, folders.reference);
  for (const name of tables) {
    const path = join(folders.private, "clean", `${name}.parquet`);
    await db.run(`create view ${name} as from read_parquet(${literal(path)})`);
  }
  return db;
}

async function onlyReport(data: string): Promise<string> {
  const names = (await readdir(join(data, "private")).catch(() => [])).sort();
  const cleaned: string[] = [];
  for (const name of names) if (await hasClean(join(data, "private", name))) cleaned.push(name);
  const [first, second] = cleaned;
  if (first === undefined) throw nothingCleaned(null);
  if (second === undefined) return first;
  throw new ReportError(
    `nhiều báo cáo có dữ liệu từng người (${cleaned.join(", ")}): cần --report | several reports have people; say which with --report ${first}`,
  );
}

async function hasClean(folder: string): Promise<boolean> {
  return access(join(folder, "clean", "subject.parquet")).then(
    () => true,
    () => false,
  );
}

function nothingCleaned(id: string | null): ReportError {
  const name = id ?? "<báo cáo>";
  return new ReportError(
    `chưa có kết quả bước làm sạch: đặt danh sách người tiêm vào data/private/${name}/raw rồi chạy: tiendo aggregate ${name}` +
      ` | the cleaning step has left nothing: put files of people into data/private/${id ?? "<report>"}/raw, then run: tiendo aggregate ${id ?? "<report>"}`,
  );
}
