import type { Course } from "./course.ts";
import { isFew, type Limits } from "./hide.ts";
import type { ReturnRow } from "./returned.ts";
import type { DueReturn } from "./returns.ts";
import type { Recounted, Row } from "./row.ts";
import { Tally, wholeUnits } from "./tally.ts";
import type { World } from "./world.ts";

interface Finding extends Row {
  code: string;
  unit_code: string;
  day: string;
  item: string;
  measure_unit: string | null;
  found: number;
  expected: number;
  whole: number | null;
}

/** `signals`: what is worth a look, found again in returns, coverage and doses. */
export function signals(
  world: World,
  covered: Recounted,
  courses: readonly Course[],
  due: readonly DueReturn[],
): Recounted {
  const { progressReturns, places, asOf, limits } = world;
  const rows = progressReturns.filter((row) => !row.superseded && places.has(row.unit_code));
  const exact: Finding[] = [
    ...[...outliers(world, rows), ...falls(rows), ...sums(world, rows)].filter(({ day }) => day <= asOf),
    ...unbalanced(world),
    ...overCovered(covered, asOf),
    ...dropouts(world, covered),
    ...heaped(world, courses),
    ...due
      .filter(({ status }) => status === "missing")
      .map(({ unit, day }) => finding("RETURN.MISSING", unit, day, "progress_return", null, 0, 1, null)),
  ];
  return {
    table: "signals",
    keys: ["unit_code", "code", "day", "item"],
    exact,
    told: (row) => (mayBeTold(row as Finding, limits) ? toldFinding(row as Finding) : null),
  };
}

function finding(
  code: string,
  unit_code: string,
  day: string,
  item: string,
  measure_unit: string | null,
  found: number,
  expected: number,
  whole: number | null,
): Finding {
  return { code, unit_code, day, item, measure_unit, found, expected, whole };
}

/** That there is a finding tells how large its counts can be: it is left out where they are few. */
function mayBeTold({ code, measure_unit, found, expected, whole }: Finding, limits: Limits): boolean {
  if (measure_unit === null) return true;
  const isSmall = code === "COVERAGE.OVER_100" && expected < limits.denominator;
  return !(isSmall || isFew(found, whole, limits) || isFew(expected, whole, limits));
}

const toldFinding = ({ whole, ...row }: Finding): Row => ({
  ...row,
  effect: ["HEAPING.DAY", "RETURN.MISSING"].includes(row.code) ? "information" : "warning",
});

function ofReturn(code: string, { unit_code, as_of, numbers }: ReturnRow, name: string, expected: number): Finding {
  const whole = ["doses_recorded", "doses_not_entered"].includes(name)
    ? numbers.doses_given
    : ["subjects_total", "doses_given"].includes(name)
      ? null
      : numbers.subjects_total;
  const measure = name.startsWith("doses_") ? "dose" : "person";
  return finding(code, unit_code, as_of, name, measure, numbers[name] as number, expected, whole ?? null);
}

const growing = [
  "subjects_total",
  "subjects_cleaned",
  "listed",
  "reviewed",
  "matched",
  "handed_back",
  "updated",
  "doses_given",
  "doses_recorded",
];
const additive = [...growing, "doses_not_entered"];
const compared = ["subjects_total", "subjects_cleaned", "doses_given", "doses_recorded", "doses_not_entered"];

/** OUTLIER.VALUE: far from the median of six or more siblings of the same day. */
function outliers({ places }: World, rows: readonly ReturnRow[]): Finding[] {
  const families = Map.groupBy(rows, (row) => `${places.unit(row.unit_code)?.parent_code} ${row.as_of}`);
  return [...families].flatMap(([name, family]) =>
    name.startsWith("null ") ? [] : compared.flatMap((column) => outliersOf(family, column)),
  );
}

