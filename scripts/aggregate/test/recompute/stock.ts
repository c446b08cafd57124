import type { Course } from "./course.ts";
import { plusDays } from "./days.ts";
import { cell, count, isFew } from "./hide.ts";
import type { ReturnRow } from "./returned.ts";
import type { Recounted, Row } from "./row.ts";
import { Tally, wholeUnits } from "./tally.ts";
import type { World } from "./world.ts";

/** `stock_left`: what each unit's latest stock return leaves, by vaccine and expiry. */
export function stockLeft({ stockReturns, places, asOf }: World): Recounted {
  const own = latestOf(stockReturns.filter((row) => !row.superseded && row.as_of <= asOf && places.has(row.unit_code)));
  const tally = new Tally(places, ["vaccine", "expiry"], ["doses"]);
  const days = new Map<string, string>();
  for (const row of own) {
    const doses = leftOf(row);
    if (doses === null) continue;
    const keys = [row.texts.vaccine ?? "", row.texts.expiry ?? ""];
    tally.add(row.unit_code, keys, "doses", doses);
    for (const place of [...places.upwards(row.unit_code), `${row.unit_code} own`]) {
      const name = [place, ...keys].join(" ");
      if (row.as_of < (days.get(name) ?? "9999")) days.set(name, row.as_of);
    }
  }
  return {
    table: "stock_left",
    keys: ["unit_code", "scope", "vaccine", "expiry"],
    exact: tally.rows().map((row) => ({
      ...row,
      expiry: row.expiry === "" ? null : row.expiry,
      return_as_of: days.get(
        [row.unit_code, ...(row.scope === "all" ? [] : ["own"]), row.vaccine, row.expiry].join(" "),
      ),
    })),
    told: (row) => ({ ...row, expiry: row.expiry ?? "unknown", usable: isUsable(row, asOf) ? "yes" : "no" }),
  };
}

function latestOf(rows: readonly ReturnRow[]): ReturnRow[] {
  const latest = new Map<string, string>();
  for (const { unit_code, as_of } of rows) if (as_of > (latest.get(unit_code) ?? "")) latest.set(unit_code, as_of);
  return rows.filter(({ unit_code, as_of }) => latest.get(unit_code) === as_of);
}

/** The closing stock, or what the other numbers leave where it is left out. */
function leftOf({ numbers }: ReturnRow): number | null {
  const { opening, received, issued, used, wasted, closing } = numbers as Record<string, number | null>;
  if (closing !== null && closing !== undefined) return closing;
  const parts = [opening, received, issued, used, wasted];
  if (parts.some((part) => part === null)) return null;
  const [first = 0, second = 0, ...gone] = parts as number[];
  return Math.max(0, first + second - gone.reduce((sum, one) => sum + one, 0));
}

const isUsable = ({ expiry }: Row, asOf: string): boolean => expiry === null || String(expiry) >= asOf;

/** `stock_and_due`. */
export function stockAndDue(world: World, stock: Recounted, due: Recounted, courses: readonly Course[]): Recounted {
  const { asOf, limits } = world;
  const soon = plusDays(asOf, 28);
  const stocks = Map.groupBy(wholeUnits(stock.exact), ({ unit_code }) => String(unit_code));
  const persons = Map.groupBy(wholeUnits(due.exact), ({ unit_code }) => String(unit_code));
  const given = givenSince(world, courses, plusDays(asOf, -28));
  const exact = [...new Set([...stocks.keys(), ...persons.keys()])].map((unit_code) => {
    const own = stocks.get(unit_code);
    const usable = own?.filter((row) => isUsable(row, asOf));
    const doses_left = usable === undefined ? null : sum(usable, "doses");
    const persons_due = sum(persons.get(unit_code) ?? [], "persons");
    const given_28_days = given.get(unit_code) ?? 0;
    return {
      unit_code,
      as_of: asOf,
      return_as_of: own?.map((row) => String(row.return_as_of)).sort()[0] ?? null,
      doses_left,
      doses_expiring:
        usable === undefined
          ? null
          : sum(
              usable.filter(({ expiry }) => expiry !== null && String(expiry) < soon),
              "doses",
            ),
      persons_due,
      given_28_days,
      slow: doses_left === null ? null : Math.min(doses_left, persons_due) > given_28_days,
    };
  });
  return {
    table: "stock_and_due",
    keys: ["unit_code"],
    exact,
    told: (row) => {
      const few = (name: string) => isFew(row[name] as number, null, limits);
      const slow = row.slow === null ? "x" : few("persons_due") || few("given_28_days") ? "c" : null;
      return {
        ...row,
        ...cell("doses_left", row.doses_left, row.doses_left === null ? "x" : null),
        ...cell("doses_expiring", row.doses_expiring, row.doses_expiring === null ? "x" : null),
        ...count("persons_due", row.persons_due, few("persons_due")),
        ...count("given_28_days", row.given_28_days, few("given_28_days")),
        ...cell("slow", row.slow === true ? "yes" : "no", slow),
      };
    },
  };
}

const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((all, row) => all + ((row[column] as number | null) ?? 0), 0);

/** Doses given after a day, by unit with everything below it. */
function givenSince({ places }: World, courses: readonly Course[], day: string): Map<string, number> {
  const tally = new Tally(places, [], ["doses"]);
  for (const { person, doses } of courses)
    for (const { dose_date } of doses) if (dose_date > day) tally.add(person.unit_code, [], "doses");
  return new Map(wholeUnits(tally.rows()).map((row) => [String(row.unit_code), row.doses as number]));
}
