import { join, resolve } from "node:path";
import { identifier, literal } from "@tiendo/schema";
import { standingFolder } from "../publish/files.ts";
import type { Folders } from "../report/folders.ts";
import { ReportError } from "../report/report-error.ts";
import { sqlFile } from "../sql-files.ts";
import { deskFolders, tablesIn } from "./desk-folder.ts";

/** A view of the analyst's desk: its name, and the statement that makes it in any DuckDB, wherever it is started. */
export interface DeskView {
  name: string;
  sql: string;
}

/**
 * The views of a report's latest run, named as the models; what the public sees of them is `published_<name>`.
 * @throws {ReportError} where the report has not been run
 */
export async function deskViews(folders: Folders, id: string, asOf: string): Promise<DeskView[]> {
  const own = await Promise.all(deskFolders.map((name) => tablesIn(join(folders.private, name))));
  const published = await tablesIn(await standingFolder(folders.published, asOf));
  const tables = [...own.flat(), ...published.map(([name, path]) => [`published_${name}`, path] as const)];
  if (tables.length === 0) {
    throw new ReportError(
      `${id}: chưa có kết quả, hãy chạy tiendo aggregate ${id} | has no result yet; run tiendo aggregate ${id}`,
    );
  }
  return tables.flatMap(([name, path]) => [
    { name, sql: `create or replace view ${identifier(name)} as from read_parquet(${literal(resolve(path))});` },
    ...(name === "cleaning_step" ? [stateChange()] : []),
  ]);
}

/** What the events say of nearly every row: not written beside them. */
function stateChange(): DeskView {
  const [macro, select] = [sqlFile("state_entered").sql, sqlFile("clean/state_change").sql];
  return { name: "state_change", sql: `${macro};\ncreate or replace view state_change as\n${select};` };
}
