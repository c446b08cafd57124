import { existsSync } from "node:fs";
import { join } from "node:path";
import { literal, type ReportDefinition } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { EarlierFolder } from "../report/earlier-folders.ts";
import { sqlFile } from "../sql-files.ts";
import { type DayChanges, toldDays } from "./day-blocks.ts";

// Days back from a release for which `pace` tells how many were cleaned.
const WINDOWS = [7, 28];
const DAY_MS = 24 * 60 * 60 * 1000;

/** What is read of a report's definition. */
type Releases = Pick<ReportDefinition, "as_of" | "releases" | "suppress_below">;

/** A unit with everything below it: what changed on each day, newly cleaned and fallen back. */
interface UnitDays {
  unit: string;
  parent: string;
  isCommune: boolean;
  days: Map<string, readonly [number, number]>;
}

/** What is told of the units below one. */
interface ToldGroup {
  above: string;
  days: string[];
  windows: number[];
}

/**
 * Decides of which days the count of cleaned to date is told, together of all units below one and from the top down: `day_told`,
 * one row a unit above and day, and `window_told`, one row a unit above and number of days of which `pace` tells. What is above
 * the report's root is ''. `day_row` are the rows of the daily series with what is hidden of them. Of communes no days are told, and
 * windows where those of every release can be.
 * @param earlier releases before; what they hid of a day (`day_kept`) stays hidden, even where nothing has changed on it any more
 */
export async function tellDays(db: Database, report: Releases, earlier: readonly EarlierFolder[] = []): Promise<void> {
  await db.run("create or replace table day_told (above varchar, day varchar)");
  await db.run("create or replace table window_told (above varchar, days integer)");
  const below = Map.groupBy(await unitDays(db), ({ parent }) => parent);
  const groups = [...toldGroups(below, "", null, null, report)];
  await db.append(
    "day_told",
    groups.flatMap(({ above, days }) => days.map((day) => [above, day])),
  );
  await db.append(
    "window_told",
    groups.flatMap(({ above, windows }) => windows.map((days) => [above, days])),
  );
  await keepDays(db, earlier);
  await db.run(`create or replace table day_row as ${sqlFile("day_row").sql}`);
}

/** `day_kept`: the days of whose changes an earlier release hid something, one row a unit and day. */
async function keepDays(db: Database, earlier: readonly EarlierFolder[]): Promise<void> {
  await db.run("create or replace table day_kept (unit_code varchar, day date)");
  const series = earlier.map(({ folder }) => join(folder, "cleaning_daily.parquet")).filter((path) => existsSync(path));
  for (const path of series)
    await db.run(`insert into day_kept
      select unit_code, cast(day as date) from read_parquet(${literal(path)})
      where newly_cleaned_status = 'c' or fell_back_status = 'c'
      except from day_kept`);
}

async function unitDays(db: Database): Promise<UnitDays[]> {
  const rows = await db.all<{
    unit: string;
    parent: string;
    commune: boolean;
    day: string;
    newly: number;
    fell: number;
  }>(`
    select unit_code as unit, if(unit_code = root_unit, '', coalesce(parent_code, '')) as parent, level = 'commune' as commune,
      cast(day as varchar) as day, cast(newly_cleaned as double) as newly, cast(fell_back as double) as fell
    from cleaning_daily join unit using (unit_code) join params using (edition)
    order by unit_code, day`);
  const units = new Map<string, UnitDays>();
  for (const { unit, parent, commune, day, newly, fell } of rows) {
    const one = units.get(unit) ?? { unit, parent, isCommune: commune, days: new Map() };
    one.days.set(day, [newly, fell]);
    units.set(unit, one);
  }
  return [...units.values()];
}

function* toldGroups(
  below: ReadonlyMap<string, readonly UnitDays[]>,
  above: string,
  whole: UnitDays | null,
  toldAbove: ReadonlySet<string> | null,
  report: Releases,
): Generator<ToldGroup> {
  const units = below.get(above) ?? [];
  if (units.length === 0) return;
  const changes = changesOf(units, whole);
  const communes = units.some(({ isCommune }) => isCommune);
  const points = pointsOf(changes, report);
  const may = (day: string) => (toldAbove?.has(day) ?? true) && (!communes || points.all.has(day));
  const told = toldDays(changes, { may, fixed: points.releases, least: report.suppress_below });
  const windows = WINDOWS.filter((window) => {
    const start = lastUpTo(changes, daysBefore(report.as_of, window));
    return start === undefined || told.has(start);
  });
  yield { above, days: communes ? [] : [...told], windows };
  for (const unit of units) yield* toldGroups(below, unit.unit, unit, told, report);
}

/** The changes of units by day, with those of nobody below: what the unit above has and they have not. */
function changesOf(units: readonly UnitDays[], whole: UnitDays | null): DayChanges[] {
  const days = new Set((whole === null ? units : [whole]).flatMap((unit) => [...unit.days.keys()]));
  return [...days].sort().map((day) => {
    const own = units.map((unit) => unit.days.get(day) ?? NOTHING);
    const rest = NOTHING.map((_, at) =>
      own.reduce((left, one) => left - (one[at] ?? 0), whole?.days.get(day)?.[at] ?? 0),
    );
    return { day, counts: [...own.flat(), ...(whole === null ? [] : rest)] };
  });
}

const NOTHING = [0, 0] as const;

/** The days of changes with which releases, and the windows of any of them, end or begin. */
function pointsOf(changes: readonly DayChanges[], { as_of, releases }: Releases) {
  const made = [...releases.filter((day) => day < as_of), as_of];
  const starts = made.flatMap((day) => WINDOWS.map((window) => daysBefore(day, window)));
  const daysOf = (points: readonly string[]) => new Set(points.flatMap((point) => lastUpTo(changes, point) ?? []));
  return { releases: daysOf(made), all: daysOf([...made, ...starts]) };
}

/** The last day of changes that is not after another day. */
function lastUpTo(changes: readonly DayChanges[], day: string): string | undefined {
  return changes.findLast((one) => one.day <= day)?.day;
}

/** @param day such as "2022-04-26" */
function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}
