import { literal } from "@tiendo/schema";
import type { Database } from "./db.ts";
import { sqlFile } from "./sql-files.ts";

/**
 * Defines `id_province_listed(code)` over the codes of `sql/id_province.sql`. Their list is a row of bits and not a table: a
 * join would not keep the rows of a file in their order, by which they are numbered when they are read.
 */
export async function defineIdProvinces(db: Database): Promise<void> {
  const [listed] = await db.all<{ bits: string }>(`
    select cast(bitstring_agg(cast(code as integer), 0, 999) as varchar) as bits from (${sqlFile("id_province").sql}\n)`);
  await db.run(`create or replace macro id_province_listed(code) as
    get_bit(cast(${literal(listed?.bits ?? "")} as bit), cast(code as integer)) = 1`);
}
