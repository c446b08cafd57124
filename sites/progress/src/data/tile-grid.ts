import type { Edition } from "@tiendo/schema";
import { type ArchipelagoTile, archipelagoTiles, type Tile, tileGrid } from "@tiendo/units";

/** The tile map of an edition: its provinces, and the two archipelagos that a map of Vietnam always shows. */
export interface TileMapGrid {
  provinces: Tile[];
  archipelagos: ArchipelagoTile[];
}

export function tilesOf(edition: Edition): TileMapGrid {
  return { provinces: tileGrid(edition), archipelagos: archipelagoTiles(edition) };
}
