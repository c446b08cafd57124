import { daysBetween, plusDays } from "./days.ts";
import { cell, count, isFew, type Limits, rounded, share } from "./hide.ts";
import { PERHAPS, type Recounted, type Row } from "./row.ts";
import { Tally, wholeUnits } from "./tally.ts";
import type { Person, StepEvent, World } from "./world.ts";

/** A change of a subject's state. */
interface Change {
  day: string;
  state: string;
}

/** A subject of cleaning: where it lives, its class and what became of it, in order. */
export interface Subject {
  person: Person;
  ministryClass: "a" | "b" | "c";
  changes: Change[];
}

/** Who is to be cleaned, with their changes up to the report's day: in class a, b or c, or found wrong by a comparison; no foreigners. */
export function subjectsOf({ people, events, asOf }: World): Subject[] {
  const of = Map.groupBy(
    events.filter(({ event_date }) => event_date <= asOf),
    ({ person_id }) => person_id,
  );
  return people
    .filter(({ foreigner }) => !foreigner)
    .map((person) => ({
      person,
      ministryClass: person.ministry_class ?? "c",
      changes: changesOf(of.get(person.person_id) ?? []),
    }))
    .filter(({ person, changes }) => person.ministry_class !== null || changes.length > 0);
}

function changesOf(events: readonly StepEvent[]): Change[] {
  return [...events].sort(inOrder).flatMap(({ event_date: day, step, outcome, result }) => {
    if (outcome === "central") return result === "right" ? [] : [{ day, state: "to_list" }];
    if (outcome !== "applied") return [];
    if (step !== "rematched") return [{ day, state: step }];
    return [{ day, state: result === "right" ? "verified" : "mismatched" }];
  });
}

function inOrder(one: StepEvent, other: StepEvent): number {
  const [a, b] = [BigInt(one.event_id), BigInt(other.event_id)];
  return (
    one.event_date.localeCompare(other.event_date) ||
    one.round - other.round ||
    one.position - other.position ||
    (a < b ? -1 : 1)
  );
}

const stateOf = ({ changes }: Subject): string => changes.at(-1)?.state ?? "to_list";

const waiting = ["to_list", "listed", "reviewed", "matched", "handed_back", "updated", "mismatched"] as const;
const classes = ["class_a", "class_b", "class_c"] as const;
const ofSubjects = [...waiting, "cleaned", ...classes] as const;

/** `cleaning_progress`. */
export function cleaningProgress({ people, places, asOf, limits }: World, subjects: readonly Subject[]): Recounted {
  const tally = new Tally(places, [], ["persons", "subjects", "remaining", ...ofSubjects]);
  for (const { unit_code, foreigner } of people) if (!foreigner) tally.add(unit_code, [], "persons");
  for (const subject of subjects) {
    const state = stateOf(subject);
    tally.add(subject.person.unit_code, [], "subjects");
    tally.add(subject.person.unit_code, [], (state === "verified" ? "cleaned" : state) as (typeof waiting)[number]);
    if (state !== "verified") tally.add(subject.person.unit_code, [], "remaining");
    tally.add(subject.person.unit_code, [], `class_${subject.ministryClass}`);
  }
  return {
    table: "cleaning_progress",
    keys: ["unit_code", "scope"],
    exact: tally.rows().map((row) => ({ ...row, as_of: asOf })),
    told: (row) => toldProgress(row as ProgressRow, limits),
  };
}

type ProgressRow = Row & Record<"persons" | "subjects" | "remaining" | (typeof ofSubjects)[number], number>;

function toldProgress(row: ProgressRow, limits: Limits): Row {
  const { subjects, persons, cleaned } = row;
  const hides = (name: (typeof ofSubjects)[number]) => isFew(row[name], subjects, limits);
  const noRest = isFew(subjects, persons, limits) || hides("cleaned");
  const noShare = subjects < limits.denominator || noRest;
  return {
    ...row,
    ...count("persons", persons, isFew(persons, null, limits)),
    ...count("subjects", subjects, isFew(subjects, persons, limits)),
    ...Object.assign({}, ...ofSubjects.map((name) => count(name, row[name], hides(name)))),
    ...count("remaining", row.remaining, noRest),
    ...cell("cleaned_pct", share(cleaned, subjects), subjects === 0 ? "z" : noShare ? "c" : null),
  };
}

