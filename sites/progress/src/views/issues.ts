import { effects } from "@tiendo/schema";
import { cellOf } from "../format/cell-of.ts";
import { generalMeaningOf } from "../format/meaning.ts";
import { type NumbersView, type Viewed, wordsOf } from "./view.ts";

/** The rules that rows about people of a unit break, those that concern most people first; null without rows. */
export function issuesView(viewed: Viewed): NumbersView | null {
  const { report, unit, lang } = viewed;
  const rows = report.tables.person_issue_count.get(unit.unit_code) ?? [];
  if (rows.length === 0) return null;
  const words = wordsOf(viewed);
  return {
    table: "person_issue_count",
    head: [words.rule, words.issuePeople, words.issueRows],
    rows: rows
      .toSorted((a, b) => (b.persons ?? -1) - (a.persons ?? -1) || (a.code < b.code ? -1 : 1))
      .map((row) => ({
        title: `${generalMeaningOf(row.code, lang)} (${effects[row.effect][lang]})`,
        cells: [cellOf(row.persons, row.persons_status, lang), cellOf(row.records, row.records_status, lang)],
      })),
  };
}
