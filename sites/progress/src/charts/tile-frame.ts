import type { Language, PublishedUnit } from "@tiendo/schema";
import { bareName } from "../data/bare-name.ts";
import { unitName } from "../data/lookup.ts";
import type { TileMapGrid } from "../data/tile-grid.ts";
import { textsOf } from "../texts/index.ts";
import { escapeXml } from "./escape-xml.ts";
import type { ChartText } from "./plot-svg.ts";

/** Where a tile lies on the grid. */
export interface TilePlace {
  col: number;
  row: number;
}

const cell = 48;
const gap = 3;

/** A map of tiles already drawn, with the two archipelagos that a map of Vietnam always shows. */
export function tileFrame(
  grid: TileMapGrid,
  tiles: readonly string[],
  units: ReadonlyMap<string, PublishedUnit>,
  { id, title, desc, lang }: ChartText & { lang: Language },
): string {
  const islands = grid.archipelagos.map((tile) => islandTile(tile, units.get(tile.belongs_to), lang));
  return [
    `<svg class="tile-map" viewBox="0 0 ${size(grid, "col")} ${size(grid, "row")}" role="group" aria-labelledby="${id}-title" aria-describedby="${id}-desc">`,
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(desc)}</desc>`,
    ...islands,
    ...tiles,
    "</svg>",
  ].join("");
}

/** The square of a tile with what it says: a title for a pointer, and one or two lines of words. */
export function tileSquare({ col, row }: TilePlace, title: string, lines: readonly string[], look = ""): string {
  const [x, y] = [col * cell + gap / 2, row * cell + gap / 2];
  const heights = lines.length === 1 ? [27] : [20, 38];
  const words = lines.map((line, at) => {
    const kind = at === 0 ? "tile-label" : "tile-count";
    const middle = x + (cell - gap) / 2;
    return `<text class="${kind}" x="${middle}" y="${y + (heights[at] ?? 0)}" text-anchor="middle">${escapeXml(line)}</text>`;
  });
  const rect = `<rect x="${x}" y="${y}" width="${cell - gap}" height="${cell - gap}" rx="3"${look}/>`;
  return `<title>${escapeXml(title)}</title>${rect}${words.join("")}`;
}

function size(grid: TileMapGrid, axis: "col" | "row"): number {
  const last = Math.max(...[...grid.provinces, ...grid.archipelagos].map((tile) => tile[axis]));
  return (last + 1) * cell;
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
