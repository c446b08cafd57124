import type { Unit, UnitType } from "./unit.ts";

/** The word before a unit's name, as written out, in English, and as abbreviated (lower case, stops as spaces). */
export interface TypeWord {
  vi: string;
  en: string;
  abbreviations: readonly string[];
}

export const TYPE_WORDS: Readonly<Record<Exclude<UnitType, "quoc-gia">, TypeWord>> = {
  tinh: { vi: "Tỉnh", en: "province", abbreviations: ["t"] },
  "thanh-pho": { vi: "Thành phố", en: "city", abbreviations: ["tp", "t p"] },
  quan: { vi: "Quận", en: "urban district", abbreviations: ["q"] },
  huyen: { vi: "Huyện", en: "district", abbreviations: ["h"] },
  "thi-xa": { vi: "Thị xã", en: "town", abbreviations: ["tx", "t x"] },
  phuong: { vi: "Phường", en: "ward", abbreviations: ["p"] },
  xa: { vi: "Xã", en: "commune", abbreviations: ["x"] },
  "thi-tran": { vi: "Thị trấn", en: "township", abbreviations: ["tt", "t t"] },
  "dac-khu": { vi: "Đặc khu", en: "special zone", abbreviations: ["dk", "đk"] },
};

/** The type word of a unit in both languages; null for the country, which has none. */
export function typeWordOf(unit: Unit): TypeWord | null {
  return unit.type === "quoc-gia" ? null : TYPE_WORDS[unit.type];
}
