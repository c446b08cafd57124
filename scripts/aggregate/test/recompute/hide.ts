import type { Row } from "./row.ts";

/** Below these a report's counts and shares are hidden. */
export interface Limits {
  few: number;
  denominator: number;
}

/** Whether a count is hidden: few people, or all but a few of a whole. */
export function isFew(count: number | null, whole: number | null, { few }: Limits): boolean {
  const between = (n: number) => n >= 1 && n < few;
  return count !== null && (between(count) || (whole !== null && between(whole - count)));
}

/** A cell and its status: the value only where there is nothing to say of it. */
export function cell(name: string, value: unknown, status: string | null): Row {
  return { [name]: status === null || status === "?" ? value : null, [`${name}_status`]: status };
}

/** A cell that is told or hidden. */
export const count = (name: string, value: unknown, hidden: boolean): Row => cell(name, value, hidden ? "c" : null);

/** A share of whole numbers in per cent, its last place rounded half up; null of nothing. */
export function share(part: number | null, whole: number | null, places = 1): number | null {
  if (part === null || whole === null || whole === 0) return null;
  return rounded(100 * part, whole, places);
}

/** A quotient of whole numbers with so many places, halves rounded away from 0. */
export function rounded(number: number, divisor: number, places: number): number {
  const scale = 10 ** places;
  const size = Math.floor((2 * Math.abs(number) * scale + divisor) / (2 * divisor));
  return (number < 0 && size > 0 ? -size : size) / scale;
}
