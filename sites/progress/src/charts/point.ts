import type { PublishedFigure, Qualifier } from "@tiendo/schema";

/** The number that a chart draws for a figure: its count, else the part done; null where it is hidden or missing. */
export function numberOf(figure: PublishedFigure): number | null {
  return figure.value ?? figure.done;
}

/** The qualifier of that number. */
export function qualifierOf(figure: PublishedFigure): Qualifier | null {
  return figure.value === null ? figure.done_qualifier : figure.value_qualifier;
}
