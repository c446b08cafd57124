import type { Interval } from "./interval.ts";

// Percentages are published to a tenth.
const HALF_A_TENTH = 0.05;
// What the product of two decimals may be off by.
const SLACK = 1e-9;

/** The whole numbers that a rounded percentage of a whole may stand for, within what else is known. */
export function shareRange(whole: number, pct: number, { low, high }: Interval): Interval {
  const least = Math.ceil(((pct - HALF_A_TENTH) * whole) / 100 - SLACK);
  const most = Math.floor(((pct + HALF_A_TENTH) * whole) / 100 + SLACK);
  return { low: Math.max(low, least), high: Math.min(high, most) };
}

/** What the days within which half and nine tenths of doses were entered tell of those entered after more than some days. */
export function shareBounds(
  whole: number,
  days: number,
  { median_days, ninetieth_days }: Record<string, unknown>,
): Interval {
  const bounds = { low: 0, high: whole };
  for (const [told, tenths] of [
    [median_days, 5],
    [ninetieth_days, 1],
  ] as const) {
    if (told === null || told === undefined) continue;
    const most = Math.floor((tenths * whole) / 10);
    // So many were entered by then that no more are left; or they were not.
    if (Number(told) <= days) bounds.high = Math.min(bounds.high, most);
    else bounds.low = Math.max(bounds.low, most + 1);
  }
  return bounds;
}
