import { ageGroups, codesOf, reachedDoses } from "@tiendo/schema";
import { coverageByDose } from "../charts/coverage-by-dose.ts";
import type { UnitRow } from "../data/unit-tables.ts";
import { cellOf, percentCell } from "../format/cell-of.ts";
import { type ChartView, type NumbersView, type Viewed, wordsOf } from "./view.ts";

type Row = UnitRow<"coverage">;
const ages = codesOf(ageGroups);
const kinds = codesOf(reachedDoses);

/** People of all ages who have had each kind of dose; null without rows. */
export function dosesView(viewed: Viewed): NumbersView | null {
  const { lang } = viewed;
  const rows = rowsOf(viewed).filter(({ age_group }) => age_group === "all");
  if (rows.length === 0) return null;
  const words = wordsOf(viewed);
  return {
    table: "coverage",
    head: [words.dose, words.vaccinated, words.coveragePct, words.population],
    rows: rows.map((row) => ({ title: capital(reachedDoses[row.reached][lang]), cells: cellsOf(row, viewed) })),
  };
}

/** What the shares of a unit are of, and where one is above 100 %, that this is no slip. */
export function coverageNote(viewed: Viewed): string {
  const words = wordsOf(viewed);
  const over = rowsOf(viewed).some(({ coverage_pct }) => (coverage_pct ?? 0) > 100);
  return over ? `${words.coverageNote} ${words.coverageOver}` : words.coverageNote;
}

/** Coverage by kind of dose and age group; null where no share is known. */
export function coverageView(viewed: Viewed): ChartView | null {
  const { lang } = viewed;
  const words = wordsOf(viewed);
  const rows = rowsOf(viewed);
  if (rows.every(({ coverage_pct }) => coverage_pct === null)) return null;
  const finding = findingOf(rows, viewed);
  const cells = rows.map((row) => ({
    age: ageGroups[row.age_group][lang],
    dose: words.shortDose[row.reached],
    share: row.coverage_pct,
    words: percentCell(row.coverage_pct, row.coverage_pct_status, lang).text,
    hidden: row.coverage_pct_status === "c",
  }));
  const desc = rows.map(
    (row, index) => `${cells[index]?.age}, ${reachedDoses[row.reached][lang]}: ${cells[index]?.words}`,
  );
  return {
    id: "bao-phu",
    finding,
    unit: words.percentUnit,
    note: coverageNote(viewed),
    tips: "cells",
    svg: coverageByDose(cells, { id: "c-bao-phu", title: finding, desc: desc.join("; ") }),
    table: "coverage",
    head: [
      `${words.age}, ${words.dose.toLocaleLowerCase(lang)}`,
      words.vaccinated,
      words.coveragePct,
      words.population,
    ],
    rows: rows.map((row) => ({
      title: `${ageGroups[row.age_group][lang]}, ${reachedDoses[row.reached][lang]}`,
      cells: cellsOf(row, viewed),
    })),
  };
}

function rowsOf({ report, unit }: Viewed): Row[] {
  return (report.tables.coverage.get(unit.unit_code) ?? [])
    .filter(({ sex }) => sex === "all")
    .toSorted(
      (a, b) =>
        ages.indexOf(a.age_group) - ages.indexOf(b.age_group) || kinds.indexOf(a.reached) - kinds.indexOf(b.reached),
    );
}

function cellsOf(row: Row, { lang }: Viewed) {
  return [
    cellOf(row.persons, row.persons_status, lang),
    percentCell(row.coverage_pct, row.coverage_pct_status, lang),
    cellOf(row.population, row.population_status, lang),
  ];
}

// Children have no booster yet, which is not news; so the adults' groups alone are compared.
function findingOf(rows: readonly Row[], { lang }: Viewed): string {
  const words = wordsOf({ lang });
  const boosted = rows.filter(({ age_group, reached }) => reached === "booster_1" && !young.has(age_group));
  const lowest = boosted
    .filter(({ coverage_pct }) => coverage_pct !== null)
    .toSorted((a, b) => (a.coverage_pct ?? 0) - (b.coverage_pct ?? 0))[0];
  if (lowest === undefined) return words.coverageChartPlain;
  const share = percentCell(lowest.coverage_pct, lowest.coverage_pct_status, lang).text;
  return words.coverageChart(ageGroups[lowest.age_group][lang], share);
}

const young: ReadonlySet<string> = new Set(["all", "5-11", "12-17"]);

function capital(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase("vi")}${text.slice(1)}`;
}
