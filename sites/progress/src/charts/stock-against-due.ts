import type { Language } from "@tiendo/schema";
import { textsOf } from "../texts/index.ts";
import { type LabelledBar, labelledBars } from "./labelled-bars.ts";
import type { ChartText } from "./plot-svg.ts";

/** Vaccine of a unit and its people due, each with its words: a number, or why there is none. */
export interface StockRow {
  name: string;
  doses_left: number | null;
  doses_words: string;
  /** Whether nobody has reported what is left. */
  missing?: boolean;
  persons_due: number | null;
  due_words: string;
}

export interface StockOptions extends ChartText {
  lang: Language;
  width?: number;
}

/** Doses left (filled) over people due for a dose (hollow), one line a unit in the order given. */
export function stockAgainstDue(rows: readonly StockRow[], { lang, ...options }: StockOptions): string {
  const words = textsOf(lang).unitPage.leftOverDue;
  const bars = rows.map((row): LabelledBar => {
    const label = words(row.doses_words, row.due_words);
    const { name, doses_left: value, persons_due: against, missing = false } = row;
    return { name, value, against, missing, label };
  });
  return labelledBars(bars, options);
}
