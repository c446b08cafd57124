import { readDataFile } from "./data-file.ts";
import type { Unit } from "./unit.ts";
import { unitByCode, unitsOf } from "./units.ts";

/** What is known of a province of 2022 besides its place in the list. */
export interface ProvinceFact {
  /** Code of edition 2022. */
  code: string;
  name_en: string;
  /** One of the six socio-economic regions, in Vietnamese. */
  region6: string;
  /** Code of edition 2025 of the province that its whole territory went to. */
  successor_2025: string;
}

let facts: readonly ProvinceFact[] | undefined;

/** The 63 provinces of 2022 by code, from data/provinces_2022.csv. */
export function provinceFacts(): readonly ProvinceFact[] {
  facts ??= readDataFile("provinces_2022.csv", "code,name_en,region6,successor_2025").map(
    ([code = "", name_en = "", region6 = "", successor_2025 = ""]) => ({ code, name_en, region6, successor_2025 }),
  );
  return facts;
}

/** The provinces of 2025 that a province of 2022 became: exactly one for each of the 63, empty for any other code. */
export function successorsOf(code2022: string): Unit[] {
  const codes = provinceFacts().filter((fact) => fact.code === code2022);
  return codes.flatMap((fact) => unitByCode("2025", fact.successor_2025) ?? []);
}

/** The provinces of 2022 that a province of 2025 was made of, by code: one to three, empty for any other code. */
export function predecessorsOf(code2025: string): Unit[] {
  const codes = new Set(
    provinceFacts()
      .filter((fact) => fact.successor_2025 === code2025)
      .map((fact) => fact.code),
  );
  return unitsOf("2022").filter((unit) => unit.level === "province" && codes.has(unit.code));
}
