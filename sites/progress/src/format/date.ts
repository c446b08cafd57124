import type { DatePrecision, Language } from "@tiendo/schema";

const englishMonths = "January February March April May June July August September October November December".split(
  " ",
);

/**
 * A day in the official long form of NĐ 30/2020: a zero before days below 10 and before months 1 and 2 only
 * ("ngày 06 tháng 4 năm 2022"), or the month or year where no more is known.
 */
export function longDate(iso: string, precision: DatePrecision, lang: Language): string {
  const [year, month, day] = partsOf(iso);
  if (precision === "year") return lang === "vi" ? `năm ${year}` : `${year}`;
  if (precision === "month") return monthName(year, month, lang);
  if (lang === "en") return `${day} ${englishMonths[month - 1]} ${year}`;
  return `ngày ${String(day).padStart(2, "0")} tháng ${officialMonth(month)} năm ${year}`;
}

/** A day as a newspaper prints it in a table: "26-4-2022", "3-2022", or "26 Apr 2022". */
export function shortDate(iso: string, precision: DatePrecision, lang: Language): string {
  const [year, month, day] = partsOf(iso);
  if (precision === "year") return `${year}`;
  const name = englishMonths[month - 1]?.slice(0, 3);
  if (precision === "month") return lang === "vi" ? `${month}-${year}` : `${name} ${year}`;
  return lang === "vi" ? `${day}-${month}-${year}` : `${day} ${name} ${year}`;
}

function monthName(year: number, month: number, lang: Language): string {
  return lang === "vi" ? `tháng ${officialMonth(month)} năm ${year}` : `${englishMonths[month - 1]} ${year}`;
}

function officialMonth(month: number): string {
  return month <= 2 ? `0${month}` : `${month}`;
}

function partsOf(iso: string): [year: number, month: number, day: number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) throw new RangeError(`day is ${iso}; expected the form 2022-04-26`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
