import { literal } from "@tiendo/schema";
import type { Database } from "./db.ts";
import { sqlFile } from "./sql-files.ts";

/**
 * Defines `id_province_listed(code)`, for a code of three digits, over the codes of `sql/id_province.sql`. They are a bit each of
 * a constant and not a table: a join would not keep the rows of a file in their order, by which they are numbered when they are
 * read.
 */
export async function defineIdProvinces(db: Database): Promise<void> {
  const codes = await db.all<{ code: string }>(sqlFile("id_province").sql);
  const listed = new Set(codes.map(({ code }) => code));
  const bits = Array.from({ length: 1000 }, (_, at) => (listed.has(String(at).padStart(3, "0")) ? "1" : "0"));
  await db.run(
    `create or replace macro id_province_listed(code) as get_bit(${literal(bits.join(""))}::bit, cast(code as integer)) = 1`,
  );
}
