import { type ProvinceShare, shareMap } from "../charts/share-map.ts";
import { type CleaningRow, cleaningOf } from "../data/cleaning.ts";
import { unitName } from "../data/lookup.ts";
import { tilesOf } from "../data/tile-grid.ts";
import { noFigure } from "../format/cell.ts";
import { percentCell } from "../format/cell-of.ts";
import { inFull } from "../format/number.ts";
import { textsOf } from "../texts/index.ts";
import { type ChartView, unitLine, type Viewed, wordsOf } from "./view.ts";

/** The provinces of the country by the share cleaned, on the tile map; null of a unit that is not the country, or without rows. */
export function shareMapView(viewed: Viewed): ChartView | null {
  const { report, unit, lang } = viewed;
  if (unit.level !== "country") return null;
  const provinces = (report.tree.below.get(unit.unit_code) ?? []).filter(({ level }) => level === "province");
  const rows = provinces.map((province) => ({ province, row: cleaningOf(report, province.unit_code) }));
  if (rows.every(({ row }) => row === undefined)) return null;
  const words = wordsOf(viewed);
  const shares = rows.map(({ province, row }) => shareOf(province, row, viewed));
  const told = shares.filter(({ share }) => share !== null);
  const finding = words.mapFinding(
    inFull(told.filter(({ share }) => (share ?? 0) > 50).length, lang),
    inFull(told.length, lang),
  );
  const desc = textsOf(lang).map.sharesDescribed(
    shares.map((one) => `${unitName(one.unit, lang)}: ${one.words}`).join("; "),
  );
  return {
    id: "ban-do-ty-le",
    finding,
    unit: words.ofSubjects,
    note: words.mapNote,
    svg: shareMap(tilesOf(unit.edition), shares, { id: "c-ban-do-ty-le", title: finding, desc, lang }),
    table: "cleaning_progress",
    head: [words.unit, words.share],
    rows: rows.map(({ province, row }) => ({ ...unitLine(viewed, province), cells: [shareCell(row, viewed)] })),
  };
}

function shareOf(unit: ProvinceShare["unit"], row: CleaningRow | undefined, viewed: Viewed): ProvinceShare {
  const { kind, text: words, sort: share } = shareCell(row, viewed);
  return { unit, share, words, hidden: kind === "hidden", href: unitLine(viewed, unit).href };
}

function shareCell(row: CleaningRow | undefined, { lang }: Viewed): ReturnType<typeof percentCell> {
  if (row === undefined) return { kind: "none", text: noFigure[lang], mark: null, sort: null };
  return percentCell(row.progress.cleaned_pct, row.progress.cleaned_pct_status, lang);
}
