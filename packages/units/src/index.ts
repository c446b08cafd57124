export { englishNameOf } from "./english-name.ts";
export { type LookupRow, lookupRows } from "./lookup-rows.ts";
export { type MatchScope, matchUnit, type UnitMatch } from "./match-unit.ts";
export { type ProvinceFact, predecessorsOf, provinceFacts, successorsOf } from "./province-facts.ts";
export { nameKey } from "./reading.ts";
export { type ArchipelagoTile, archipelagoTiles, type Tile, tileGrid } from "./tile-grid.ts";
export { type TypeWord, typeWordOf } from "./type-words.ts";
export { EDITIONS, type Edition, UNIT_LEVELS, type Unit, type UnitLevel, type UnitType } from "./unit.ts";
export { ancestorsOf, childrenOf, pathOf, unitByCode, unitBySlug, unitsOf } from "./units.ts";
