import { predecessorsOf, type Unit } from "@tiendo/units";
import { SampleError, type SampleOptions } from "./options.ts";
import { provincesOf } from "./unit-rows.ts";

const rateNames = ["missing_or_bad_id", "wrong", "unchecked", "cleaned_share"] as const;
type RateName = (typeof rateNames)[number];

interface Profile {
  population: number;
  people: number;
  rates: Record<RateName, number>;
}

/**
 * One row a province: population, people with records, rates. What data/province_profile.csv leaves blank is the national
 * rate; a province of 2025 is the sum of those it was made of, with their rates weighted by people.
 */
export function profilesOf(
  options: SampleOptions,
  text: string,
  national: ReadonlyMap<string, number>,
): Array<Array<string | bigint | number>> {
  const known = readProfiles(text, national);
  const provinces = provincesOf(options);
  const profiles = provinces.map((province) => sumOf(ownersOf(options, province).map((code) => need(known, code))));
  const people = scaled(profiles, options.people);
  return provinces.map(({ code }, at) => {
    const { population, rates } = profiles[at] as Profile;
    return [code, BigInt(population), BigInt(people[at] ?? 0), ...rateNames.map((name) => rates[name])];
  });
}

function readProfiles(text: string, national: ReadonlyMap<string, number>): Map<string, Profile> {
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split(",");
  return new Map(
    lines.map((line) => {
      const cells = line.split(",");
      const cell = (name: string) => cells[names.indexOf(name)] ?? "";
      const population = Number(cell("population"));
      const people =
        cell("people") === "" ? Math.round(population * need(national, "people_share")) : Number(cell("people"));
      const rate = (name: RateName) => (cell(name) === "" ? need(national, name) : Number(cell(name)));
      const rates = Object.fromEntries(rateNames.map((name) => [name, rate(name)])) as Record<RateName, number>;
      return [cell("province_code"), { population, people, rates }];
    }),
  );
}

function need<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new SampleError(`province_profile.csv, rates.csv: không có | no row for ${key}`);
  return value;
}

function ownersOf({ edition }: SampleOptions, province: Unit): string[] {
  return edition === "2022" ? [province.code] : predecessorsOf(province.code).map(({ code }) => code);
}

function sumOf(profiles: readonly Profile[]): Profile {
  const people = profiles.reduce((sum, profile) => sum + profile.people, 0);
  const weighted = (name: RateName) =>
    profiles.reduce((sum, profile) => sum + profile.rates[name] * profile.people, 0) / people;
  return {
    population: profiles.reduce((sum, profile) => sum + profile.population, 0),
    people,
    rates: Object.fromEntries(rateNames.map((name) => [name, weighted(name)])) as Record<RateName, number>,
  };
}

/** People of each province: as its profile says, or so many in all, shared out in that proportion. */
function scaled(profiles: readonly Profile[], wanted: number | null): number[] {
  const total = profiles.reduce((sum, { people }) => sum + people, 0);
  if (wanted === null) return profiles.map(({ people }) => people);
  let before = 0;
  return profiles.map(({ people }) => {
    const first = Math.round((before / total) * wanted);
    before += people;
    return Math.round((before / total) * wanted) - first;
  });
}
