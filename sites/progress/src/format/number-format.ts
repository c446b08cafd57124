import type { Language } from "@tiendo/schema";
import { locales } from "./locale.ts";

const made = new Map<string, Intl.NumberFormat>();

/**
 * The number format of a language. Each is made once: to make one takes as long as to write thousands of numbers with it.
 * @param decimals how many a number may have at most
 * @param least how many it has at least
 */
export function numberFormat(lang: Language, decimals: number, least = 0): Intl.NumberFormat {
  const key = `${lang} ${least} ${decimals}`;
  const digits = { minimumFractionDigits: least, maximumFractionDigits: decimals };
  const format = made.get(key) ?? new Intl.NumberFormat(locales[lang], digits);
  made.set(key, format);
  return format;
}
