import type { Language, Qualifier } from "@tiendo/schema";
import { numberFormat } from "./number-format.ts";

const million = 1_000_000;
const words: Readonly<Record<Language, string>> = { vi: "triệu", en: "million" };

/** A whole number in full: 43.491.814 in Vietnamese, 43,491,814 in English. */
export function inFull(value: number, lang: Language): string {
  return numberFormat(lang, 3).format(value);
}

/**
 * A number as its source meant it: in millions where it is qualified and round in tenths of a million ("17,8 triệu"),
 * else in full, because an exact number keeps all its digits.
 */
export function inWords(value: number, qualifier: Qualifier | null, lang: Language): string {
  const qualified = qualifier !== null && qualifier !== "exact";
  if (!qualified || value < million || value % (million / 10) !== 0) return inFull(value, lang);
  return inMillions(value, lang);
}

/** A number in millions: "17,8 triệu". */
export function inMillions(value: number, lang: Language): string {
  const millions = numberFormat(lang, 1).format(value / million);
  return `${millions} ${words[lang]}`;
}

/** A signed whole number with a true minus sign: "−1". */
export function signed(value: number, lang: Language): string {
  const sign = value < 0 ? "−" : value > 0 ? "+" : "";
  return `${sign}${inFull(Math.abs(value), lang)}`;
}

/** Bytes as a reader weighs a download: "1,2 KB". */
export function inBytes(bytes: number, lang: Language): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, "KB"] : [bytes / 1_000_000, "MB"];
  return `${numberFormat(lang, 1).format(size)} ${unit}`;
}
