import { Tally } from "./tally.ts";
import type { Dose, Person, World } from "./world.ts";

/** `dose_weekly`: doses by the Monday of their week, vaccine and kind, where the person lives. */
export function doseWeekly({ people, doses }: World): Map<string, number> {
  const home = new Map(people.map(({ person_id, unit_code }) => [person_id, unit_code]));
  const tally = new Tally();
  for (const { person_id, dose_date, vaccine, dose_kind } of doses)
    tally.add(home.get(person_id) ?? "", `${mondayOf(dose_date)} ${vaccine ?? ""} ${dose_kind} doses`);
  return tally.counts;
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** `coverage`: people by age group, sex and the furthest they have come. */
export function coverage({ people, doses }: World, primaryDoses: ReadonlyMap<string, number>, asOf: string) {
  const of = Map.groupBy(doses, ({ person_id }) => person_id);
  const tally = new Tally();
  for (const person of people) {
    const own = of.get(person.person_id);
    if (own === undefined) continue;
    for (const age of groupsOf(ageGroup(person, asOf)))
      for (const sex of groupsOf(person.sex))
        for (const reached of reachedOf(own, primaryDoses))
          for (const column of person.key_basis === "row" ? ["persons", "unlinked"] : ["persons"])
            tally.add(person.unit_code, `${age} ${sex} ${reached} ${column}`);
  }
  return tally.counts;
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

function ageGroup({ birth_day, birth_year }: Person, asOf: string): string | null {
  const year = Number(asOf.slice(0, 4));
  const had = birth_day === null || asOf.slice(5) >= birth_day.slice(5);
  const age =
    birth_day === null ? year - (birth_year ?? Number.NaN) : year - Number(birth_day.slice(0, 4)) - (had ? 0 : 1);
  if (!(age >= 5 && age <= 120)) return null;
  if (age < 12) return "5-11";
  if (age < 18) return "12-17";
  if (age < 50) return "18-49";
  return age < 65 ? "50-64" : "65+";
}
