import { describe, expect, test, vi } from "vitest";
import { anyTable } from "../../src/protect/any-table.ts";
import { narrowedBelow } from "../../src/protect/attack.ts";
import { Contradiction } from "../../src/protect/contradiction.ts";
import { hideByRegion } from "../../src/protect/hide-by-region.ts";
import { propagate } from "../../src/protect/interval.ts";
import { Solver } from "../../src/protect/solver.ts";
import { type CountTable, hiddenSums, partsOf, publicBounds } from "../../src/protect/table.ts";
import { country, hideSmall } from "./tables.ts";

const K = 10;

/** The parts of a table, with what is known of each cell by itself. */
const partsIn = (table: CountTable) =>
  partsOf(hiddenSums(table)).map((part) => {
    const known = (cell: number) =>
      publicBounds(table.cells[cell] ?? { value: 0, hidden: true, sensitive: true, cost: 1 });
    return { part, bounds: propagate(part, known) };
  });

/** Whoever has what is published alone takes hidden counts for nothing. */
const forget = ({ cells }: CountTable) => {
  for (const cell of cells) if (cell.hidden) cell.value = 0;
};

describe("of 30 random countries", () => {
  test("numbers found province by province agree with every sum, and whoever begins with them narrows nothing", async () => {
    let parts = 0;
    for (let seed = 0; seed < 30; seed += 1) {
      const { table, regionOf } = country(seed);
      hideSmall(table, K);
      await hideByRegion(table, regionOf, { width: K, mayStick: false, threads: 1 });
      forget(table);
      for (const { part, bounds } of partsIn(table)) {
        parts += 1;
        const numbers = await anyTable(part, bounds, regionOf);
        for (const { cells, signs, total } of part.sums) {
          const sum = cells.reduce((all, cell, at) => all + (signs[at] ?? 1) * (numbers.get(cell) ?? 0), 0);
          expect(sum, `country ${seed}`).toBeCloseTo(total, 4);
        }
        for (const [cell, { low, high }] of bounds) {
          expect(numbers.get(cell), `country ${seed}`).toBeGreaterThan(low - 1e-6);
          expect(numbers.get(cell), `country ${seed}`).toBeLessThan(high + 1e-6);
        }
      }
      expect((await narrowedBelow(table, K, [], regionOf)).size, `country ${seed}`).toBe(0);
    }
    expect(parts).toBeGreaterThan(20);
  });

  test("without the second step cells are narrowed as they are where all provinces are looked at together", async () => {
    let narrowed = 0;
    for (let seed = 0; seed < 10; seed += 1) {
      const { table, regionOf } = country(seed);
      hideSmall(table, K);
      forget(table);
      const found = await narrowedBelow(table, K, [], regionOf);
      expect([...found.keys()].sort()).toEqual([...(await narrowedBelow(table, K)).keys()].sort());
      narrowed += found.size;
    }
    expect(narrowed).toBeGreaterThan(50);
  });
});

test("numbers that agree in each province and not in the country are a contradiction", async () => {
  // Each of two provinces has 3 to 5, and the country 4.
  const part = { cells: [0, 1], sums: [{ cells: [0, 1], signs: [1, 1] as Array<1 | -1>, total: 4 }] };
  const bounds = new Map([0, 1].map((cell) => [cell, { low: 3, high: 5 }]));
  await expect(anyTable(part, bounds, String)).rejects.toThrow(Contradiction);
  part.sums[0] = { cells: [0, 1], signs: [1, 1], total: 9 };
  const programs = vi.spyOn(Solver, "of");
  const numbers = await anyTable(part, bounds, String);
  expect((numbers.get(0) ?? 0) + (numbers.get(1) ?? 0)).toBe(9);
  // One for each province; none for both together.
  expect(programs).toHaveBeenCalledTimes(2);
  programs.mockRestore();
});
