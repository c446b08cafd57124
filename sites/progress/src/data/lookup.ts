import type { Indicator, Language, PublishedFigure, PublishedUnit } from "@tiendo/schema";
import { bareName } from "./bare-name.ts";
import type { Report } from "./report.ts";

/** The unit of a code. @throws {Error} where the published tables name a unit that table `unit` does not hold */
export function unitOf(report: Report, code: string): PublishedUnit {
  const unit = report.tree.byCode.get(code);
  if (unit === undefined) throw new Error(`${report.folder}: unit ${code} is not in table unit`);
  return unit;
}

/** The indicator of a code. @throws {Error} where table `indicator` does not hold it */
export function indicatorOf(report: Report, code: string): Indicator {
  const indicator = report.indicators.find((row) => row.indicator === code);
  if (indicator === undefined) throw new Error(`${report.folder}: indicator ${code} is not in table indicator`);
  return indicator;
}

export function unitName(unit: PublishedUnit, lang: Language): string {
  return lang === "vi" ? unit.name_vi : unit.name_en;
}

export function indicatorTitle(indicator: Indicator, lang: Language): string {
  return lang === "vi" ? indicator.title_vi : indicator.title_en;
}

/** Units that have figures: the root first, then by name in Vietnamese order. */
export function unitsWithFigures(report: Report): PublishedUnit[] {
  return byName(report.units.filter(({ figures }) => figures > 0));
}

export function unitsWithoutFigures(report: Report): PublishedUnit[] {
  return byName(report.units.filter(({ figures }) => figures === 0));
}

function byName(units: PublishedUnit[]): PublishedUnit[] {
  const collator = new Intl.Collator("vi");
  const isChild = (unit: PublishedUnit) => Number(unit.parent_code !== null);
  return units.toSorted(
    (a, b) => isChild(a) - isChild(b) || collator.compare(bareName(a.name_vi), bareName(b.name_vi)),
  );
}

export function figuresOfUnit(report: Report, code: string): PublishedFigure[] {
  const position = new Map(report.indicators.map((row) => [row.indicator, row.position]));
  return report.figures
    .filter(({ unit_code }) => unit_code === code)
    .toSorted((a, b) => (position.get(a.indicator) ?? 0) - (position.get(b.indicator) ?? 0) || byDay(a, b));
}

/** Figures of an indicator, by unit (the root first), each unit's by day. */
export function figuresOfIndicator(report: Report, code: string): PublishedFigure[] {
  const order = new Map(unitsWithFigures(report).map((unit, index) => [unit.unit_code, index]));
  return report.figures
    .filter(({ indicator }) => indicator === code)
    .toSorted((a, b) => (order.get(a.unit_code) ?? 0) - (order.get(b.unit_code) ?? 0) || byDay(a, b));
}

/** Indicators that have figures, in the order of the reference list. */
export function indicatorsWithFigures(report: Report): Indicator[] {
  const used = new Set(report.figures.map(({ indicator }) => indicator));
  return report.indicators.filter(({ indicator }) => used.has(indicator));
}

/** The latest figure of each indicator for one unit. */
export function latestFigures(report: Report, code: string): PublishedFigure[] {
  const latest = new Map(figuresOfUnit(report, code).map((figure) => [figure.indicator, figure]));
  return [...latest.values()];
}

function byDay(a: PublishedFigure, b: PublishedFigure): number {
  return a.as_of < b.as_of ? -1 : Number(a.as_of > b.as_of);
}
