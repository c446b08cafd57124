import { indicatorOf, indicatorTitle, latestFigures } from "../data/lookup.ts";
import type { CellKind } from "../format/cell.ts";
import { shortDate } from "../format/date.ts";
import { figureText, figureWords } from "../format/figure.ts";
import { keyFigures } from "./key-figures.ts";
import type { Viewed } from "./view.ts";

/** A number as an embed page shows it. */
export interface EmbeddedFigure {
  label: string;
  text: string;
  kind: CellKind;
  note: string;
}

const MOST = 4;

/** The first numbers of a unit: those of the cleaning, or the latest that were published of it; none where it has none. */
export function embeddedFigures(viewed: Viewed): EmbeddedFigure[] {
  const cleaning = keyFigures(viewed).map(({ label, cell, note }) => ({
    label,
    text: cell.mark === null ? cell.text : `${cell.text} (${cell.mark})`,
    kind: cell.kind,
    note,
  }));
  return (cleaning.length > 0 ? cleaning : publishedOf(viewed)).slice(0, MOST);
}

function publishedOf({ report, unit, lang }: Viewed): EmbeddedFigure[] {
  return latestFigures(report, unit.unit_code).map((figure) => ({
    label: indicatorTitle(indicatorOf(report, figure.indicator), lang),
    text: figureText(figure, lang),
    kind: figureWords(figure, lang).parts.find(({ kind }) => kind !== "number")?.kind ?? "number",
    note: shortDate(figure.as_of, figure.as_of_precision, lang),
  }));
}
