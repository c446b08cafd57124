/**
 * The decimal text of a stored number, without exponent: `7.0085000123E10` gives `70085000123`, `1.1000000000000001`
 * gives `1.1`, as Excel shows them. Whole numbers written out are kept digit by digit; what is no number is kept.
 */
export function numberText(stored: string): string {
  if (/^-?(0|[1-9]\d*)$/.test(stored)) return stored;
  const number = Number(stored);
  return stored.trim() === "" || !Number.isFinite(number) ? stored : plainDecimal(number);
}

function plainDecimal(number: number): string {
  const shortest = String(number);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest);
  if (parts === null) return shortest;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  return sign + movePoint(whole + fraction, Number(exponent) + 1);
}

/** Digits with the decimal point after the given number of them. */
function movePoint(digits: string, point: number): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  const padded = digits.padEnd(point, "0");
  return padded.length === point ? padded : `${padded.slice(0, point)}.${padded.slice(point)}`;
}
