import { finishOn } from "./cleaning.ts";
import { daysBetween, plusDays } from "./days.ts";
import { cell, isFew, type Limits, rounded, share } from "./hide.ts";
import type { ReturnRow } from "./returned.ts";
import type { Recounted, Row } from "./row.ts";
import type { World } from "./world.ts";

/** A return that was due from a unit below the root, and what became of it. */
export interface DueReturn {
  unit: string;
  day: string;
  due_on: string;
  status: "on_time" | "late" | "undated" | "missing" | "awaited";
}

/** The progress returns that were due by the report's day: of a whole level of units once a tenth of them has sent one. */
export function returnsDue({ progressReturns, places, asOf, returnDays }: World): DueReturn[] {
  const sent = progressReturns.filter((row) => row.as_of <= asOf && places.has(row.unit_code));
  const received = new Map<string, Array<string | null>>();
  for (const { unit_code, as_of, texts } of sent) {
    const name = `${unit_code} ${as_of}`;
    received.set(name, [...(received.get(name) ?? []), texts.received_at ?? null]);
  }
  const levels = Map.groupBy(places.below(), ({ level }) => level);
  const days = [...new Set(sent.map(({ as_of }) => as_of))];
  return [...levels.values()].flatMap((units) =>
    days
      .filter((day) => 10 * units.filter(({ code }) => received.has(`${code} ${day}`)).length >= units.length)
      .flatMap((day) =>
        units.map(({ code }) => {
          const due_on = plusDays(day, returnDays);
          return { unit: code, day, due_on, status: statusOf(received.get(`${code} ${day}`), due_on, asOf) };
        }),
      ),
  );
}

function statusOf(received: Array<string | null> | undefined, due: string, asOf: string): DueReturn["status"] {
  if (received === undefined) return due < asOf ? "missing" : "awaited";
  const first = received.filter((day) => day !== null).sort()[0];
  if (first === undefined) return "undated";
  return first > due ? "late" : "on_time";
}

/** `return_completeness`: the returns due from a unit's children. */
export function returnCompleteness({ places }: World, due: readonly DueReturn[]): Recounted {
  const groups = Map.groupBy(due, ({ unit, day, due_on }) => `${places.unit(unit)?.parent_code} ${day} ${due_on}`);
  const exact = [...groups].map(([name, all]) => {
    const [unit_code, return_as_of, due_on] = name.split(" ");
    const of = (...which: Array<DueReturn["status"]>) => all.filter(({ status }) => which.includes(status)).length;
    const [received, missing] = [of("on_time", "late", "undated"), of("missing")];
    const [on_time, late] = [of("on_time"), of("late")];
    const judged = received + missing;
    const timely = on_time + late + missing;
    return {
      unit_code,
      return_as_of,
      due_on,
      due: all.length,
      received,
      on_time,
      late,
      undated: of("undated"),
      missing,
      awaited: of("awaited"),
      completeness_pct: share(received, judged),
      timeliness_pct: share(on_time, timely),
      low: judged === 0 ? null : 10 * received < 9 * judged || 10 * on_time < 9 * timely,
    };
  });
  return {
    table: "return_completeness",
    keys: ["unit_code", "return_as_of"],
    exact,
    told: (row) => ({
      ...row,
      ...Object.assign({}, ...["completeness_pct", "timeliness_pct"].map((name) => absentAs("z", name, row[name]))),
      ...absentAs("z", "low", row.low === null ? null : row.low ? "yes" : "no"),
    }),
  };
}

const absentAs = (status: string, name: string, value: unknown): Row =>
  cell(name, value ?? null, (value ?? null) === null ? status : null);

const wholes: Readonly<Record<string, string>> = {
  subjects_cleaned: "subjects_total",
  listed: "subjects_total",
  reviewed: "subjects_total",
  matched: "subjects_total",
  handed_back: "subjects_total",
  updated: "subjects_total",
  doses_recorded: "doses_given",
  doses_not_entered: "doses_given",
  done: "total",
};
const things = ["public_service", "service_group", "system"];

