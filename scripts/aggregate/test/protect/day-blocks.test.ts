import { describe, expect, test } from "vitest";
import { type DayChanges, toldDays } from "../../src/protect/day-blocks.ts";
import { draws } from "./tables.ts";

const K = 10;
const every = { may: () => true, fixed: new Set<string>(), least: K };

const days = (...counts: number[][]): DayChanges[] =>
  counts.map((own, at) => ({ day: `2022-04-${String(at + 1).padStart(2, "0")}`, counts: own }));

describe("days of which the count to date is told", () => {
  test("a day with a small change is joined to the next, in every unit", () => {
    const told = toldDays(days([40, 0, 30, 0], [40, 0, 9, 0], [40, 0, 30, 0]), every);
    expect([...told]).toEqual(["2022-04-01", "2022-04-03"]);
    expect([...toldDays(days([40, 0], [10, 0]), every)]).toEqual(["2022-04-01", "2022-04-02"]);
  });

  test("few who fell back, and a small difference of both, are small too", () => {
    expect([...toldDays(days([40, 0], [40, 3], [40, 20]), every)]).toEqual(["2022-04-01", "2022-04-03"]);
    expect([...toldDays(days([40, 0], [25, 21], [40, 0]), every)]).toEqual(["2022-04-01", "2022-04-03"]);
  });

  test("a release that ends a block too early takes the day told before it along", () => {
    const fixed = new Set(["2022-04-03"]);
    expect([...toldDays(days([40, 0], [40, 0], [4, 0], [40, 0]), { ...every, fixed })]).toEqual([
      "2022-04-01",
      "2022-04-03",
      "2022-04-04",
    ]);
  });

  test("below a unit only days are told that are told of it", () => {
    const may = (day: string) => day !== "2022-04-02";
    expect([...toldDays(days([40, 0], [40, 0], [40, 0]), { ...every, may })]).toEqual(["2022-04-01", "2022-04-03"]);
  });
});

/** Weeks of changes in three units, many of them small; a release each week. */
function randomSeries(seed: number): { series: DayChanges[]; releases: string[] } {
  const draw = draws(7000 + seed);
  const count = () => (draw() < 0.3 ? 0 : Math.floor(draw() ** 3 * 80));
  const back = () => (draw() < 0.9 ? 0 : Math.floor(draw() * 15));
  const series = days(...Array.from({ length: 28 }, () => [count(), back(), count(), back(), count(), back()]));
  return { series, releases: series.filter((_, at) => at % 7 === 6).map(({ day }) => day) };
}

describe("400 random series with four releases each", () => {
  test("what all releases tell together has no small change between one told day and the next but between releases", () => {
    let small = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      const { series, releases } = randomSeries(seed);
      const union = new Set<string>();
      for (const release of releases) {
        const known = series.filter(({ day }) => day <= release);
        const fixed = new Set(releases.filter((day) => day <= release));
        for (const day of toldDays(known, { ...every, fixed })) union.add(day);
      }
      small += smallSteps(series, union, new Set(releases)).length;
      expect(union.size).toBeGreaterThanOrEqual(releases.length);
    }
    expect(small).toBe(0);
  });

  test("told day by day, they would have", () => {
    const { series, releases } = randomSeries(1);
    expect(smallSteps(series, new Set(series.map(({ day }) => day)), new Set(releases)).length).toBeGreaterThan(5);
  });
});

/** Steps between told days that give a small change away, unless both ends are releases' own days. */
function smallSteps(series: readonly DayChanges[], told: ReadonlySet<string>, releases: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let [before, step] = ["", [0, 0, 0, 0, 0, 0]];
  for (const { day, counts } of series) {
    step = step.map((sum, at) => sum + (counts[at] ?? 0));
    if (!told.has(day)) continue;
    const few = [0, 2, 4].some((at) =>
      [step[at] ?? 0, step[at + 1] ?? 0, Math.abs((step[at] ?? 0) - (step[at + 1] ?? 0))].some((n) => n > 0 && n < K),
    );
    if (few && !(releases.has(day) && (before === "" || releases.has(before)))) found.push(day);
    [before, step] = [day, [0, 0, 0, 0, 0, 0]];
  }
  return found;
}
