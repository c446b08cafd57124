import type { Language, PublishedUnit } from "@tiendo/schema";
import { unitName } from "../data/lookup.ts";
import type { TileMapGrid } from "../data/tile-grid.ts";
import { percent } from "../format/percent.ts";
import { escapeXml } from "./escape-xml.ts";
import type { ChartText } from "./plot-svg.ts";
import { tileFrame, tileSquare } from "./tile-frame.ts";

/** The share of a province, in percent; null where hidden or missing. */
export interface ProvinceShare {
  unit: PublishedUnit;
  share: number | null;
  /** The share in full, or why there is none. */
  words: string;
  /** Whether there is a share that is not told. */
  hidden: boolean;
  href: string | undefined;
}

/** One square a province, the fuller the darker, with its share; a hidden one is dashed, a missing one dotted, zero neither. */
export function shareMap(
  grid: TileMapGrid,
  provinces: readonly ProvinceShare[],
  text: ChartText & { lang: Language },
): string {
  const byCode = new Map(provinces.map((province) => [province.unit.unit_code, province]));
  const tiles = grid.provinces.map((tile) => shareTile(tile, byCode.get(tile.code), text.lang));
  return tileFrame(grid, tiles, new Map(provinces.map(({ unit }) => [unit.unit_code, unit])), text);
}

function shareTile(
  tile: TileMapGrid["provinces"][number],
  province: ProvinceShare | undefined,
  lang: Language,
): string {
  if (province === undefined) return `<g class="tile tile-none">${tileSquare(tile, tile.code, [tile.label])}</g>`;
  const { unit, share, words, hidden, href } = province;
  // The whole share is in the title and the table; a tile has room for two digits.
  const lines = [tile.label, share === null ? (hidden ? words : "–") : percent(share, 0, lang)];
  const look = share === null ? "" : ` fill-opacity="${tone(share)}"`;
  const square = tileSquare(tile, `${unitName(unit, lang)}: ${words}`, lines, look);
  const kind = share === null ? (hidden ? "tile-hidden" : "tile-missing") : "tile-share";
  return href === undefined
    ? `<g class="tile ${kind}">${square}</g>`
    : `<a class="tile ${kind}" href="${escapeXml(href)}">${square}</a>`;
}

// Never darker than half, so that the number on it can be read.
function tone(share: number): number {
  return Math.round(4 + 0.46 * Math.min(100, share)) / 100;
}
