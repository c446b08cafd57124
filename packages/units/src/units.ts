import { readDataFile } from "./data-file.ts";
import { accentless } from "./fold.ts";
import type { Edition, Unit, UnitLevel, UnitType } from "./unit.ts";

export const UNIT_HEADER = "code,level,parent_code,type,name,full_name";

interface UnitTable {
  units: Unit[];
  byCode: Map<string, Unit>;
  bySlug?: Map<string, Unit>;
  children?: Map<string, Unit[]>;
}

// Half of all units share their name with another one.
const addresses = new Map<string, string>();

function addressOf(name: string): string {
  let address = addresses.get(name);
  if (address === undefined) {
    address = accentless(name)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-");
    addresses.set(name, address);
  }
  return address;
}

function slugOf(code: string, name: string): string {
  return code === "VN" ? addressOf(name) : `${code}-${addressOf(name)}`;
}

function unitFrom(edition: Edition, cells: string[]): Unit {
  const [code = "", level, parent_code = "", type, name = "", full_name = ""] = cells;
  const named = level === "country" || level === "province";
  return {
    edition,
    code,
    level: level as UnitLevel,
    parent_code: parent_code === "" ? null : parent_code,
    type: type as UnitType,
    name,
    full_name,
    name_en: named ? accentless(name) : null,
    slug: slugOf(code, name),
  };
}

function loadTable(edition: Edition): UnitTable {
  const units = readDataFile(`units_${edition}.csv`, UNIT_HEADER).map((cells) =>
    Object.freeze(unitFrom(edition, cells)),
  );
  return { units, byCode: new Map(units.map((unit) => [unit.code, unit])) };
}

const tables = new Map<Edition, UnitTable>();

function tableOf(edition: Edition): UnitTable {
  const table = tables.get(edition) ?? loadTable(edition);
  tables.set(edition, table);
  return table;
}

/** Whether a unit is somewhere under the one with this code, not the unit itself. */
export function isBelow(unit: Unit, code: string): boolean {
  let next = unit.parent_code;
  while (next !== null && next !== code) next = unitByCode(unit.edition, next)?.parent_code ?? null;
  return next === code;
}

/** All units of an edition, country first, then by level and code. The same frozen objects at each call. */
export function unitsOf(edition: Edition): readonly Unit[] {
  return tableOf(edition).units;
}

/** The unit with this exact code ("01", never "1"), or undefined. */
export function unitByCode(edition: Edition, code: string): Unit | undefined {
  return tableOf(edition).byCode.get(code);
}

/** The unit whose page address ends in this slug, or undefined. */
export function unitBySlug(edition: Edition, slug: string): Unit | undefined {
  const table = tableOf(edition);
  table.bySlug ??= new Map(table.units.map((unit) => [unit.slug, unit]));
  return table.bySlug.get(slug);
}

/** The units directly under one, by code; empty for a commune and for the five island districts of 2022. */
export function childrenOf(edition: Edition, code: string): readonly Unit[] {
  const table = tableOf(edition);
  table.children ??= Map.groupBy(table.units, (unit) => unit.parent_code ?? "");
  return table.children.get(code) ?? [];
}

/** The units above one, country first, without the unit itself; empty for the country and for an unknown code. */
export function ancestorsOf(edition: Edition, code: string): Unit[] {
  const above: Unit[] = [];
  let next = unitByCode(edition, code)?.parent_code ?? null;
  while (next !== null) {
    const unit = unitByCode(edition, next);
    if (unit !== undefined) above.unshift(unit);
    next = unit?.parent_code ?? null;
  }
  return above;
}

/**
 * A unit's name as an address is written, smallest first, without the country:
 * "Phường Tân Phú, Thành phố Đồng Xoài, Tỉnh Bình Phước".
 * @throws {RangeError} if the edition has no such code
 */
export function pathOf(edition: Edition, code: string): string {
  const unit = unitByCode(edition, code);
  if (unit === undefined) throw new RangeError(`unit code is ${code}; expected a code of edition ${edition}`);
  const above = ancestorsOf(edition, code).filter((one) => one.level !== "country");
  return [unit, ...above.reverse()].map((one) => one.full_name).join(", ");
}
