import type { Edition } from "@tiendo/schema";
import { ancestorsOf, predecessorsOf, provinceFacts, type Unit, unitByCode, unitsOf } from "@tiendo/units";
import { SampleError, type SampleOptions } from "./options.ts";

/** The provinces asked for, by code; VN stands for all of them. */
export function provincesOf({ units, edition }: Pick<SampleOptions, "units" | "edition">): Unit[] {
  const all = unitsOf(edition).filter((unit) => unit.level === "province");
  if (units.includes("VN")) return all;
  return [...new Set(units)].sort().map((code) => {
    const found = unitByCode(edition, code);
    if (found?.level === "province") return found;
    throw new SampleError(
      `--unit: có “${code}”; cần mã tỉnh của ấn bản ${edition}, như 70, hoặc VN | found "${code}"; expected a province code of edition ${edition}, such as ${all[0]?.code}, or VN`,
    );
  });
}

/** Province codes that identity numbers begin with after the 9: those of edition 2022, as on real cards. */
export function idPlaces(): string[] {
  return provinceFacts().map(({ code }) => code);
}

type Cell = string | bigint | null;

/** One row a commune of the provinces asked for, with the units above it and where its people's births were registered. */
export function communeRows(options: SampleOptions): Cell[][] {
  const codes = new Set(provincesOf(options).map(({ code }) => code));
  return unitsOf(options.edition)
    .filter((unit) => unit.level === "commune")
    .flatMap((commune) => {
      const above = ancestorsOf(options.edition, commune.code);
      const province = above.find((unit) => unit.level === "province");
      if (province === undefined || !codes.has(province.code)) return [];
      const district = above.find((unit) => unit.level === "district");
      return [rowOf(options.edition, commune, district, province)];
    });
}

function rowOf(edition: Edition, commune: Unit, district: Unit | undefined, province: Unit): Cell[] {
  return [
    commune.code,
    commune.full_name,
    commune.type,
    district?.code ?? null,
    district?.full_name ?? null,
    province.code,
    province.full_name,
    idPosition(edition, commune, province),
  ];
}

/** In edition 2025 the province is made of several, each with its own registers: its communes are dealt among them. */
function idPosition(edition: Edition, commune: Unit, province: Unit): bigint {
  if (edition === "2022") return BigInt(idPlaces().indexOf(province.code));
  const old = predecessorsOf(province.code);
  return BigInt(idPlaces().indexOf(old[Number(commune.code) % old.length]?.code ?? province.code));
}
