import { readDataFile } from "./data-file.ts";
import type { Edition } from "./unit.ts";

/** One province as one square; column 0 is the west, row 0 the north. */
export interface Tile {
  code: string;
  col: number;
  row: number;
  /** Usual Vietnamese abbreviation, at most four letters, unique in the grid. */
  label: string;
}

/** An archipelago of Viet Nam as a square of its own, in the sea to the east of its province. */
export interface ArchipelagoTile {
  archipelago: "hoang-sa" | "truong-sa";
  name: string;
  name_en: string;
  /** Code of the province it belongs to, the same in both editions: Đà Nẵng 48, Khánh Hòa 56. */
  belongs_to: string;
  col: number;
  row: number;
}

/** Our own tile grid: 63 squares in 2022, 34 in 2025, at most 12 columns with the archipelagos. */
export function tileGrid(edition: Edition): Tile[] {
  const rows = readDataFile(`tiles_${edition}.csv`, "code,col,row,label");
  return rows.map(([code = "", col, row, label = ""]) => ({ code, col: Number(col), row: Number(row), label }));
}

/** Quần đảo Hoàng Sa and quần đảo Trường Sa. A map of Viet Nam without them must not be published: draw both. */
export function archipelagoTiles(edition: Edition): ArchipelagoTile[] {
  const rows = readDataFile("archipelagos.csv", "edition,archipelago,name,name_en,belongs_to,col,row");
  return rows
    .filter(([of]) => of === edition)
    .map(([, archipelago, name = "", name_en = "", belongs_to = "", col, row]) => ({
      archipelago: archipelago as ArchipelagoTile["archipelago"],
      name,
      name_en,
      belongs_to,
      col: Number(col),
      row: Number(row),
    }));
}