/** Whether what is told of a unit's progress hides how many are cleaned, or of how many: then nothing else may tell it. */
export function hidesCleaned(progress: Recounted): ReadonlySet<unknown> {
  const hidden = progress.exact.filter((row) => {
    const told = progress.told(row);
    return row.scope === "all" && (told?.cleaned_status === "c" || told?.subjects_status === "c");
  });
  return new Set(hidden.map(({ unit_code }) => unit_code));
}

const reasons: Readonly<Record<(typeof waiting)[number], string>> = {
  to_list: "not_listed",
  listed: "not_reviewed",
  reviewed: "not_compared",
  matched: "not_handed_back",
  handed_back: "not_updated",
  updated: "not_compared_again",
  mismatched: "mismatched_again",
};

/** `what_blocks`. */
export function whatBlocks({ places, limits }: World, subjects: readonly Subject[], progress: Recounted): Recounted {
  const tally = new Tally(places, ["reason"], ["waiting", ...classes]);
  for (const subject of subjects) {
    const { unit_code } = subject.person;
    for (const reason of Object.values(reasons)) tally.add(unit_code, [reason], "waiting", 0);
    const reason = reasons[stateOf(subject) as keyof typeof reasons];
    if (reason === undefined) continue;
    tally.add(unit_code, [reason], "waiting");
    tally.add(unit_code, [reason], `class_${subject.ministryClass}`);
  }
  const subjectsIn = new Map(progress.exact.map((row) => [`${row.unit_code} ${row.scope}`, row.subjects as number]));
  return {
    table: "what_blocks",
    keys: ["unit_code", "scope", "reason"],
    exact: tally.rows(),
    told: (row) => ({
      ...row,
      ...count(
        "waiting",
        row.waiting,
        isFew(row.waiting as number, subjectsIn.get(`${row.unit_code} ${row.scope}`) ?? null, limits),
      ),
      ...Object.assign(
        {},
        ...classes.map((name) => count(name, row[name], isFew(row[name] as number, row.waiting as number, limits))),
      ),
    }),
  };
}

/** `cleaning_daily`: subjects that became cleaned, or were so and are no more, by day, and how many are to date. */
export function cleaningDaily({ places }: World, subjects: readonly Subject[], progress: Recounted): Recounted {
  const tally = new Tally(places, ["day"], ["newly_cleaned", "fell_back"]);
  for (const { person, changes } of subjects)
    for (const [at, { day, state }] of changes.entries()) {
      if (state === "verified") tally.add(person.unit_code, [day], "newly_cleaned");
      else if (changes[at - 1]?.state === "verified") tally.add(person.unit_code, [day], "fell_back");
    }
  const hidden = hidesCleaned(progress);
  const columns = ["newly_cleaned", "fell_back", "cleaned_to_date"];
  const exact = toDate(wholeUnits(tally.rows()));
  return {
    table: "cleaning_daily",
    keys: ["unit_code", "day"],
    exact,
    perhaps: daysWithout(exact, places),
    told: (row) => {
      if (places.isCommune(row.unit_code as string)) return null;
      const status = hidden.has(row.unit_code) ? "c" : PERHAPS;
      return { ...row, ...Object.assign({}, ...columns.map((name) => cell(name, row[name], status))) };
    },
  };
}

/** The days on which nothing changed in a unit, though it did in others. */
function daysWithout(exact: readonly Row[], places: World["places"]): Row[] {
  const days = [...new Set(exact.map(({ day }) => String(day)))].sort();
  const units = Map.groupBy(exact, ({ unit_code }) => String(unit_code));
  for (const { code } of places.below()) if (!places.isCommune(code) && !units.has(code)) units.set(code, []);
  return [...units].flatMap(([unit_code, rows]) => {
    const own = new Map(rows.map((row) => [String(row.day), row]));
    let cleaned_to_date = 0;
    return days.flatMap((day) => {
      cleaned_to_date = (own.get(day)?.cleaned_to_date as number | undefined) ?? cleaned_to_date;
      return own.has(day) ? [] : [{ unit_code, day, newly_cleaned: 0, fell_back: 0, cleaned_to_date }];
    });
  });
}

function toDate(rows: readonly Row[]): Row[] {
  const sums = new Map<unknown, number>();
  return [...rows]
    .sort((one, other) => String(one.day).localeCompare(String(other.day)))
    .map((row) => {
      const sum = (sums.get(row.unit_code) ?? 0) + changeOf(row);
      sums.set(row.unit_code, sum);
      return { ...row, cleaned_to_date: sum };
    });
}

