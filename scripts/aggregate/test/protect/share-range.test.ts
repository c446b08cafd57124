import { expect, test } from "vitest";
import { narrowedBelow } from "../../src/protect/attack.ts";
import { hideMore } from "../../src/protect/choose.ts";
import { shareBounds, shareRange } from "../../src/protect/share-range.ts";
import type { CountTable } from "../../src/protect/table.ts";

const any = { low: 0, high: Number.POSITIVE_INFINITY };

test("a percentage rounded to a tenth stands for all counts that round to it", () => {
  // 19 of 150 are 12.67 %; 18 would be 12.0, 20 would be 13.3.
  expect(shareRange(150, 12.7, any)).toEqual({ low: 19, high: 19 });
  // 0.05 % of 20,000 are 10, half a tenth either way.
  expect(shareRange(20_000, 0.1, any)).toEqual({ low: 10, high: 30 });
  expect(shareRange(20_000, 0.1, { low: 12, high: 25 })).toEqual({ low: 12, high: 25 });
});

test("the days of half and nine tenths bound how many took longer", () => {
  // Of 150 at least 75 within 3 days, so at most 75 after 7; fewer than 135 within 7, so at least 16 after.
  expect(shareBounds(150, 7, { median_days: 3, ninetieth_days: 10 })).toEqual({ low: 16, high: 75 });
  expect(shareBounds(150, 14, { median_days: 3, ninetieth_days: 10 })).toEqual({ low: 0, high: 15 });
  expect(shareBounds(150, 1, { median_days: 3, ninetieth_days: null })).toEqual({ low: 76, high: 150 });
  expect(shareBounds(150, 1, { median_days: null, ninetieth_days: null })).toEqual({ low: 0, high: 150 });
});

test("what a rounded percentage leaves of a hidden count is narrow until the percentage is hidden too", async () => {
  const table: CountTable = {
    cells: [
      { value: 30, hidden: false, sensitive: true, cost: 100 },
      { value: 12, hidden: false, sensitive: true, cost: 1, told: { low: 11, high: 13 } },
      { value: 18, hidden: true, sensitive: true, cost: 1 },
    ],
    equations: [{ cells: [0, 1, 2], signs: [1, -1, -1] }],
  };
  expect(await narrowedBelow(table, 10)).toEqual(new Map([[2, { low: 17, high: 19 }]]));
  expect((await hideMore(table, 10)).more).toEqual(new Set([1]));
  expect(await narrowedBelow(table, 10)).toEqual(new Map());
});
