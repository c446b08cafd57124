/** Rows as a table to be read on a screen: numbers to the right, nothing as ∅. @param columns in their order, also without rows */
export function textTable(columns: readonly string[], rows: ReadonlyArray<Record<string, string | null>>): string {
  const cells = rows.map((row) => columns.map((name) => row[name] ?? "∅"));
  const widths = columns.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const isNumber = columns.map((_, at) => cells.every((row) => /^(-?\d+(\.\d+)?|∅)$/.test(row[at] ?? "")));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => (isNumber[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(columns), line(widths.map((width) => "─".repeat(width))), ...cells.map(line)].join("\n");
}