const changeOf = (row: Row): number => (row.newly_cleaned as number) - (row.fell_back as number);

/** `pace`. */
export function pace({ asOf, limits }: World, progress: Recounted, daily: Recounted): Recounted {
  const since = (days: number) => {
    const from = plusDays(asOf, -days);
    const sums = new Map<unknown, number>();
    for (const row of daily.exact)
      if (String(row.day) > from) sums.set(row.unit_code, (sums.get(row.unit_code) ?? 0) + changeOf(row));
    return sums;
  };
  const [week, month] = [since(7), since(28)];
  const exact = wholeUnits(progress.exact)
    .filter(({ subjects }) => subjects !== 0)
    .map(({ unit_code, subjects, cleaned }) => {
      const remaining = (subjects as number) - (cleaned as number);
      const [cleaned_7_days, cleaned_28_days] = [week.get(unit_code) ?? 0, month.get(unit_code) ?? 0];
      return {
        unit_code,
        as_of: asOf,
        remaining,
        cleaned_7_days,
        cleaned_28_days,
        pace_7_days: rounded(cleaned_7_days, 7, 1),
        pace_28_days: rounded(cleaned_28_days, 28, 1),
        finish_on: finishOn(asOf, remaining, cleaned_7_days, 7),
      };
    });
  const hidden = hidesCleaned(progress);
  const subjectsIn = new Map(wholeUnits(progress.exact).map((row) => [row.unit_code, row.subjects as number]));
  return {
    table: "pace",
    keys: ["unit_code"],
    exact,
    told: (row) => toldPace(row, subjectsIn.get(row.unit_code) ?? null, hidden.has(row.unit_code), limits),
  };
}

/** The day on which nothing remains at a pace; none where nothing remains, nothing changes, or beyond a century. */
export function finishOn(from: string, remaining: number, change: number, days: number): string | null {
  if (remaining <= 0 || change <= 0) return null;
  const left = Math.ceil((remaining * days) / change);
  return left <= 36_525 ? plusDays(from, left) : null;
}

function toldPace(row: Row, subjects: number | null, hidden: boolean, limits: Limits): Row {
  const few = (name: string) => hidden || isFew(Math.abs(row[name] as number), null, limits);
  const noRest = hidden || isFew(row.remaining as number, subjects, limits);
  const of = (name: string, from: string) => cell(name, row[name], few(from) ? "c" : PERHAPS);
  // No day that a hidden number would tell; whether it may be told stands or falls with the seven days.
  const finish = noRest || few("cleaned_7_days") ? "c" : PERHAPS;
  return {
    ...row,
    ...count("remaining", row.remaining, noRest),
    ...of("cleaned_7_days", "cleaned_7_days"),
    ...of("cleaned_28_days", "cleaned_28_days"),
    ...of("pace_7_days", "cleaned_7_days"),
    ...of("pace_28_days", "cleaned_28_days"),
    ...cell("finish_on", row.finish_on, finish),
  };
}

/** `pace_needed`. */
export function paceNeeded(world: World, progress: Recounted, paces: Recounted): Recounted {
  const hidden = hidesCleaned(progress);
  const subjectsIn = new Map(wholeUnits(progress.exact).map((row) => [row.unit_code, row.subjects as number]));
  const exact = paces.exact.flatMap(({ unit_code, remaining }) =>
    [...new Set(world.deadlines)].map((deadline_on) => {
      const days_left = daysBetween(world.asOf, deadline_on);
      const needed_a_day = days_left > 0 ? Math.ceil((10 * (remaining as number)) / days_left) / 10 : null;
      return { unit_code, deadline_on, as_of: world.asOf, days_left, remaining, needed_a_day };
    }),
  );
  return {
    table: "pace_needed",
    keys: ["unit_code", "deadline_on"],
    exact,
    told: (row) => {
      const few = isFew(row.remaining as number, subjectsIn.get(row.unit_code) ?? null, world.limits);
      const isHidden = few || hidden.has(row.unit_code);
      return {
        ...row,
        ...count("remaining", row.remaining, isHidden),
        ...cell("needed_a_day", row.needed_a_day, isHidden ? "c" : row.needed_a_day === null ? "z" : null),
      };
    },
  };
}
