/** Excel's built-in formats that matter here, by number; other built-in ones are plain numbers. */
const BUILT_IN = new Map<number, string>([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0;(#,##0)"],
  [38, "#,##0;[Red](#,##0)"],
  [39, "#,##0.00;(#,##0.00)"],
  [40, "#,##0.00;[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

/** The format code of a built-in format; null for General. East Asian dates (27–36, 50–58) are dates anywhere. */
export function builtInFormat(id: number): string | null {
  const eastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return BUILT_IN.get(id) ?? (eastAsianDate ? "yyyy/m/d" : null);
}

/** What a number under a format is: a day (perhaps with a time), a time of day, or a plain number. */
export type NumberMeaning = "date" | "time" | "number";

/** What the format makes of a number. Elapsed times such as `[h]:mm` are plain numbers. */
export function meaningOf(format: string | null): NumberMeaning {
  if (format === null) return "number";
  const [section = ""] = format.replaceAll(/"[^"]*"|\\.|[_*]./g, "").split(";");
  if (/\[[hms]+\]/i.test(section)) return "number";
  // `[$-42A]` names a language, `[Red]` a colour; General and the exponent E+ hold letters that mean no date.
  const letters = section.replaceAll(/\[[^\]]*\]|general|standard|e[+-]|am\/pm|a\/p/gi, "").toLowerCase();
  if (/[yd]|m{3,}/.test(letters)) return "date";
  return /[hs]/.test(letters) ? "time" : /m/.test(letters) ? "date" : "number";
}
