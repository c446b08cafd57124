import { readDataFile } from "./data-file.ts";
import { accentless, canonical } from "./fold.ts";
import type { Edition, Unit } from "./unit.ts";
import { unitByCode, unitsOf } from "./units.ts";

/** A name that a unit goes by: its own, or one from data/aliases.csv. */
export interface KnownName {
  unit: Unit;
  /** Canonical text, accents kept. */
  name: string;
  /** Accent-free key of the name. */
  key: string;
}

function knownName(unit: Unit, written: string): KnownName {
  const name = canonical(written);
  return { unit, name, key: accentless(name) };
}

function aliasesOf(edition: Edition): KnownName[] {
  const rows = readDataFile("aliases.csv", "edition,code,alias").filter(([of]) => of === edition);
  return rows.map(([, code = "", alias = ""]) => {
    const unit = unitByCode(edition, code);
    if (unit === undefined) throw new Error(`data/aliases.csv: code is ${code}; expected one of edition ${edition}`);
    return knownName(unit, alias);
  });
}

interface NameIndex {
  own: KnownName[];
  byKey: Map<string, KnownName[]>;
}

const indexes = new Map<Edition, NameIndex>();

function indexOf(edition: Edition): NameIndex {
  let index = indexes.get(edition);
  if (index === undefined) {
    const own = unitsOf(edition).map((unit) => knownName(unit, unit.name));
    index = { own, byKey: Map.groupBy([...own, ...aliasesOf(edition)], (known) => known.key) };
    indexes.set(edition, index);
  }
  return index;
}

/** Every unit's own name, in the order of `unitsOf`. */
export function ownNames(edition: Edition): readonly KnownName[] {
  return indexOf(edition).own;
}

/** The names, own and alias, that fold to a key. */
export function namesWithKey(edition: Edition, key: string): readonly KnownName[] {
  return indexOf(edition).byKey.get(key) ?? [];
}
