import { readFile } from "node:fs/promises";

/** The rows of a plain CSV file; quotes may hold commas, and nothing holds a line break. */
export async function csvRows(path: string): Promise<Array<Record<string, string>>> {
  const [header = "", ...lines] = (await readFile(path, "utf8")).replace("\ufeff", "").trim().split(/\r?\n/);
  const names = cellsOf(header);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [names[at] ?? "", cell])));
}

function cellsOf(line: string): string[] {
  const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  const texts = cells.map((cell) => cell.replace(/,$/, ""));
  // After a last cell without a comma the pattern finds an empty one more.
  const whole = line.endsWith(",") ? texts : texts.slice(0, -1);
  return whole.map((text) => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text));
}
