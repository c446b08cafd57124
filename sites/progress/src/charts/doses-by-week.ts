import * as Plot from "@observablehq/plot";
import type { Language } from "@tiendo/schema";
import { shortDate } from "../format/date.ts";
import { inFull } from "../format/number.ts";
import { textsOf } from "../texts/index.ts";
import { type ChartText, plotSvg } from "./plot-svg.ts";

/** Doses of one week: those of the primary course and those after it; `partial` where some of the week are hidden. */
export interface WeekDoses {
  week: string;
  primary: number;
  booster: number;
  partial: boolean;
}

export interface WeeksOptions extends ChartText {
  lang: Language;
  width?: number;
}

/** One bar a week: primary doses below, additional and booster doses above them; a week that hides some has a star. */
export function dosesByWeek(weeks: readonly WeekDoses[], { lang, width = 360, ...text }: WeeksOptions): string {
  const names = weeks.map(({ week }) => week);
  const high = Math.max(1, ...weeks.map(({ primary, booster }) => primary + booster));
  return plotSvg(
    {
      width,
      height: 220,
      marginTop: 26,
      marginLeft: 2,
      marginRight: 2,
      marginBottom: 24,
      x: { type: "band", domain: names, axis: null, padding: 0.12 },
      y: { domain: [0, high], axis: null },
      marks: [...barMarks(weeks), ...wordMarks(weeks, high, lang)],
    },
    text,
  );
}

function barMarks(weeks: readonly WeekDoses[]): Plot.Markish[] {
  return [
    Plot.barY(weeks, { x: "week", y1: 0, y2: "primary", fill: "var(--accent)" }),
    Plot.barY(weeks, {
      x: "week",
      y1: "primary",
      y2: (week: WeekDoses) => week.primary + week.booster,
      fill: "var(--gold)",
      // A line of the ground between the two, for those who see no difference of colour.
      insetBottom: 1.5,
    }),
    Plot.ruleY([0], { stroke: "var(--rule-strong)" }),
  ];
}

function wordMarks(weeks: readonly WeekDoses[], high: number, lang: Language): Plot.Markish[] {
  const ends = weeks.length > 1 ? [weeks[0], weeks.at(-1)] : weeks;
  const small = { fontSize: 12, fill: "var(--ink-soft)" } as const;
  const label = (week: WeekDoses) => shortDate(week.week, "day", lang);
  const sum = ({ primary, booster }: WeekDoses) => primary + booster;
  return [
    ...ends.flatMap((week, index) =>
      week === undefined
        ? []
        : [
            Plot.text([week], {
              ...small,
              text: label,
              dy: 18,
              frameAnchor: index === 0 ? "bottom-left" : "bottom-right",
            }),
          ],
    ),
    Plot.text(
      weeks.filter(({ partial }) => partial),
      { ...small, x: "week", y: sum, text: () => "*", dy: -5 },
    ),
    Plot.text([high], {
      ...small,
      frameAnchor: "top-left",
      dy: -18,
      text: (most: number) => textsOf(lang).unitPage.highest(inFull(most, lang)),
    }),
  ];
}
