import { type StockRow, stockAgainstDue } from "../charts/stock-against-due.ts";
import { nameInSentence } from "../data/bare-name.ts";
import { unitName } from "../data/lookup.ts";
import type { UnitRow } from "../data/unit-tables.ts";
import { cellOf, textCell } from "../format/cell-of.ts";
import { inFull } from "../format/number.ts";
import { type ChartView, type NumbersRow, type NumbersView, unitLine, type Viewed, wordsOf } from "./view.ts";

type Row = UnitRow<"stock_and_due">;

/** Vaccine of one unit against its people due; null without a row. */
export function stockView(viewed: Viewed): NumbersView | null {
  const [row] = viewed.report.tables.stock_and_due.get(viewed.unit.unit_code) ?? [];
  if (row === undefined) return null;
  return {
    table: "stock_and_due",
    head: headOf(viewed),
    rows: [{ ...unitLine(viewed, viewed.unit), cells: cellsOf(row, viewed) }],
  };
}

/** The units below one, slow ones first, then by people due for want of a dose; null where none has stock or due. */
export function stockBelowView(viewed: Viewed): ChartView | null {
  const { report, unit, lang } = viewed;
  const words = wordsOf(viewed);
  const below = (report.tree.below.get(unit.unit_code) ?? []).flatMap((child) => {
    const [row] = report.tables.stock_and_due.get(child.unit_code) ?? [];
    return row === undefined ? [] : [{ child, row }];
  });
  if (below.length === 0) return null;
  const sorted = below.toSorted(
    (a, b) => slowness(b.row) - slowness(a.row) || (b.row.persons_due ?? 0) - (a.row.persons_due ?? 0),
  );
  const finding = findingOf(
    below.map(({ row }) => row),
    viewed,
  );
  const bars = sorted.map(({ child, row }) => barOf(unitName(child, lang), row, viewed));
  return {
    id: "ton-kho",
    finding,
    unit: words.dosesAndPeople,
    note: words.stockNote,
    svg: stockAgainstDue(bars, { id: "c-ton-kho", title: finding, desc: describe(bars, viewed), lang }),
    tips: "rows",
    table: "stock_and_due",
    head: headOf(viewed),
    rows: sorted.map(({ child, row }): NumbersRow => ({ ...unitLine(viewed, child), cells: cellsOf(row, viewed) })),
  };
}

// Nothing is said of all units where one of them cannot be judged.
function findingOf(rows: readonly Row[], viewed: Viewed): string {
  const words = wordsOf(viewed);
  const slow = rows.filter((row) => row.slow === "yes").length;
  if (slow > 0) return words.stockSlow(inFull(slow, viewed.lang), inFull(rows.length, viewed.lang));
  if (rows.some((row) => row.slow !== "no")) return words.stockPlain;
  // Doses that one unit has and another needs, or that lie in a store above both, count for the whole alone.
  const [whole] = viewed.report.tables.stock_and_due.get(viewed.unit.unit_code) ?? [];
  return whole?.slow === "yes" ? words.stockWhole(nameInSentence(unitName(viewed.unit, viewed.lang))) : words.stockNone;
}

function headOf(viewed: Viewed): string[] {
  const words = wordsOf(viewed);
  return [words.unit, words.dosesLeft, words.expiring, words.due, words.given, words.slow];
}

function cellsOf(row: Row, viewed: Viewed) {
  const { lang } = viewed;
  const words = wordsOf(viewed);
  const judged = { yes: words.yes, no: words.no };
  return [
    cellOf(row.doses_left, row.doses_left_status, lang),
    cellOf(row.doses_expiring, row.doses_expiring_status, lang),
    cellOf(row.persons_due, row.persons_due_status, lang),
    cellOf(row.given_28_days, row.given_28_days_status, lang),
    row.slow === null ? cellOf(null, row.slow_status, lang) : { ...textCell(judged[row.slow]), sort: slowness(row) },
  ];
}

function barOf(name: string, row: Row, { lang }: Viewed): StockRow {
  return {
    name,
    doses_left: row.doses_left,
    doses_words: cellOf(row.doses_left, row.doses_left_status, lang).text,
    missing: row.doses_left_status !== "c",
    persons_due: row.persons_due,
    due_words: cellOf(row.persons_due, row.persons_due_status, lang).text,
  };
}

function describe(bars: readonly StockRow[], viewed: Viewed): string {
  const say = wordsOf(viewed).leftOverDue;
  return bars.map(({ name, doses_words, due_words }) => `${name}: ${say(doses_words, due_words)}`).join("; ");
}

function slowness({ slow }: Row): number {
  return Number(slow === "yes");
}
