import {
  ageGroups,
  columnsOf,
  doseKinds,
  type Language,
  type LocalText,
  reachedDoses,
  rowKinds,
  vaccines,
} from "@tiendo/schema";
import { indicatorTitle } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";

const kinds = ["dose_record", "indicator_return", "stock_return", "progress_return"] as const;
const columns = kinds.flatMap((kind) => columnsOf(rowKinds[kind].schema).map(({ name, meta }) => [name, meta.title]));
const known = new Map<string, LocalText>([
  ...(columns as [string, LocalText][]),
  ...kinds.map((kind): [string, LocalText] => [kind, rowKinds[kind].title]),
  ...Object.entries(vaccines),
  ...Object.entries(ageGroups),
  ...Object.entries(doseKinds),
  ...Object.entries(reachedDoses),
]);

/**
 * What a number is, in words: its column, and before it the indicator, or the vaccine and lot. A lot stays as it is.
 * @param item as `signals` and `restatement` have it, such as "moderna MD3964 closing"
 */
export function itemWords({ indicators }: Pick<Report, "indicators">, item: string, lang: Language): string {
  const words = item.split(" ").map((word) => {
    const indicator = indicators.find((row) => row.indicator === word);
    if (indicator !== undefined) return indicatorTitle(indicator, lang);
    return known.get(word)?.[lang] ?? word;
  });
  return words.join(", ");
}
