import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { identifier, literal, ReportDefinition } from "@tiendo/schema";
import { z } from "zod";
import { Database } from "../db.ts";
import { tablesIn } from "../desk/desk-folder.ts";
import { Contradiction } from "../protect/contradiction.ts";
import { publishedCountTable } from "../protect/count-table.ts";
import { earlierCounts } from "../protect/earlier-counts.ts";
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

/** A published folder with what its report says. */
interface Release {
  folder: string;
  report: Report;
}

/**
 * Attacks a published folder with nothing but what is in it, or that of the last of several releases with what the earlier ones
 * told: 0 no hidden count can be narrowed, 1 some can, 2 refused, 3 a fault of ours.
 */
export async function auditCommand(folders: readonly string[]): Promise<0 | 1 | 2 | 3> {
  try {
    const releases: Release[] = [];
    for (const folder of folders.map((one) => userPath(one))) releases.push({ folder, report: await reportOf(folder) });
    releases.sort((one, other) => (one.report.as_of < other.report.as_of ? -1 : 1));
    refuseMixed(releases);
    return await auditTogether(releases);
  } catch (error) {
    return tellRefusal(error);
  }
}

/** Where a correction keeps releases from agreeing with each other, each is looked at alone. */
async function auditTogether(releases: readonly Release[]): Promise<0 | 1> {
  try {
    return await auditOne(releases);
  } catch (error) {
    if (!(error instanceof Contradiction) || releases.length === 1) throw error;
    console.log(
      "Các kỳ không khớp nhau vì có số đã được sửa; thử từng kỳ | the releases do not agree, since something was corrected; each is tried alone",
    );
    let worst: 0 | 1 = 0;
    for (const release of releases) if ((await auditOne([release])) === 1) worst = 1;
    return worst;
  }
}

/** Attacks the last of some releases together with those before. */
async function auditOne(releases: readonly Release[]): Promise<0 | 1> {
  const db = await Database.open();
  try {
    const { folder, report } = releases.at(-1) as Release;
    const tables = await openTables(db, folder, report);
    const before = releases.slice(0, -1).map((one) => ({ as_of: one.report.as_of, folder: one.folder }));
    const table = await publishedCountTable(db, tables, await earlierCounts(db, before, folder));
    const hidden = table.cells.filter((cell, at) => cell.hidden && table.places[at] !== null).length;
    const narrowed = await narrowedPlaces(table, report.suppress_below);
    tell(releases, table.cells.length, hidden, narrowed);
    return narrowed.length === 0 ? 0 : 1;
  } finally {
    db.close();
  }
}

/** Releases of one report differ in their day, and in nothing that an attack goes by. */
function refuseMixed(releases: readonly Release[]): void {
  const kinds = new Set(
    releases.map(({ report: { edition, root_unit, suppress_below } }) =>
      [edition, root_unit, suppress_below].join(", "),
    ),
  );
  const days = releases.map(({ report }) => report.as_of);
  if (kinds.size === 1 && new Set(days).size === days.length) return;
  throw new ReportError(
    `${releases.map(({ folder }) => folder).join(", ")}: không phải các kỳ của cùng một báo cáo | not the releases of one report; found ${[...kinds].join("; ")} of ${days.join(", ")}; expected one edition, unit and least count, and another day each`,
  );
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

function tell(releases: readonly Release[], cells: number, hidden: number, narrowed: readonly NarrowedPlace[]): void {
  const many = (count: number) => count.toLocaleString("vi-VN");
  const width = releases.at(-1)?.report.suppress_below ?? 0;
  if (releases.length > 1) console.log(`kỳ | releases: ${releases.map(({ report }) => report.as_of).join(", ")}`);
  console.log(`${many(cells)} số đếm, ${many(hidden)} bị ẩn | counts, hidden`);
  if (narrowed.length === 0)
    console.log(
      `Không số bị ẩn nào tính lại được trong khoảng hẹp hơn ${width} | no hidden count can be narrowed below a width of ${width}`,
    );
  for (const { place, low, high } of narrowed)
    console.log(`tính lại được | can be narrowed: ${placeText(place)}: ${low}–${high}`);
}
