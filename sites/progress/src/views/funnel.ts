import { blockReasons, type CleaningProgress, subjectStates } from "@tiendo/schema";
import { type FunnelStep, stepFunnel } from "../charts/step-funnel.ts";
import { cleaningOf } from "../data/cleaning.ts";
import { cellOf } from "../format/cell-of.ts";
import { inFull } from "../format/number.ts";
import { type ChartView, type NumbersRow, type Viewed, wordsOf } from "./view.ts";

// In the order of the process: who is at one of them has passed those before it. A mismatched record has been updated.
const states = ["to_list", "listed", "reviewed", "matched", "handed_back", "updated", "mismatched", "cleaned"] as const;
const steps = { listed: 1, reviewed: 2, matched: 3, handed_back: 4, updated: 5, verified: 7 } as const;

/** How far the subjects of a unit have come in the five steps, or null where it has no row. */
export function funnelView(viewed: Viewed): ChartView | null {
  const { report, unit, lang } = viewed;
  const progress = cleaningOf(report, unit.unit_code)?.progress;
  // Of a whole of which a part has not reported there is only what it is at least, see `boundsView`.
  if (progress === undefined || progress.subjects_status === "x") return null;
  const words = wordsOf(viewed);
  const finding = findingOf(viewed);
  const bars = [
    { name: words.allSubjects, reached: progress.subjects },
    ...Object.entries(steps).map(([step, from]) => ({
      name: words.reached[step as keyof typeof steps],
      reached: reachedFrom(progress, from),
    })),
  ];
  const desc = bars.map((bar) => `${bar.name}: ${bar.reached === null ? words.notTold : inFull(bar.reached, lang)}`);
  return {
    id: "nam-buoc",
    finding,
    unit: words.people,
    note: words.funnelNote,
    svg: stepFunnel(bars satisfies FunnelStep[], { id: "c-nam-buoc", title: finding, desc: desc.join("; "), lang }),
    table: "cleaning_progress",
    head: [words.state, words.issuePeople],
    rows: stateLines(progress, viewed),
  };
}

/**
 * Subjects at state `from` or further: the sum of those states, else all subjects less the states before it. Null where
 * either way meets a hidden number.
 */
export function reachedFrom(progress: CleaningProgress, from: number): number | null {
  const after = sumOf(states.slice(from).map((state) => progress[state]));
  const before = sumOf(states.slice(0, from).map((state) => progress[state]));
  if (after !== null) return after;
  return before === null || progress.subjects === null ? null : progress.subjects - before;
}

function sumOf(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0);
}

function stateLines(progress: CleaningProgress, viewed: Viewed): NumbersRow[] {
  const { lang } = viewed;
  const name = (state: (typeof states)[number]) => subjectStates[state === "cleaned" ? "verified" : state][lang];
  const lines = states.map((state) => {
    return { title: name(state), cells: [cellOf(progress[state], progress[`${state}_status`], lang)] };
  });
  const whole = cellOf(progress.subjects, progress.subjects_status, lang);
  return [...lines, { title: wordsOf(viewed).sum, cells: [whole], total: true }];
}

function findingOf(viewed: Viewed): string {
  const { report, unit, lang } = viewed;
  const blocks = report.tables.what_blocks.get(unit.unit_code) ?? [];
  const most = blocks.toSorted((a, b) => (b.waiting ?? 0) - (a.waiting ?? 0))[0];
  if (most === undefined || (most.waiting ?? 0) === 0) return wordsOf(viewed).funnelPlain;
  return wordsOf(viewed).funnelFinding(blockReasons[most.reason][lang], inFull(most.waiting ?? 0, lang));
}
