import { dose, group, person } from "./rows.ts";

/** A dose by its number and date; Pfizer, unless its cells say otherwise. */
export type Shot = readonly [number: number, date: string, changes?: object];

/** The doses of one person, one record each. */
export const doses = (...shots: Shot[]) => ({
  dose_record: shots.map(([number, date, changes = {}]) =>
    dose({ dose_number: String(number), dose_date: date, vaccine: "Pfizer", ...changes }),
  ),
});

/** The same doses side by side in one person record. */
export const groups = (...shots: Shot[]) => ({
  person_record: [person({ input_file: "p.csv" })],
  person_dose: shots.map(([slot, date, changes = {}]) =>
    group(slot, { input_file: "p.csv", dose_date: date, ...changes }),
  ),
});

/** The doses of several people, each with a file of their own in which records count from 1. */
export const files = (courses: Readonly<Record<string, readonly Shot[]>>) => ({
  dose_record: Object.entries(courses).flatMap(([name, shots], nth) => {
    const own = { input_file: `${name}.csv`, id_number: String(285_111_000 + nth) };
    const records = shots.map(
      ([number, date, changes], at): Shot => [number, date, { ...own, record: at + 1, ...changes }],
    );
    return doses(...records).dose_record;
  }),
});
