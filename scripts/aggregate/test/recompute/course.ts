import type { Dose, Person, World } from "./world.ts";

/** A person's doses in the order of their course. */
export interface Course {
  person: Person;
  doses: Dose[];
}

/** Everybody with a dose. */
export function coursesOf({ people, doses }: World): Course[] {
  const of = Map.groupBy(doses, ({ person_id }) => person_id);
  return people.flatMap((person) => {
    const own = of.get(person.person_id);
    return own === undefined ? [] : [{ person, doses: own.toSorted((one, other) => one.place - other.place) }];
  });
}

/** Full years on a day, or the age reached that year; null where it is unknown or beyond belief. */
export function ageOf({ birth_day, birth_year }: Person, asOf: string): number | null {
  const year = Number(asOf.slice(0, 4));
  const had = birth_day === null || asOf.slice(5) >= birth_day.slice(5);
  const born = birth_day === null ? birth_year : Number(birth_day.slice(0, 4));
  const age = year - (born ?? Number.NaN) - (had ? 0 : 1);
  return age >= 0 && age <= 120 ? age : null;
}