/** `restatement`: what a later return of the same day says otherwise. */
export function restatements(world: World): Recounted {
  const { progressReturns, indicatorReturns, stockReturns, limits } = world;
  const exact = [
    ...restated(
      world,
      "progress_return",
      progressReturns,
      () => "",
      (name) => (name.startsWith("doses") ? "dose" : "person"),
    ),
    ...restated(
      world,
      "indicator_return",
      indicatorReturns,
      ({ texts }) => `${texts.indicator} `,
      (_, row) => row.texts.measure_unit ?? null,
    ),
    ...restated(
      world,
      "stock_return",
      stockReturns,
      ({ texts }) => `${texts.vaccine} ${texts.lot} `,
      () => null,
    ),
  ];
  return {
    table: "restatement",
    keys: ["unit_code", "kind", "item", "day", "received"],
    publicKeys: ["unit_code", "kind", "item", "return_as_of", "version"],
    exact,
    told: (row) => toldRestatement(row, limits),
  };
}

/** The day on which a file came in, by the folder that it lies in. */
const arrivalOf = ({ input_file }: ReturnRow): string => /^\d{4}-\d{2}-\d{2}/.exec(input_file)?.[0] ?? "";

function restated(
  { places, asOf }: World,
  kind: string,
  rows: readonly ReturnRow[],
  itemOf: (row: ReturnRow) => string,
  measureOf: (name: string, row: ReturnRow) => string | null,
): Row[] {
  const inTime = rows.filter((row) => row.as_of <= asOf && places.has(row.unit_code));
  // The one that counts was stated last.
  const stated = [...inTime.filter(({ superseded }) => superseded), ...inTime.filter(({ superseded }) => !superseded)];
  const series = new Map<string, Array<{ row: ReturnRow; name: string; value: number }>>();
  for (const row of stated)
    for (const [name, value] of Object.entries(row.numbers)) {
      if (value === null) continue;
      const key = `${row.unit_code} ${row.as_of} ${itemOf(row)}${name}`;
      series.set(key, [...(series.get(key) ?? []), { row, name, value }]);
    }
  return [...series.values()].flatMap((values) =>
    values.flatMap(({ row, name, value }, at) => {
      const before = values[at - 1]?.value;
      if (before === undefined || before === value) return [];
      return {
        unit_code: row.unit_code,
        kind,
        item: `${itemOf(row)}${name}`,
        day: row.as_of,
        received: at + 1,
        received_at: row.texts.received_at ?? null,
        value_before: before,
        value,
        change: value - before,
        downward: value < before,
        measure_unit: measureOf(name, row),
        arrived: arrivalOf(row),
        first_arrived: values.map((one) => arrivalOf(one.row)).sort()[0],
        whole: kind === "stock_return" ? null : (row.numbers[wholes[name] ?? ""] ?? null),
      };
    }),
  );
}

function toldRestatement(
  { day, received, measure_unit, whole, arrived, first_arrived, ...row }: Row,
  limits: Limits,
): Row {
  const ofPeople = measure_unit !== null && !things.includes(String(measure_unit));
  const few = (count: unknown, of: unknown) => isFew(count as number, (of as number | null) ?? null, limits);
  const hidden = few(row.value, whole) || few(row.value_before, whole) || few(Math.abs(row.change as number), null);
  const status = ofPeople && hidden ? "c" : null;
  return {
    ...row,
    return_as_of: day,
    version: received,
    ...absentAs("x", "received_at", row.received_at),
    ...cell("value_before", row.value_before, status),
    ...cell("value", row.value, status),
    ...cell("change", row.change, status),
    downward: row.downward ? "yes" : "no",
  };
}

