import type { ReportDefinition } from "@tiendo/schema";
import { ancestorsOf, type Unit, unitByCode, unitsOf } from "@tiendo/units";
import { ReportError } from "../report/report-error.ts";

/**
 * The communes that lists are asked for: all below a unit, or those named.
 * @param unit code of the country, a province, a district or a commune of the report's edition
 * @param named codes of communes, each of which must lie within the unit; none means all
 * @throws {ReportError} naming the code that is not there
 */
export function listUnits({ edition }: ReportDefinition, unit: string, named: readonly string[]): Unit[] {
  if (unitByCode(edition, unit) === undefined) throw unknownUnit(unit, edition);
  const communes = unitsOf(edition).filter((one) => one.level === "commune" && lies(one, unit));
  const codes = new Set(communes.map(({ code }) => code));
  const stray = named.find((code) => !codes.has(code));
  if (stray !== undefined) throw strayCommune(stray, unit, edition);
  return named.length === 0 ? communes : communes.filter(({ code }) => named.includes(code));
}

/** Whether a unit is this one or below it. */
export function lies(unit: Unit, code: string): boolean {
  return unit.code === code || ancestorsOf(unit.edition, unit.code).some((above) => above.code === code);
}

function unknownUnit(unit: string, edition: string): ReportError {
  return new ReportError(
    `--unit “${unit}”: ấn bản ${edition} không có mã này; cần mã như 70, 689 hoặc 25195 | edition ${edition} has no such unit; expected a code such as 70, 689 or 25195`,
  );
}

function strayCommune(code: string, unit: string, edition: string): ReportError {
  return new ReportError(
    `--commune “${code}”: không phải xã, phường, thị trấn thuộc ${unit} theo ấn bản ${edition} | no commune of ${unit} in edition ${edition}`,
  );
}
