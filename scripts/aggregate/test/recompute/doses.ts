import { ageOf, type Course } from "./course.ts";
import { daysBetween, mondayOf } from "./days.ts";
import { dueKinds, primaryDosesBy } from "./due.ts";
import { cell, count, isFew, type Limits, share } from "./hide.ts";
import type { ReturnRow } from "./returned.ts";
import type { Recounted, Row } from "./row.ts";
import { Tally, wholeUnits } from "./tally.ts";
import type { Dose, Person, World } from "./world.ts";

/** `dose_weekly`: doses by the Monday of their week, vaccine and kind, where the person lives. */
export function doseWeekly({ places, limits }: World, courses: readonly Course[]): Recounted {
  const tally = new Tally(places, ["week", "vaccine", "dose_kind"], ["doses"]);
  for (const { person, doses } of courses)
    for (const { dose_date, vaccine, dose_kind } of doses)
      tally.add(person.unit_code, [mondayOf(dose_date), vaccine ?? "", dose_kind], "doses");
  return {
    table: "dose_weekly",
    keys: ["unit_code", "scope", "week", "vaccine", "dose_kind"],
    exact: tally.rows(),
    told: (row) =>
      places.isCommune(row.unit_code as string)
        ? null
        : { ...row, ...count("doses", row.doses, isFew(row.doses as number, null, limits)) },
  };
}

const kinds = ["primary_1", "primary_complete", "additional", "booster_1", "booster_2"];

/** `coverage`: people by age group, sex and the furthest they have come. */
export function coverage(world: World, courses: readonly Course[]): Recounted {
  const { places, limits, asOf } = world;
  const primaryDoses = primaryDosesBy(world.rules);
  const tally = new Tally(places, ["age_group", "sex", "reached"], ["persons", "unlinked"]);
  for (const { person, doses } of courses)
    for (const age of groupsOf(ageGroup(person, asOf)))
      for (const sex of groupsOf(person.sex)) {
        const reached = reachedOf(doses, primaryDoses);
        for (const kind of kinds) {
          const one = reached.includes(kind) ? 1 : 0;
          tally.add(person.unit_code, [age, sex, kind], "persons", one);
          if (person.key_basis === "row") tally.add(person.unit_code, [age, sex, kind], "unlinked", one);
        }
      }
  const population = latestPopulation(world.populations, asOf);
  const exact = tally.rows().map((row) => {
    const all = row.scope === "all" && row.sex === "all";
    const whole = all ? (population.get(`${row.unit_code} ${row.age_group}`) ?? null) : null;
    return { ...row, population: whole, coverage_pct: share(row.persons as number, whole) };
  });
  return {
    table: "coverage",
    keys: ["unit_code", "scope", "age_group", "sex", "reached"],
    exact,
    told: (row) => {
      const wholly = row.age_group === "all" && row.sex === "all";
      return wholly || !places.isCommune(row.unit_code as string) ? toldCoverage(row, limits) : null;
    },
  };
}

function latestPopulation(rows: readonly ReturnRow[], asOf: string): Map<string, number> {
  const known = rows
    .filter(({ superseded, texts }) => !superseded && (texts.population_date ?? "") <= asOf)
    .sort((one, other) => (one.texts.population_date ?? "").localeCompare(other.texts.population_date ?? ""));
  return new Map(known.map((row) => [`${row.unit_code} ${row.texts.age_group}`, row.numbers.persons ?? 0]));
}

function toldCoverage(row: Row, limits: Limits): Row {
  const { persons, unlinked, population } = row as Record<string, number> & { population: number | null };
  const absent = population === null ? (row.scope === "all" && row.sex === "all" ? "x" : "z") : null;
  const few = isFew(persons ?? 0, population, limits);
  const fewUnlinked = few || isFew(unlinked ?? 0, persons ?? 0, limits);
  const noShare = population === 0 ? "z" : (population ?? 0) < limits.denominator || few ? "c" : null;
  const noUnlinkedShare = persons === 0 ? "z" : (persons ?? 0) < limits.denominator || fewUnlinked ? "c" : null;
  return {
    ...row,
    ...count("persons", persons, few),
    ...cell("population", population, absent),
    ...cell("coverage_pct", row.coverage_pct, absent ?? noShare),
    ...count("unlinked", unlinked, fewUnlinked),
    ...cell("unlinked_pct", share(unlinked ?? 0, persons ?? 0), noUnlinkedShare),
  };
}

const groupsOf = (group: string | null): string[] => (group === null ? ["all"] : [group, "all"]);

function reachedOf(doses: readonly Dose[], primaryDoses: ReadonlyMap<string, number>): string[] {
  const first = doses.find(({ place }) => place === 1)?.vaccine ?? "";
  const primary = doses.filter(({ dose_kind }) => dose_kind === "primary").length;
  return [
    ...(primary > 0 ? ["primary_1"] : []),
    ...(primary >= (primaryDoses.get(first) ?? 2) ? ["primary_complete"] : []),
    ...["additional", "booster_1", "booster_2"].filter((kind) => doses.some(({ dose_kind }) => dose_kind === kind)),
  ];
}

function ageGroup(person: Person, asOf: string): string | null {
  const age = ageOf(person, asOf);
  if (age === null || age < 5) return null;
  if (age < 12) return "5-11";
  if (age < 18) return "12-17";
  if (age < 50) return "18-49";
  return age < 65 ? "50-64" : "65+";
}

