import { ownNames } from "./name-index.ts";
import type { Edition, UnitLevel } from "./unit.ts";

/** A row for a lookup table in SQL; `key` is what `nameKey` gives for the unit's full name. */
export interface LookupRow {
  code: string;
  level: UnitLevel;
  parent_code: string | null;
  full_name: string;
  key: string;
}

/** One row a unit of the edition, country first; keys repeat, so join on the parent too. */
export function lookupRows(edition: Edition): LookupRow[] {
  return ownNames(edition).map(({ unit, key }) => {
    const { code, level, parent_code, full_name } = unit;
    return { code, level, parent_code, full_name, key };
  });
}
