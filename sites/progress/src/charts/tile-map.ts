import type { Language, PublishedUnit } from "@tiendo/schema";
import { bareName } from "../data/bare-name.ts";
import { unitName } from "../data/lookup.ts";
import type { TileMapGrid } from "../data/tile-grid.ts";
import { inFull } from "../format/number.ts";
import { textsOf } from "../texts/index.ts";
import { escapeXml } from "./escape-xml.ts";

export interface TileMapOptions {
  id: string;
  title: string;
  lang: Language;
  /** The address of a unit's page. */
  href: (unit: PublishedUnit) => string;
}

const cell = 48;
const gap = 3;

/** The tile map: one square a province; those with figures are links, filled, and say how many. */
export function tileMap(grid: TileMapGrid, units: readonly PublishedUnit[], options: TileMapOptions): string {
  const { id, title, lang } = options;
  const byCode = new Map(units.map((unit) => [unit.unit_code, unit]));
  const tiles = grid.provinces.map((tile) => provinceTile(tile, byCode.get(tile.code), options));
  const islands = grid.archipelagos.map((tile) => islandTile(tile, byCode.get(tile.belongs_to), lang));
  const filled = grid.provinces.filter(({ code }) => (byCode.get(code)?.figures ?? 0) > 0).length;
  const desc = textsOf(lang).map.described(String(filled), String(grid.provinces.length - filled));
  return [
    `<svg class="tile-map" viewBox="0 0 ${size(grid, "col")} ${size(grid, "row")}" role="group" aria-labelledby="${id}-title" aria-describedby="${id}-desc">`,
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(desc)}</desc>`,
    ...islands,
    ...tiles,
    "</svg>",
  ].join("");
}

function size(grid: TileMapGrid, axis: "col" | "row"): number {
  const last = Math.max(...[...grid.provinces, ...grid.archipelagos].map((tile) => tile[axis]));
  return (last + 1) * cell;
}

function provinceTile(
  { code, col, row, label }: TileMapGrid["provinces"][number],
  unit: PublishedUnit | undefined,
  { lang, href }: TileMapOptions,
): string {
  const name = unit === undefined ? code : unitName(unit, lang);
  const figures = unit?.figures ?? 0;
  const words = figures > 0 ? textsOf(lang).figuresCount(inFull(figures, lang)) : textsOf(lang).noFigures;
  const [x, y] = [col * cell + gap / 2, row * cell + gap / 2];
  const square = `<title>${escapeXml(`${name}: ${words}`)}</title><rect x="${x}" y="${y}" width="${cell - gap}" height="${cell - gap}" rx="3"/>`;
  const middle = x + (cell - gap) / 2;
  const text = (dy: number, kind: string, content: string) =>
    `<text class="${kind}" x="${middle}" y="${y + dy}" text-anchor="middle">${escapeXml(content)}</text>`;
  if (unit === undefined || figures === 0)
    return `<g class="tile tile-none">${square}${text(27, "tile-label", label)}</g>`;
  const content = `${square}${text(20, "tile-label", label)}${text(38, "tile-count", inFull(figures, lang))}`;
  return `<a class="tile tile-has" href="${escapeXml(href(unit))}">${content}</a>`;
}

function islandTile(
  tile: TileMapGrid["archipelagos"][number],
  owner: PublishedUnit | undefined,
  lang: Language,
): string {
  const [x, y] = [tile.col * cell + gap / 2, tile.row * cell + gap / 2];
  const name = lang === "vi" ? tile.name : tile.name_en;
  const of = owner === undefined ? "" : textsOf(lang).map.belongs(bareName(unitName(owner, lang)));
  const dots = [
    [12, 14],
    [26, 10],
    [33, 22],
    [17, 27],
    [30, 34],
  ]
    .map(([dx = 0, dy = 0]) => `<circle cx="${x + dx}" cy="${y + dy}" r="2.6"/>`)
    .join("");
  const lines = islandWords(tile.archipelago, lang);
  const right = x + cell - gap;
  const text = lines
    .map(
      (line, index) =>
        `<text x="${right}" y="${y + cell + 14 + index * 19}" text-anchor="end">${escapeXml(line)}</text>`,
    )
    .join("");
  return `<g class="tile-island"><title>${escapeXml(`${name}, ${of}`)}</title><rect x="${x}" y="${y}" width="${cell - gap}" height="${cell - gap}" rx="3"/>${dots}${text}</g>`;
}

function islandWords(archipelago: "hoang-sa" | "truong-sa", lang: Language): string[] {
  const [name, province] = archipelago === "hoang-sa" ? ["Hoàng Sa", "Đà Nẵng"] : ["Trường Sa", "Khánh Hòa"];
  return lang === "vi" ? ["Quần đảo", name, `(${province})`] : [name, "archipelago", `(${province})`];
}