/** `indicator_progress`: each unit's latest return on each indicator. */
export function indicatorProgress({ indicatorReturns, places, asOf, limits }: World): Recounted {
  const rows = indicatorReturns.filter((row) => !row.superseded && row.as_of <= asOf && places.has(row.unit_code));
  const series = Map.groupBy(rows, ({ unit_code, texts }) => `${unit_code} ${texts.indicator}`);
  return {
    table: "indicator_progress",
    keys: ["unit_code", "indicator"],
    exact: [...series.values()].map((all) =>
      progressOf(
        all.toSorted((one, other) => one.as_of.localeCompare(other.as_of)),
        asOf,
      ),
    ),
    told: (row) => toldIndicator(row, limits),
  };
}

function progressOf(series: readonly ReturnRow[], asOf: string): Row {
  const last = series.at(-1) as ReturnRow;
  const { done = null, total = null, value = null } = last.numbers;
  const measured = done === null ? "value" : "done";
  const before = series.slice(0, -1).findLast(({ numbers }) => numbers[measured] !== null);
  const now = last.numbers[measured] ?? null;
  const change = before === undefined || now === null ? null : now - (before.numbers[measured] as number);
  const days = before === undefined ? 0 : daysBetween(before.as_of, last.as_of);
  const due_date = series.findLast(({ texts }) => texts.due_date !== null)?.texts.due_date ?? null;
  const finish_on =
    done === null || total === null || change === null ? null : finishOn(last.as_of, total - done, change, days);
  const known = { done, total, change, due_date, finish_on, qualifier: last.texts.qualifier ?? null };
  return {
    unit_code: last.unit_code,
    indicator: last.texts.indicator,
    return_as_of: last.as_of,
    measure_unit: last.texts.measure_unit,
    value,
    done_pct: share(done, total),
    before_as_of: before?.as_of ?? null,
    pace: change === null ? null : rounded(change, days, 1),
    ...known,
    verdict: verdictOf(known, asOf),
  };
}

interface Known {
  done: number | null;
  total: number | null;
  change: number | null;
  due_date: string | null;
  finish_on: string | null;
  qualifier: string | null;
}

function verdictOf({ done, total, change, due_date, finish_on, qualifier }: Known, asOf: string): string {
  if (qualifier === "status" || (done !== null && total !== null && done >= total)) return "complete";
  if (done === null || total === null) return "not_judged";
  if (due_date !== null && due_date < asOf) return "overdue";
  if (due_date === null || change === null) return "not_judged";
  return finish_on !== null && finish_on <= due_date ? "on_track" : "behind";
}

function toldIndicator({ change, ...row }: Row, limits: Limits): Row {
  const { done, total, value } = row as Record<string, number | null>;
  const ofPeople = !things.includes(String(row.measure_unit)) && row.measure_unit !== null;
  const few = (count: unknown, whole: unknown) =>
    ofPeople && isFew((count as number | null) ?? null, (whole as number | null) ?? null, limits);
  const hideTotal = few(total, null);
  const hideDone = hideTotal || few(done, total);
  const hidePace = hideDone || few(value, null) || few(change === null ? null : Math.abs(change as number), null);
  const hidePct = hideDone || (ofPeople && total !== null && (total as number) < limits.denominator);
  const told = (name: string, hidden: boolean, absent = "z") =>
    cell(name, row[name], row[name] === null ? absent : hidden ? "c" : null);
  const verdictHidden = hideDone || (hidePace && ["on_track", "behind"].includes(String(row.verdict)));
  return {
    ...row,
    ...told("done", hideDone),
    ...told("total", hideTotal, done === null ? "z" : "x"),
    ...told("value", few(value, null)),
    ...told("done_pct", hidePct),
    ...told("before_as_of", false),
    ...told("pace", hidePace),
    ...told("due_date", false),
    // A finish that there is none of would tell the pace as well.
    ...cell("finish_on", row.finish_on, hidePace ? "c" : row.finish_on === null ? "z" : null),
    ...cell("verdict", row.verdict, verdictHidden ? "c" : null),
  };
}
