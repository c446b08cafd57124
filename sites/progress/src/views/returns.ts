import { type CellStatus, claimMeasures, type Language, verdicts } from "@tiendo/schema";
import { unitOf } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";
import type { UnitRow, UnitTableName } from "../data/unit-tables.ts";
import { cellOf, changeCell, percentCell, textCell, wordsCell } from "../format/cell-of.ts";
import { shortDate } from "../format/date.ts";
import { itemWords } from "../format/item.ts";
import { generalMeaningOf } from "../format/meaning.ts";
import { inFull } from "../format/number.ts";
import { decimal } from "../format/percent.ts";
import { type NumbersRow, type NumbersView, unitLine, wordsOf } from "./view.ts";

/** A report in one language. */
export interface ReportViewed {
  report: Report;
  lang: Language;
}

/** Whether the returns due have come, and in time, by unit and day; null without rows. */
export function completenessView(viewed: ReportViewed): NumbersView | null {
  const { lang } = viewed;
  const words = wordsOf(viewed);
  const head = [words.unitAndDay, words.returnsDue, words.received, words.late, words.missingReturns];
  return tableOf(viewed, "return_completeness", [...head, words.complete, words.inTime], (row) => ({
    ...unitAndDay(viewed, row.unit_code, row.return_as_of),
    cells: [
      ...[row.due, row.received, row.late, row.missing].map((count) => textCell(inFull(count, lang))),
      percentCell(row.completeness_pct, row.completeness_pct_status, lang),
      percentCell(row.timeliness_pct, row.timeliness_pct_status, lang),
    ],
  }));
}

/** Things worth a look in the numbers of units; null without rows. */
export function signalsView(viewed: ReportViewed): NumbersView | null {
  const { report, lang } = viewed;
  const words = wordsOf(viewed);
  return tableOf(viewed, "signals", [words.unitAndDay, words.rule, words.item, words.found, words.expected], (row) => ({
    ...unitAndDay(viewed, row.unit_code, row.day),
    cells: [
      wordsCell(generalMeaningOf(row.code, lang)),
      wordsCell(itemWords(report, row.item, lang)),
      textCell(inFull(row.found, lang)),
      textCell(inFull(row.expected, lang)),
    ],
  }));
}

/** Numbers that returns and figures state beside those computed; the ones that agree stay folded. Null without rows. */
export function reconciliationView(viewed: ReportViewed): NumbersView | null {
  const words = wordsOf(viewed);
  const head = [words.unitAndDay, words.item, words.reported, words.computed, words.verdict, words.against];
  const view = tableOf(viewed, "reconciliation", head, (row) => reconciled(row, viewed));
  if (view === null) return null;
  const agrees = ({ cells }: NumbersRow) => cells.some(({ text }) => text === verdicts.agrees[viewed.lang]);
  const folded = view.rows.filter(agrees);
  const rows = view.rows.filter((row) => !agrees(row));
  return { ...view, rows, folded: { title: words.agreeing(inFull(folded.length, viewed.lang)), rows: folded } };
}

function reconciled(row: UnitRow<"reconciliation">, viewed: ReportViewed): NumbersRow {
  const { report, lang } = viewed;
  const words = wordsOf(viewed);
  const number = (value: number | null, status: CellStatus | null) =>
    cellOf(value, status, lang, (told) => (row.measure === "pct" ? `${decimal(told, 2, lang)}%` : inFull(told, lang)));
  return {
    ...unitAndDay(viewed, row.unit_code, row.day),
    cells: [
      wordsCell(
        `${itemWords(report, row.indicator.replace("vac_xin.", ""), lang)}: ${claimMeasures[row.measure][lang]}`,
      ),
      number(row.reported, row.reported_status),
      number(row.computed, row.computed_status),
      row.verdict === null ? cellOf(null, row.verdict_status, lang) : wordsCell(verdicts[row.verdict][lang]),
      wordsCell(words.bases[row.basis]),
    ],
  };
}

/** Numbers that a later return of the same day states otherwise; null without rows. */
export function restatementsView(viewed: ReportViewed): NumbersView | null {
  const { report, lang } = viewed;
  const words = wordsOf(viewed);
  const head = [words.unitAndDay, words.item, words.receivedOn, words.before, words.after, words.difference];
  return tableOf(viewed, "restatement", head, (row) => ({
    ...unitAndDay(viewed, row.unit_code, row.return_as_of),
    cells: [
      wordsCell(itemWords(report, row.item, lang)),
      row.received_at === null
        ? cellOf(null, row.received_at_status, lang)
        : textCell(shortDate(row.received_at, "day", lang)),
      cellOf(row.value_before, row.value_before_status, lang),
      cellOf(row.value, row.value_status, lang),
      row.change === null ? cellOf(null, row.change_status, lang) : changeCell(row.change, lang),
    ],
  }));
}

function tableOf<Name extends UnitTableName>(
  { report }: ReportViewed,
  table: Name,
  head: readonly string[],
  line: (row: UnitRow<Name>) => NumbersRow,
): NumbersView | null {
  const rows = [...report.tables[table].values()].flat();
  return rows.length === 0 ? null : { table, head, rows: rows.map(line) };
}

function unitAndDay(viewed: ReportViewed, unit_code: string, day: string): Omit<NumbersRow, "cells"> {
  const unit = unitOf(viewed.report, unit_code);
  return { ...unitLine(viewed, unit), day: shortDate(day, "day", viewed.lang) };
}
