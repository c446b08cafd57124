import { ancestorsOf, type Unit } from "@tiendo/units";
import type { Recounted } from "./row.ts";
import type { World } from "./world.ts";

/** `unit`: the root, its children and every unit in which a table counts something, with what lies above them. */
export function units({ places }: World, tables: readonly Recounted[]): Recounted {
  const counted = tables.flatMap(({ exact }) =>
    exact.map(({ unit_code }) => unit_code).filter((code) => code !== undefined),
  );
  const wanted = new Set([places.root, ...places.children(places.root), ...counted.map(String)]);
  for (const code of [...wanted]) for (const above of ancestorsOf(places.edition, code)) wanted.add(above.code);
  const found = [...wanted].flatMap((code) => places.unit(code) ?? []);
  return { table: "unit", keys: ["unit_code"], exact: found.map(unitRow), told: (row) => row };
}

const unitRow = (unit: Unit) => ({
  unit_code: unit.code,
  edition: unit.edition,
  level: unit.level,
  parent_code: unit.parent_code,
  name_vi: unit.full_name,
  name_en: unit.level === "country" || unit.level === "province" ? latin(unit.name) : unit.full_name,
  slug: unit.slug,
  figures: 0,
});

const latin = (name: string) =>
  name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
