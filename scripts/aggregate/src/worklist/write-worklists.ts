import { join } from "node:path";
import type { ReportDefinition, SubjectState } from "@tiendo/schema";
import { type Unit, unitByCode } from "@tiendo/units";
import { lies, listUnits } from "./list-units.ts";
import { ListedPeople } from "./listed-people.ts";
import { claimOutFolder } from "./out-folder.ts";
import type { PeopleReport } from "./people-report.ts";
import { fillWorklist } from "./worklist-file.ts";
import { WrittenFiles } from "./written-files.ts";

/** What lists are wanted. */
export interface WorklistWish {
  data: string;
  /** Code of the unit whose communes get lists. */
  unit: string;
  /** Some of its communes; none means all. */
  communes: readonly string[];
  states: readonly SubjectState[];
  /** ISO date of step 1. */
  listDate: string;
  out: string | undefined;
  password: string | null;
  force: boolean;
  progress: (commune: string, people: number) => void;
}

/** What was written. */
export interface WrittenLists {
  lists: { path: string; commune: Unit; people: number }[];
  /** People of the unit whose commune is not known: no list can have them. */
  unplaced: number;
}

/** Writes one list a commune that has anybody to list. @throws {ReportError} before anything is written */
export async function writeWorklists(people: PeopleReport, wish: WorklistWish): Promise<WrittenLists> {
  const communes = listUnits(people.report, wish.unit, wish.communes);
  const home = join(people.folders.private, "worklists");
  const folder = wish.out ?? join(home, wish.listDate);
  await claimOutFolder(folder, wish.data, wish.password !== null);
  const listed = await ListedPeople.of(people, wish.states);
  try {
    const lists = communes
      .filter(({ code }) => listed.counts.has(code))
      .map((commune) => ({
        commune,
        people: listed.counts.get(commune.code) ?? 0,
        path: join(folder, fileName(commune)),
      }));
    await writeAll(people.report, await WrittenFiles.of(home), listed, lists, wish);
    return { lists, unplaced: unplacedIn(people.report, listed.counts, wish) };
  } finally {
    listed.close();
  }
}

async function writeAll(
  report: ReportDefinition,
  files: WrittenFiles,
  listed: ListedPeople,
  lists: WrittenLists["lists"],
  { listDate, password, force, progress }: WorklistWish,
): Promise<void> {
  if (!force) await files.refuseChanged(lists.map(({ path }) => path));
  for (const { commune, people, path } of lists) {
    progress(commune.full_name, people);
    const list = { report, commune, listDate, rows: await listed.rowsOf(commune.code) };
    await files.write(path, password, (workbook) => fillWorklist(workbook, list));
  }
}

/** "25195-phuong-tan-phu.xlsx": two communes of one name differ by their code, a town from a commune by its type. */
function fileName({ code, type, slug }: Unit): string {
  return `${code}-${type}-${slug.slice(code.length + 1)}.xlsx`;
}

/** Only where all communes are asked for: otherwise nobody expects them. */
function unplacedIn(
  { edition, root_unit }: ReportDefinition,
  counts: ReadonlyMap<string, number>,
  { unit, communes }: WorklistWish,
): number {
  if (communes.length > 0) return 0;
  const isUnplaced = (code: string) => {
    const place = unitByCode(edition, code);
    return place === undefined ? unit === root_unit : place.level !== "commune" && lies(place, unit);
  };
  return [...counts].reduce((sum, [code, people]) => (isUnplaced(code) ? sum + people : sum), 0);
}
