import { xmlText } from "./xml.ts";

/** A cell to write: text stays text whatever it looks like; `style` is a number from the workbook's style table. */
export interface WrittenCell {
  value: string | number | null;
  style: number;
}

/** Letters of a column by its index: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A cell's address: row from 1, column from 0. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

// Excel holds no longer text in a cell and mends the file by dropping it.
const LONGEST_TEXT = 32_767;

/** Text that Excel can hold; where it is cut, the cell says by how much. */
export function fittingText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const kept = LONGEST_TEXT - 100;
  return `${text.slice(0, kept)}… [còn ${text.length - kept} ký tự | ${text.length - kept} more characters]`;
}

/** A cell as XML; strings are inline, so that memory does not grow with the rows. */
export function cellXml(name: string, { value, style }: WrittenCell): string {
  if (value === null || value === "") return style === 0 ? "" : `<c r="${name}" s="${style}"/>`;
  if (typeof value === "number") return `<c r="${name}" s="${style}"><v>${value}</v></c>`;
  const text = xmlText(fittingText(value));
  const space = /^\s|\s$|[\t\n]/.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t${space}>${text}</t></is></c>`;
}
