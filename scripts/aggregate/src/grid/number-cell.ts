import { dateText, timeText } from "./date-text.ts";
import { meaningOf, type NumberMeaning } from "./number-format.ts";
import { numberText } from "./number-text.ts";

/** The text of a stored number under its format: ISO for a day, a time of day, else the plain decimal. */
export function numberCell(stored: string, meaning: NumberMeaning, is1904: boolean): string {
  if (meaning === "number") return numberText(stored);
  const serial = Number(stored);
  const text = meaning === "date" || serial >= 1 ? dateText(serial, is1904) : timeText(serial);
  return text ?? numberText(stored);
}

/** A number format with what it means, worked out once a format rather than once a cell. */
export interface KnownFormat {
  code: string | null;
  meaning: NumberMeaning;
}

/** A format understood; `General` counts as none. */
export function knownFormat(code: string | null): KnownFormat {
  const given = code === null || /^general$/i.test(code) ? null : code;
  return { code: given, meaning: meaningOf(given) };
}