/** `dose_due`: people whose next dose is due. */
export function doseDue({ places, limits, rules, asOf }: World, courses: readonly Course[]): Recounted {
  const inForce = (kind: string) =>
    rules.some(
      (rule) => rule.dose_kind === kind && (rule.valid_from ?? "") <= asOf && (rule.valid_to || "9999") >= asOf,
    );
  const all = [...new Set(rules.map((rule) => rule.dose_kind ?? ""))];
  const tally = new Tally(places, ["dose_kind"], ["persons"]);
  const dueKind = dueKinds(rules, asOf);
  for (const course of courses) {
    for (const kind of all) tally.add(course.person.unit_code, [kind], "persons", 0);
    const due = dueKind(course);
    if (due !== null) tally.add(course.person.unit_code, [due], "persons");
  }
  return {
    table: "dose_due",
    keys: ["unit_code", "scope", "dose_kind"],
    exact: tally.rows().map((row) => ({ ...row, persons: inForce(String(row.dose_kind)) ? row.persons : null })),
    told: (row) => {
      const few = isFew(row.persons as number | null, null, limits);
      return { ...row, ...cell("persons", row.persons, row.persons === null ? "z" : few ? "c" : null) };
    },
  };
}

const stated = ["doses_given", "doses_recorded", "doses_not_entered"] as const;

/** `entry_backlog`. */
export function entryBacklog(world: World, courses: readonly Course[]): Recounted {
  const { places, asOf, limits } = world;
  const tally = new Tally(places, ["days"], ["doses"]);
  for (const { person, doses } of courses)
    for (const { dose_date, entered_on } of doses) {
      const dated = entered_on !== null && entered_on >= dose_date;
      tally.add(person.unit_code, [dated ? String(daysBetween(dose_date, entered_on)) : ""], "doses");
    }
  const delays = Map.groupBy(wholeUnits(tally.rows()), ({ unit_code }) => String(unit_code));
  const returns = latestStated(world);
  const units = new Set([...delays.keys(), ...returns.keys()]);
  return {
    table: "entry_backlog",
    keys: ["unit_code"],
    exact: [...units].map((unit_code) => ({
      unit_code,
      as_of: asOf,
      return_as_of: returns.get(unit_code)?.as_of ?? null,
      ...Object.fromEntries(stated.map((name) => [name, returns.get(unit_code)?.numbers[name] ?? null])),
      ...delayed(delays.get(unit_code) ?? []),
    })),
    told: (row) => toldBacklog(row, limits),
  };
}

/** Each unit's latest return that states any number of doses. */
function latestStated({ progressReturns, places, asOf }: World): Map<string, ReturnRow> {
  const rows = progressReturns
    .filter((row) => !row.superseded && row.as_of <= asOf && places.has(row.unit_code))
    .filter(({ numbers }) => stated.some((name) => numbers[name] !== null))
    .sort((one, other) => one.as_of.localeCompare(other.as_of));
  return new Map(rows.map((row) => [row.unit_code, row]));
}

function delayed(rows: readonly Row[]): Row {
  const dated = rows
    .filter(({ days }) => days !== "")
    .map(({ days, doses }) => ({ days: Number(days), doses: doses as number }))
    .sort((one, other) => one.days - other.days);
  const sum = (of: ReadonlyArray<{ doses: number }>) => of.reduce((all, { doses }) => all + doses, 0);
  const doses_dated = sum(dated);
  const within = (part: number) =>
    dated.find((_, at) => 10 * sum(dated.slice(0, at + 1)) >= part * doses_dated)?.days ?? null;
  const later = (days: number) => sum(dated.filter((one) => one.days > days));
  return {
    doses_in_records: rows.reduce((all, { doses }) => all + (doses as number), 0),
    doses_dated,
    median_days: within(5),
    ninetieth_days: within(9),
    over_1_day: later(1),
    over_7_days: later(7),
    over_14_days: later(14),
  };
}

function toldBacklog(row: Row, limits: Limits): Row {
  const of = row as Record<string, number | null>;
  const { doses_given = null, doses_in_records = null, doses_dated = null } = of;
  const told = (name: string, whole: number | null) =>
    cell(name, of[name], of[name] === null ? "x" : isFew(of[name] ?? null, whole, limits) ? "c" : null);
  const fewDated = isFew(doses_dated, doses_in_records, limits);
  const days = doses_dated === 0 ? "z" : fewDated || (doses_dated ?? 0) < limits.denominator ? "c" : null;
  const late = (name: string) => {
    const status = days ?? (isFew(of[name] ?? null, doses_dated, limits) ? "c" : null);
    return cell(`${name}_pct`, share(of[name] ?? null, doses_dated), status);
  };
  const { over_1_day, over_7_days, over_14_days, ...rest } = row;
  return {
    ...rest,
    ...told("doses_given", null),
    ...told("doses_recorded", doses_given),
    ...told("doses_not_entered", doses_given),
    ...count("doses_in_records", doses_in_records, isFew(doses_in_records, null, limits)),
    ...count("doses_dated", doses_dated, fewDated),
    // Of hardly more doses the other half, or tenth, would be few.
    ...cell("median_days", row.median_days, days ?? ((doses_dated ?? 0) <= 2 * limits.few ? "c" : null)),
    ...cell("ninetieth_days", row.ninetieth_days, days ?? ((doses_dated ?? 0) < 10 * limits.few ? "c" : null)),
    ...late("over_1_day"),
    ...late("over_7_days"),
    ...late("over_14_days"),
  };
}
