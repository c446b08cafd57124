import type { LocalText } from "@tiendo/schema";
import type { Report } from "./report.ts";

/** A day on which a release stands or was promised. */
export interface CalendarDay {
  /** The day it was promised for; null where nobody promised it. */
  planned: string | null;
  /** The day it has the numbers of; null where there is none. */
  released: string | null;
  /** Why the two differ, as the publisher says. */
  reason: LocalText | null;
}

/** Releases promised and released, latest first: what the report's calendar says, held against its published folders. */
export function releaseCalendar({ as_of, earlier, unreadable, package: described }: Report): CalendarDay[] {
  const released = new Set([as_of, ...earlier, ...unreadable.map((one) => one.as_of)]);
  const promised = (described.tiendo.report.calendar ?? []).map(({ day, slipped }): CalendarDay => {
    const came = slipped === undefined ? day : slipped.to;
    return {
      planned: day,
      released: came !== null && released.has(came) ? came : null,
      reason: slipped?.reason ?? null,
    };
  });
  const kept = new Set(promised.map((one) => one.released));
  const others = [...released].filter((day) => !kept.has(day));
  const all = [...promised, ...others.map((day): CalendarDay => ({ planned: null, released: day, reason: null }))];
  return all.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}

/** What became of a day: on time, late, still to come as seen from the latest release, or missed. */
export type CalendarState = "on_time" | "late" | "unplanned" | "to_come" | "missed";

/** The state of a day of the calendar; the latest release's day is the only "today" that a page knows. */
export function stateOf({ planned, released }: CalendarDay, as_of: string): CalendarState {
  if (planned === null) return "unplanned";
  if (released !== null) return released === planned ? "on_time" : "late";
  return planned > as_of ? "to_come" : "missed";
}

function dayOf({ planned, released }: CalendarDay): string {
  return planned ?? released ?? "";
}
