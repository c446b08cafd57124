import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { identifier, literal, ReportDefinition } from "@tiendo/schema";
import { z } from "zod";
import { Database } from "../db.ts";
import { tablesIn } from "../desk/desk-folder.ts";
import { publishedCountTable } from "../protect/count-table.ts";
import { type NarrowedPlace, narrowedPlaces, placeText } from "../protect/mask.ts";
import { ReportError } from "../report/report-error.ts";
import { sqlFile } from "../sql-files.ts";
import { loadUnits } from "../unit-table.ts";
import { userPath } from "../user-path.ts";
import { tellRefusal } from "./tell-refusal.ts";

const { as_of, edition, root_unit, suppress_below } = ReportDefinition.shape;
const Package = z.looseObject({
  tiendo: z.looseObject({ report: z.looseObject({ as_of, edition, root_unit, suppress_below }) }),
});
type Report = z.infer<typeof Package>["tiendo"]["report"];

/**
 * Attacks a published folder with nothing but what is in it: 0 no hidden count can be narrowed, 1 some can, 2 refused, 3 a
 * fault of ours.
 */
export async function auditCommand(folder: string): Promise<0 | 1 | 2 | 3> {
  const db = await Database.open();
  try {
    const path = userPath(folder);
    const report = await reportOf(path);
    const tables = await openTables(db, path, report);
    const table = await publishedCountTable(db, tables);
    const hidden = table.cells.filter((cell, at) => cell.hidden && table.places[at] !== null).length;
    const narrowed = await narrowedPlaces(table, report.suppress_below);
    tell(table.cells.length, hidden, narrowed, report.suppress_below);
    return narrowed.length === 0 ? 0 : 1;
  } catch (error) {
    return tellRefusal(error);
  } finally {
    db.close();
  }
}

async function reportOf(folder: string): Promise<Report> {
  const path = join(folder, "datapackage.json");
  const text = await readFile(path, "utf8").catch(() => null);
  const parsed = text === null ? null : Package.safeParse(JSON.parse(text));
  if (parsed?.success === true) return parsed.data.tiendo.report;
  throw new ReportError(
    `${path}: không có hoặc không phải của Tiến độ; cần thư mục của một kỳ công bố | missing or not ours; expected the folder of one release, such as data/published/binh-phuoc-demo/2022-04-26`,
  );
}

/** The public tables as views, with the units that the report has. */
async function openTables(db: Database, folder: string, { as_of, edition, root_unit }: Report): Promise<Set<string>> {
  await loadUnits(db);
  await db.run(`create table params as select date ${literal(as_of)} as as_of, ${literal(edition)} as edition,
    ${literal(root_unit)} as root_unit`);
  await db.run(`create table unit_path as ${sqlFile("unit_path").sql}`);
  const tables = await tablesIn(folder);
  for (const [name, path] of tables)
    await db.run(`create view ${identifier(`published_${name}`)} as from read_parquet(${literal(path)})`);
  return new Set(tables.map(([name]) => name));
}

function tell(cells: number, hidden: number, narrowed: readonly NarrowedPlace[], width: number): void {
  const many = (count: number) => count.toLocaleString("vi-VN");
  console.log(`${many(cells)} số đếm, ${many(hidden)} bị ẩn | counts, hidden`);
  if (narrowed.length === 0)
    console.log(
      `Không số bị ẩn nào tính lại được trong khoảng hẹp hơn ${width} | no hidden count can be narrowed below a width of ${width}`,
    );
  for (const { place, low, high } of narrowed)
    console.log(`tính lại được | can be narrowed: ${placeText(place)}: ${low}–${high}`);
}
