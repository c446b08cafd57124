import { nameInSentence } from "../data/bare-name.ts";
import { cleaningOf, rankOf } from "../data/cleaning.ts";
import { unitName } from "../data/lookup.ts";
import { type Cell, cellOf, percentCell, textCell } from "../format/cell-of.ts";
import { shortDate } from "../format/date.ts";
import { inFull, signed } from "../format/number.ts";
import { decimal } from "../format/percent.ts";
import { type Viewed, wordsOf } from "./view.ts";

/** One number at the head of a page. */
export interface KeyFigure {
  /** Its address on the page. */
  id: string;
  label: string;
  cell: Cell;
  note: string;
  /** The table that it comes from. */
  table: "cleaning_progress" | "pace";
}

/** The numbers at the head of a unit's page; none where it has no row. */
export function keyFigures(viewed: Viewed): KeyFigure[] {
  const { report, unit, lang } = viewed;
  const row = cleaningOf(report, unit.unit_code);
  if (row === undefined) return [];
  const words = wordsOf(viewed);
  const { progress, change } = row;
  const [before] = report.earlier;
  const changed =
    change === null || before === undefined ? "" : words.change(signed(change, lang), shortDate(before, "day", lang));
  return [
    figure(
      "ty-le",
      words.share,
      percentCell(progress.cleaned_pct, progress.cleaned_pct_status, lang),
      words.ofSubjects,
    ),
    figure("da-lam-sach", words.cleaned, cellOf(progress.cleaned, progress.cleaned_status, lang), changed),
    figure(
      "phai-lam-sach",
      words.subjects,
      cellOf(progress.subjects, progress.subjects_status, lang),
      words.subjectsNote,
    ),
    figure("con-lai", words.remaining, cellOf(progress.remaining, progress.remaining_status, lang), words.people),
    ...paceFigure(viewed),
    ...rankFigure(viewed),
  ];
}

function figure(id: string, label: string, cell: Cell, note: string): KeyFigure {
  return { id, label, cell, note, table: "cleaning_progress" };
}

function paceFigure(viewed: Viewed): KeyFigure[] {
  const { report, unit, lang } = viewed;
  const [pace] = report.tables.pace.get(unit.unit_code) ?? [];
  if (pace === undefined) return [];
  const cell = cellOf(pace.pace_7_days, pace.pace_7_days_status, lang, (value) => decimal(value, 1, lang));
  return [{ ...figure("toc-do", wordsOf(viewed).pace, cell, wordsOf(viewed).aDay), table: "pace" }];
}

function rankFigure(viewed: Viewed): KeyFigure[] {
  const { report, unit, lang } = viewed;
  const words = wordsOf(viewed);
  const rank = rankOf(report, unit);
  const parent = report.tree.byCode.get(unit.parent_code ?? "");
  if (rank === null || parent === undefined) return [];
  const place = words.rankOf(inFull(rank.place, lang), inFull(rank.of, lang));
  return [figure("xep-thu", words.rank, textCell(place), words.rankNote(nameInSentence(unitName(parent, lang))))];
}
