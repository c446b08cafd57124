import type { Language, PublishedUnit } from "@tiendo/schema";
import { unitName } from "../data/lookup.ts";
import type { TileMapGrid } from "../data/tile-grid.ts";
import { inFull } from "../format/number.ts";
import { textsOf } from "../texts/index.ts";
import { escapeXml } from "./escape-xml.ts";
import { tileFrame, tileSquare } from "./tile-frame.ts";

export interface TileMapOptions {
  id: string;
  title: string;
  lang: Language;
  /** The address of a unit's page. */
  href: (unit: PublishedUnit) => string;
}

/** The tile map: one square a province; those with figures are links, filled, and say how many. */
export function tileMap(grid: TileMapGrid, units: readonly PublishedUnit[], options: TileMapOptions): string {
  const byCode = new Map(units.map((unit) => [unit.unit_code, unit]));
  const tiles = grid.provinces.map((tile) => provinceTile(tile, byCode.get(tile.code), options));
  const filled = grid.provinces.filter(({ code }) => (byCode.get(code)?.figures ?? 0) > 0).length;
  const desc = textsOf(options.lang).map.described(String(filled), String(grid.provinces.length - filled));
  return tileFrame(grid, tiles, byCode, { ...options, desc });
}

function provinceTile(
  tile: TileMapGrid["provinces"][number],
  unit: PublishedUnit | undefined,
  { lang, href }: TileMapOptions,
): string {
  const name = unit === undefined ? tile.code : unitName(unit, lang);
  const figures = unit?.figures ?? 0;
  const words = figures > 0 ? textsOf(lang).figuresCount(inFull(figures, lang)) : textsOf(lang).noFigures;
  const title = `${name}: ${words}`;
  if (unit === undefined || figures === 0)
    return `<g class="tile tile-none">${tileSquare(tile, title, [tile.label])}</g>`;
  const content = tileSquare(tile, title, [tile.label, inFull(figures, lang)]);
  return `<a class="tile tile-has" href="${escapeXml(href(unit))}">${content}</a>`;
}
