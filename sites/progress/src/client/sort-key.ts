/** What a cell is sorted by: its number or its words, null where it has neither. */
export type SortKey = number | string | null;

export type Direction = "ascending" | "descending";

/** What a cell's text is sorted by: "1.200" and "1,200" are 1200, "−1,5%" is -1.5, a dash is nothing, others are words. */
export function sortKey(text: string, lang: string): SortKey {
  const words = text.trim();
  if (words === "" || words === "–") return null;
  if (!/^[+−-]?\d[\d.,]*%?$/.test(words)) return words;
  const [thousands, decimal] = lang === "vi" ? [".", ","] : [",", "."];
  const number = words.replaceAll(thousands, "").replace(decimal, ".").replace("−", "-").replace("%", "");
  return Number.isNaN(Number(number)) ? words : Number(number);
}

/** The direction a column is sorted in first: numbers from the largest, words from A; null where it mixes or holds other things. */
export function firstDirection(keys: readonly SortKey[]): Direction | null {
  const known = keys.filter((key) => key !== null);
  if (known.length === 0) return null;
  if (known.every((key) => typeof key === "number")) return "descending";
  // Words with digits are days and the like, whose order is not that of their letters.
  return known.every((key) => typeof key === "string" && !/\d/.test(key)) ? "ascending" : null;
}

/** The order of two cells of a column; those without a key are last in either direction. */
export function compareKeys(a: SortKey, b: SortKey, direction: Direction, collator: Intl.Collator): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
  return direction === "ascending" ? order : -order;
}
