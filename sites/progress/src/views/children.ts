import { type UnitSeries, unitMultiples } from "../charts/unit-multiples.ts";
import { type RankedUnit, ranked, unitRanking } from "../charts/unit-ranking.ts";
import { nameInSentence } from "../data/bare-name.ts";
import { type CleaningRow, cleaningBelow, cleaningOf } from "../data/cleaning.ts";
import { unitName } from "../data/lookup.ts";
import { cellOf, changeCell, percentCell } from "../format/cell-of.ts";
import { shortDate } from "../format/date.ts";
import { percent } from "../format/percent.ts";
import { type ChartView, type NumbersRow, type NumbersView, unitLine, type Viewed, wordsOf } from "./view.ts";

/** The units below one, those of no known unit, and the whole, which they add up to; null where none has rows. */
export function childrenView(viewed: Viewed): NumbersView | null {
  const { report, unit, lang } = viewed;
  const below = cleaningBelow(report, unit.unit_code);
  const own = cleaningOf(report, unit.unit_code);
  if (below.length === 0) return null;
  const words = wordsOf(viewed);
  const head = [words.unit, words.share, words.subjects, words.cleaned, words.changeHead, words.rest];
  const lines = below.map((row) => ({ ...unitLine(viewed, row.unit), cells: cellsOf(row, viewed) }));
  const unknown = (report.cleaningAtThisLevel.get(unit.unit_code) ?? []).map((progress) => ({
    title: words.childrenUnknown,
    cells: cellsOf({ unit, progress, change: null, before_pct: null }, viewed),
  }));
  const whole = own && { title: words.childrenWhole(unitName(unit, lang)), cells: cellsOf(own, viewed), total: true };
  return { table: "cleaning_progress", head, rows: [...lines, ...unknown, ...(whole ? [whole] : [])] };
}

function cellsOf({ progress, change }: CleaningRow, { lang }: Viewed): NumbersRow["cells"] {
  return [
    percentCell(progress.cleaned_pct, progress.cleaned_pct_status, lang),
    cellOf(progress.subjects, progress.subjects_status, lang),
    cellOf(progress.cleaned, progress.cleaned_status, lang),
    changeCell(change, lang),
    cellOf(progress.remaining, progress.remaining_status, lang),
  ];
}

/** The ranking of the units below one with what changed since the release before; null where fewer than two have rows. */
export function rankingView(viewed: Viewed): ChartView | null {
  const { report, unit, lang } = viewed;
  const words = wordsOf(viewed);
  const units = ranked(cleaningBelow(report, unit.unit_code).map((row) => rankedUnit(row, viewed)));
  if (units.length < 2) return null;
  const finding = rankingFinding(units, viewed);
  const [before] = report.earlier;
  const desc = units.map(({ name, words: share }) => `${name}: ${share}`).join("; ");
  return {
    id: "xep-hang",
    finding,
    unit: words.ofSubjects,
    note: before === undefined ? "" : words.rankingNote(shortDate(before, "day", lang)),
    svg: unitRanking(units, { id: "c-xep-hang", title: finding, desc, lang }),
    table: "cleaning_progress",
    head: [words.unit, words.share],
    rows: units.map(({ row }) => ({
      ...unitLine(viewed, row.unit),
      cells: [percentCell(row.progress.cleaned_pct, row.progress.cleaned_pct_status, lang)],
    })),
  };
}

function rankedUnit(row: CleaningRow, { lang }: Viewed): RankedUnit & { row: CleaningRow } {
  const { cleaned_pct: share, cleaned_pct_status } = row.progress;
  const { text } = percentCell(share, cleaned_pct_status, lang);
  const name = unitName(row.unit, lang);
  return { row, name, share, before: row.before_pct, words: text, missing: cleaned_pct_status !== "c" };
}

function rankingFinding(units: readonly RankedUnit[], { lang }: Viewed): string {
  const words = wordsOf({ lang });
  const known = units.filter(({ share }) => share !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || !first || !last || first.share === last.share) return words.rankingPlain;
  return words.rankingFinding(first.name, first.words, last.name, last.words);
}

/** Each unit below one day by day; null where fewer than two have days. */
export function multiplesView(viewed: Viewed): ChartView | null {
  const { report, unit, lang } = viewed;
  const words = wordsOf(viewed);
  const rows = cleaningBelow(report, unit.unit_code);
  // A unit without days has its words alone, so that none is missed.
  const series = rows.map((row) => seriesOf(row, viewed));
  if (series.filter(({ points }) => points.length > 1).length < 2) return null;
  const finding = words.multiples(nameInSentence(unitName(unit, lang)));
  const desc = series.map(({ name, words: share }) => `${name}: ${share}`).join("; ");
  return {
    id: "tung-don-vi",
    finding,
    unit: words.ofSubjects,
    note: words.multiplesNote,
    svg: unitMultiples(series, { id: "c-tung-don-vi", title: finding, desc }),
    table: "cleaning_daily",
    head: [words.unit, words.latest],
    rows: rows.map((row) => ({
      ...unitLine(viewed, row.unit),
      cells: [percentCell(row.progress.cleaned_pct, row.progress.cleaned_pct_status, lang)],
    })),
  };
}

function seriesOf({ unit, progress }: CleaningRow, { report, lang }: Viewed): UnitSeries {
  const { subjects, cleaned_pct, cleaned_pct_status } = progress;
  const days = subjects === null || subjects === 0 ? [] : (report.tables.cleaning_daily.get(unit.unit_code) ?? []);
  const share = (count: number | null) => (count === null || subjects === null ? null : (100 * count) / subjects);
  const words = cleaned_pct === null ? percentCell(null, cleaned_pct_status, lang).text : percent(cleaned_pct, 1, lang);
  return {
    name: unitName(unit, lang),
    words,
    points: days.map(({ day, cleaned_to_date }) => ({ day, share: share(cleaned_to_date) })),
  };
}
