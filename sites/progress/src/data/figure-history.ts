import type { PublishedFigure } from "@tiendo/schema";
import { type Report, reports } from "./report.ts";

/** A figure as a release told it first. */
export interface ToldFigure {
  as_of: string;
  figure: PublishedFigure;
}

/** What a figure was in the releases up to the report's day, where it changed; the first is the release that had it first. */
export function historyOf(report: Report, { figure_id }: Pick<PublishedFigure, "figure_id">): ToldFigure[] {
  const releases = reports().find(({ id }) => id === report.id)?.releases ?? report.releases;
  const told = releases
    .filter(({ as_of }) => as_of <= report.as_of)
    .toReversed()
    .flatMap(({ as_of, figures }) => {
      const figure = figures.find((one) => one.figure_id === figure_id);
      return figure === undefined ? [] : [{ as_of, figure }];
    });
  return told.filter((one, at) => at === 0 || numbersOf(one) !== numbersOf(told[at - 1] ?? one));
}

function numbersOf({ figure }: ToldFigure): string {
  const { done, total, value, reported_pct, done_status, total_status, value_status } = figure;
  return [done, total, value, reported_pct, done_status, total_status, value_status].join(" ");
}
