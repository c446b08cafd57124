import { type CountTable, hiddenSums } from "../../src/protect/table.ts";

/** What every table of whole numbers from 0 to `most` that agrees with the published cells has in each hidden cell. */
export function bruteForce(table: CountTable, most: number): Map<number, { low: number; high: number }> {
  const hidden = table.cells.flatMap((cell, at) => (cell.hidden ? [at] : []));
  const sums = hiddenSums(table);
  const seen = new Map<number, { low: number; high: number }>();
  const values = new Map<number, number>();
  const agrees = () =>
    sums.every(({ cells, signs, total }) => {
      const open = cells.some((cell) => !values.has(cell));
      const sum = cells.reduce((all, cell, at) => all + (signs[at] ?? 1) * (values.get(cell) ?? 0), 0);
      // Where all signs are the same, a sum of counts only grows.
      return open
        ? signs.some((sign) => sign !== signs[0]) || (signs[0] ?? 1) * sum <= (signs[0] ?? 1) * total
        : sum === total;
    });
  const fill = (at: number) => {
    const cell = hidden[at];
    if (cell === undefined) {
      for (const [one, value] of values) {
        const own = seen.get(one) ?? { low: value, high: value };
        seen.set(one, { low: Math.min(own.low, value), high: Math.max(own.high, value) });
      }
      return;
    }
    for (let value = 0; value <= most; value += 1) {
      values.set(cell, value);
      if (agrees()) fill(at + 1);
    }
    values.delete(cell);
  };
  fill(0);
  return seen;
}
