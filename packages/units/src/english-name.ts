import { accentless } from "./fold.ts";
import { typeWordOf } from "./type-words.ts";
import type { Unit } from "./unit.ts";

/** A unit's name for English pages: "Binh Phuoc province", "Ha Noi city", "Dong Xoai city", "Ward 1", "Viet Nam". */
export function englishNameOf(unit: Unit): string {
  const name = unit.name_en ?? accentless(unit.name);
  const word = typeWordOf(unit)?.en;
  if (word === undefined) return name;
  if (/^\d+$/.test(name)) return `${word[0]?.toUpperCase()}${word.slice(1)} ${name}`;
  return `${name} ${word}`;
}
