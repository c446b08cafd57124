const LONGEST = 31;
const FALLBACK = "Trang tính";

/** A name that Excel takes for a sheet: at most 31 characters, without those it forbids. */
export function sheetName(name: string, suffix = ""): string {
  const allowed = name.normalize("NFC").replace(/[\\/?*:[\]\p{Cc}\uFFFE\uFFFF]/gu, " ");
  const trimmed = allowed.replace(/^[\s']+|[\s']+$/g, "");
  const base = trimmed === "" || /^history$/i.test(trimmed) ? FALLBACK : trimmed;
  return base.slice(0, LONGEST - suffix.length).trimEnd() + suffix;
}
