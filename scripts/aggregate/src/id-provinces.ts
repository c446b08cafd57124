import { literal } from "@tiendo/schema";
import type { Database } from "./db.ts";
import { sqlFile } from "./sql-files.ts";

/**
 * Defines `id_province_listed(code)` over the codes of `sql/id_province.sql`. Their list is a text of its own and not a table:
 * a join would not keep the rows of a file in their order, by which they are numbered when they are read.
 */
export async function defineIdProvinces(db: Database): Promise<void> {
  const codes = await db.all<{ code: string }>(`from (${sqlFile("id_province").sql}) order by code`);
  const listed = literal(`|${codes.map(({ code }) => code).join("|")}|`);
  await db.run(`create or replace macro id_province_listed(code) as contains(${listed}, '|' || code || '|')`);
}
