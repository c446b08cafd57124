import type { Language } from "@tiendo/schema";

/**
 * A count with its thousands apart: 1.234 in Vietnamese, 1,234 in English, as `Intl` writes them. To load a language's number
 * format takes as long as all else that is printed.
 */
export function countText(count: number, lang: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, lang === "vi" ? "." : ",");
}
