import { ageOf, type Course } from "./course.ts";
import { plusDays, plusMonths } from "./days.ts";

type Rule = Readonly<Record<string, string>>;

/** How many primary doses the course of each vaccine has. */
export function primaryDosesBy(rules: readonly Rule[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const { dose_kind, vaccine = "", doses } of rules)
    if (dose_kind === "primary") most.set(vaccine, Math.max(most.get(vaccine) ?? 0, Number(doses)));
  return most;
}

/** Says of a person the next dose that is due on a day, by a rule in force then; null where there is none. */
export function dueKinds(rules: readonly Rule[], asOf: string): (course: Course) => string | null {
  const inForce = rules.filter(({ valid_from = "", valid_to }) => valid_from <= asOf && asOf <= (valid_to || "9999"));
  const primary = primaryDosesBy(rules);
  return (course) => {
    if (course.person.key_basis === "row") return null;
    const first = course.doses.find(({ place }) => place === 1)?.vaccine ?? "";
    const next = nextKind(course, first, inForce, primary);
    const fits = inForce.filter((rule) => rule.dose_kind === next && (rule.vaccine === "" || rule.vaccine === first));
    const age = ageOf(course.person, asOf);
    const last =
      course.doses
        .map(({ dose_date }) => dose_date)
        .sort()
        .at(-1) ?? "";
    // A vaccine that no course is known of has no rules, also where a rule is for any.
    const isDue = primary.has(first) && fits.some((rule) => fitsAge(rule, age) && dueOn(rule, last) <= asOf);
    return isDue ? next : null;
  };
}

function nextKind({ doses }: Course, first: string, inForce: readonly Rule[], primary: ReadonlyMap<string, number>) {
  const had = (kind: string) => doses.filter(({ dose_kind }) => dose_kind === kind).length;
  if (had("booster_2") > 0) return null;
  if (had("booster_1") > 0) return "booster_2";
  if (had("additional") > 0) return "booster_1";
  if (had("primary") < (primary.get(first) ?? 2)) return "primary";
  return inForce.some((rule) => rule.dose_kind === "additional" && rule.vaccine === first) ? "additional" : "booster_1";
}

/** A rule without an upper age is for adults, whose age need not be known. */
function fitsAge({ min_age, max_age }: Rule, age: number | null): boolean {
  if (age === null) return max_age === "";
  return age >= Number(min_age || 0) && age <= Number(max_age || 120);
}

function dueOn({ min_interval_days, min_interval_months }: Rule, last: string): string {
  return plusDays(plusMonths(last, Number(min_interval_months || 0)), Number(min_interval_days || 0));
}