function outliersOf(family: readonly ReturnRow[], column: string): Finding[] {
  const known = family.filter(({ numbers }) => numbers[column] !== null);
  if (known.length < 6) return [];
  const values = known.map(({ numbers }) => numbers[column] as number);
  const middle = median(values);
  const gaps = values.map((value) => Math.abs(value - middle));
  const spread = median(gaps);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const isFar = (gap: number) => (spread > 0 ? 0.6745 * gap > 3.5 * spread : 0.7979 * gap > 3.5 * mean);
  return known
    .filter((_, at) => Math.max(values[at] ?? 0, middle) >= 100 && isFar(gaps[at] ?? 0))
    .map((row) => ofReturn("OUTLIER.VALUE", row, column, Math.round(middle)));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** CUMULATIVE.FALLS: lower than in the unit's return before that has the number. */
function falls(rows: readonly ReturnRow[]): Finding[] {
  return [...Map.groupBy(rows, ({ unit_code }) => unit_code).values()].flatMap((own) =>
    growing.flatMap((column) => {
      const series = own
        .filter(({ numbers }) => numbers[column] !== null)
        .sort((one, other) => one.as_of.localeCompare(other.as_of));
      return series.flatMap((row, at) => {
        const before = series[at - 1]?.numbers[column];
        const fell = before !== undefined && before !== null && (row.numbers[column] as number) < before;
        return fell ? [ofReturn("CUMULATIVE.FALLS", row, column, before)] : [];
      });
    }),
  );
}

/** SUM.CHILDREN: not the sum of the children's, where all report; or less than those that do. */
function sums({ places }: World, rows: readonly ReturnRow[]): Finding[] {
  const of = new Map(rows.map((row) => [`${row.unit_code} ${row.as_of}`, row]));
  return rows.flatMap((row) =>
    additive.flatMap((column) => {
      const own = row.numbers[column] ?? null;
      const children = places.children(row.unit_code);
      const told = children
        .map((code) => of.get(`${code} ${row.as_of}`)?.numbers[column] ?? null)
        .filter((value) => value !== null);
      if (own === null || told.length === 0) return [];
      const sum = told.reduce((all, value) => all + value, 0);
      const isOff = own < sum || (own > sum && told.length === children.length);
      return isOff ? [ofReturn("SUM.CHILDREN", row, column, sum)] : [];
    }),
  );
}

/** STOCK.BALANCE: what came in less what went out is not what is left. */
function unbalanced({ stockReturns, places, asOf }: World): Finding[] {
  const rows = stockReturns.filter((row) => !row.superseded && row.as_of <= asOf && places.has(row.unit_code));
  return rows.flatMap(({ unit_code, as_of, texts, numbers }) => {
    if (Object.values(numbers).some((number) => number === null)) return [];
    const { opening, received, issued, used, wasted, closing } = numbers as Record<string, number>;
    const expected = (opening ?? 0) + (received ?? 0) - (issued ?? 0) - (used ?? 0) - (wasted ?? 0);
    const item = `${texts.vaccine} ${texts.lot}`;
    return expected === closing
      ? []
      : [finding("STOCK.BALANCE", unit_code, as_of, item, null, closing ?? 0, expected, null)];
  });
}

function overCovered({ exact }: Recounted, asOf: string): Finding[] {
  return exact
    .filter(({ persons, population }) => population !== null && (persons as number) > (population as number))
    .map(({ unit_code, age_group, reached, persons, population }) =>
      finding(
        "COVERAGE.OVER_100",
        String(unit_code),
        asOf,
        `${age_group} ${reached}`,
        "person",
        persons as number,
        population as number,
        null,
      ),
    );
}

const before = { primary_complete: "primary_1", booster_1: "primary_complete", booster_2: "booster_1" } as const;

function dropouts({ places, asOf }: World, { exact }: Recounted): Finding[] {
  const all = exact.filter(({ scope, age_group, sex }) => scope === "all" && age_group === "all" && sex === "all");
  const people = new Map(all.map((row) => [`${row.unit_code} ${row.reached}`, row.persons as number]));
  return all.flatMap(({ unit_code, reached, persons }) => {
    const earlier = before[reached as keyof typeof before];
    const had = people.get(`${unit_code} ${earlier}`) ?? 0;
    if (earlier === undefined || places.isCommune(String(unit_code)) || (persons as number) <= had) return [];
    return [
      finding("DROPOUT.NEGATIVE", String(unit_code), asOf, String(reached), "person", persons as number, had, null),
    ];
  });
}

/** HEAPING.DAY: over a fifth of 100 or more doses on the 1st, the 15th or the last day of a month. */
function heaped({ places, asOf }: World, courses: readonly Course[]): Finding[] {
  const tally = new Tally(places, [], ["doses", "heaped"]);
  for (const { person, doses } of courses)
    for (const { dose_date } of doses) {
      tally.add(person.unit_code, [], "doses");
      if (isRound(dose_date)) tally.add(person.unit_code, [], "heaped");
    }
  return wholeUnits(tally.rows()).flatMap(({ unit_code, doses, heaped: found }) => {
    const [all, round] = [doses as number, found as number];
    if (all < 100 || 5 * round <= all) return [];
    return [finding("HEAPING.DAY", String(unit_code), asOf, "dose_date", "dose", round, Math.floor(all / 10), all)];
  });
}

function isRound(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return date === 1 || date === 15 || date === new Date(Date.UTC(year, month, 0)).getUTCDate();
}
