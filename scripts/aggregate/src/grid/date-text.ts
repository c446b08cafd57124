const DAY_SECONDS = 86_400;
// 31 December 9999, the last day Excel knows; 1904 dates end at the same day.
const LAST_DAY = 2_958_465;
const DAYS_BETWEEN_SYSTEMS = 1462;
// Excel counts a 29 February 1900 that never was, so days from 1 March 1900 are one too high.
const LEAP_BUG = 60;

/**
 * The ISO text of a date serial: `44677` gives `2022-04-26`, with `T10:30:00` where it has a time of day; null where it
 * is no date. Serial 60 gives `1900-02-29`, the impossible day that the sender sees in Excel.
 */
export function dateText(serial: number, is1904: boolean): string | null {
  const seconds = Math.round(serial * DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS) + (is1904 ? DAYS_BETWEEN_SYSTEMS : 0);
  if (!(day >= 1 && day <= LAST_DAY)) return null;
  const time = ((seconds % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  return time === 0 ? isoDay(day) : `${isoDay(day)}T${timeOf(time)}`;
}

/** The time of day of a serial from 0 to 1, as `10:30:00`; null where the serial holds a day. */
export function timeText(serial: number): string | null {
  const seconds = Math.round(serial * DAY_SECONDS);
  return seconds >= 0 && seconds < DAY_SECONDS ? timeOf(seconds) : null;
}

const days = new Map<number, string>();

/** Days are few and making their text is slow, so each is made once. */
function isoDay(day: number): string {
  const known = days.get(day) ?? newIsoDay(day);
  days.set(day, known);
  return known;
}

function newIsoDay(day: number): string {
  if (day === LEAP_BUG) return "1900-02-29";
  const daysSince1899 = day > LEAP_BUG ? day - 1 : day;
  return new Date(Date.UTC(1899, 11, 31 + daysSince1899)).toISOString().slice(0, 10);
}

function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
