import { join } from "node:path";
import { literal, type SubjectState } from "@tiendo/schema";
import { type Unit, unitByCode } from "@tiendo/units";
import type { Database } from "../db.ts";
import { sqlFile } from "../sql-files.ts";
import { lies, listUnits } from "./list-units.ts";
import { claimOutFolder } from "./out-folder.ts";
import { openClean, type PeopleReport } from "./people-report.ts";
import { fillWorklist, type WorklistRow } from "./worklist-file.ts";
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
  const rows = await rowsByUnit(people, wish.states);
  const due = communes.flatMap((commune) => {
    const own = rows.get(commune.code);
    return own === undefined ? [] : [{ commune, rows: own, path: join(folder, fileName(commune)) }];
  });
  const files = await WrittenFiles.of(home);
  if (!wish.force) await files.refuseChanged(due.map(({ path }) => path));
  for (const { commune, rows, path } of due) {
    wish.progress(commune.full_name, rows.length);
    const list = { report: people.report, commune, listDate: wish.listDate, rows };
    await files.write(path, wish.password, (workbook) => fillWorklist(workbook, list));
  }
  const lists = due.map(({ path, commune, rows }) => ({ path, commune, people: rows.length }));
  return { lists, unplaced: unplacedIn(people, rows, wish) };
}

/** "25195-phuong-tan-phu.xlsx": two communes of one name differ by their code, a town from a commune by its type. */
function fileName({ code, type, slug }: Unit): string {
  return `${code}-${type}-${slug.slice(code.length + 1)}.xlsx`;
}

async function rowsByUnit(people: PeopleReport, states: readonly SubjectState[]): Promise<Map<string, WorklistRow[]>> {
  const db = await openClean(people, ["person", "subject"]);
  try {
    await listStates(db, states);
    const rows = await db.all<WorklistRow>(sqlFile("worklist/worklist_row").sql);
    return Map.groupBy(rows, ({ unit_code }) => unit_code ?? "");
  } finally {
    db.close();
  }
}

async function listStates(db: Database, states: readonly SubjectState[]): Promise<void> {
  await db.run(`create table listed_state as select unnest([${states.map(literal).join(", ")}]) as state`);
}

/** Only where all communes are asked for: otherwise nobody expects them. */
function unplacedIn(
  { report }: PeopleReport,
  rows: ReadonlyMap<string, WorklistRow[]>,
  { unit, communes }: WorklistWish,
): number {
  if (communes.length > 0) return 0;
  const counts = [...rows].map(([code, list]) => {
    const place = unitByCode(report.edition, code);
    const isUnplaced = place === undefined ? unit === report.root_unit : place.level !== "commune" && lies(place, unit);
    return isUnplaced ? list.length : 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
