import { Tally } from "./tally.ts";
import type { Person, StepEvent, World } from "./world.ts";

/** A change of a subject's state. */
interface Change {
  day: string;
  state: string;
}

/** A subject of cleaning: where it lives, its class and what became of it, in order. */
export interface Subject {
  person: Person;
  ministryClass: string;
  changes: Change[];
}

/** Who is to be cleaned, with their changes up to a day: in class a, b or c, or found wrong by a comparison; no foreigners. */
export function subjectsOf({ people, events }: World, asOf: string): Subject[] {
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

/** `cleaning_progress`. */
export function cleaningProgress({ people }: World, subjects: readonly Subject[]): Map<string, number> {
  const tally = new Tally();
  for (const { unit_code, foreigner } of people) if (!foreigner) tally.add(unit_code, "persons");
  for (const subject of subjects) {
    const { unit_code } = subject.person;
    const state = stateOf(subject);
    for (const key of ["subjects", state === "verified" ? "cleaned" : state, `class_${subject.ministryClass}`])
      tally.add(unit_code, key);
  }
  return tally.counts;
}

const reasons: Readonly<Record<string, string>> = {
  to_list: "not_listed",
  listed: "not_reviewed",
  reviewed: "not_compared",
  matched: "not_handed_back",
  handed_back: "not_updated",
  updated: "not_compared_again",
  mismatched: "mismatched_again",
};

/** `what_blocks`. */
export function whatBlocks(subjects: readonly Subject[]): Map<string, number> {
  const tally = new Tally();
  for (const subject of subjects) {
    const reason = reasons[stateOf(subject)];
    if (reason === undefined) continue;
    tally.add(subject.person.unit_code, `${reason} waiting`);
    tally.add(subject.person.unit_code, `${reason} class_${subject.ministryClass}`);
  }
  return tally.counts;
}

/** `cleaning_daily`, without the count to date: subjects that became cleaned, or were so and are no more, by day. */
export function cleaningDaily(subjects: readonly Subject[]): Tally {
  const tally = new Tally();
  for (const { person, changes } of subjects)
    for (const [at, { day, state }] of changes.entries()) {
      if (state === "verified") tally.add(person.unit_code, `${day} newly_cleaned`);
      else if (changes[at - 1]?.state === "verified") tally.add(person.unit_code, `${day} fell_back`);
    }
  return tally;
}

/** `pace`: of the days after `from`, what was cleaned less what fell back, by unit. */
export function paceSince(daily: ReadonlyMap<string, number>, from: string): Map<string, number> {
  const pace = new Map<string, number>();
  for (const [name, count] of daily) {
    const [unit = "", scope, day = "", what] = name.split(" ");
    if (scope === "all" && day > from) pace.set(unit, (pace.get(unit) ?? 0) + (what === "fell_back" ? -count : count));
  }
  return new Map([...pace].filter(([, count]) => count !== 0));
}
