import { expect, test } from "vitest";
import { narrowedBelow } from "../../src/protect/attack.ts";
import type { Chosen } from "../../src/protect/choose.ts";
import { hideByRegion } from "../../src/protect/hide-by-region.ts";
import { hideInSections } from "../../src/protect/hide-in-sections.ts";
import type { KeptChoices } from "../../src/protect/kept-choices.ts";
import { Links } from "../../src/protect/links.ts";
import type { RegionTask } from "../../src/protect/region-worker.ts";
import { Regions } from "../../src/protect/regions.ts";
import type { Cell, CountTable, Equation } from "../../src/protect/table.ts";
import { holds, moved } from "../../src/protect/witness.ts";
import { country, hideSmall } from "./tables.ts";

const K = 10;

const hiddenIn = ({ cells }: CountTable) => cells.flatMap(({ hidden }, at) => (hidden ? [at] : []));

test("nothing hidden region by region can be narrowed by whoever has the whole country", async () => {
  let moreInRegions = 0;
  for (let seed = 0; seed < 60; seed += 1) {
    const { table, regionOf } = country(seed);
    hideSmall(table, K);
    const { more, stuck } = await hideByRegion(table, regionOf, { width: K, mayStick: false, threads: 1 });
    expect((await narrowedBelow(table, K)).size, `country ${seed}`).toBe(0);
    expect(stuck.size).toBe(0);
    moreInRegions += [...more].filter((cell) => regionOf(cell) !== null).length;
  }
  expect(moreInRegions).toBeGreaterThan(100);
});

test("threads hide the same as one process", async () => {
  // One by one, and two by two.
  for (const [seed, regions] of [
    [1, 4 + 2],
    [2, 3 + 2],
  ] as const) {
    const [one, two] = [country(seed), country(seed)];
    for (const { table } of [one, two]) hideSmall(table, K);
    const alone = await hideByRegion(one.table, one.regionOf, { width: K, mayStick: false, threads: 1 });
    const told: string[] = [];
    const shared = await hideByRegion(two.table, two.regionOf, {
      ...{ width: K, mayStick: false, threads: 2 },
      told: (done, regions) => told.push(`${done} of ${regions}`),
    });
    expect(told).toEqual(Array.from({ length: regions }, (_, at) => `${at + 1} of ${regions}`));
    expect(shared).toEqual(alone);
    expect(hiddenIn(two.table)).toEqual(hiddenIn(one.table));
  }
});

test("a large table of one region is hidden in a thread, with the same result, and no room is said as without one", async () => {
  const [here, aside] = [country(3), country(3)];
  for (const { table } of [here, aside]) hideSmall(table, K);
  const one = () => "70";
  const inPlace = await hideByRegion(here.table, one, { width: K, mayStick: false });
  expect(inPlace.more.size).toBeGreaterThan(0);
  expect(await hideByRegion(aside.table, one, { width: K, mayStick: false, large: 1 })).toEqual(inPlace);
  // Nought, whatever else is hidden.
  const pinned: CountTable = { cells: [count(7), count(0, true)], equations: [{ cells: [1], signs: [1] }] };
  for (const large of [1, 100])
    await expect(hideByRegion(pinned, one, { width: K, mayStick: false, large })).rejects.toMatchObject({ cell: 1 });
});

test("what no sum links is hidden in threads of its own, each count where it stands in the whole, and so is what finds no room", async () => {
  const [here, aside] = [beside(country(3).table, country(4).table), beside(country(3).table, country(4).table)];
  for (const table of [here, aside]) hideSmall(table, K);
  const one = () => "70";
  const inPlace = await hideByRegion(here, one, { width: K, mayStick: false });
  const inThreads = await hideByRegion(aside, one, { width: K, mayStick: false, large: 1, threads: 2 });
  expect([...inThreads.more].sort()).toEqual([...inPlace.more].sort());
  for (const cell of inThreads.more) (aside.cells[cell] as Cell).hidden = true;
  expect((await narrowedBelow(aside, K, inThreads.witnesses)).size).toBe(0);
  // 5 and 40 of 45, and beside it a nought, whatever else is hidden.
  const roomy: CountTable = { cells: [count(45), count(5, true), count(40)], equations: [sum(0, 1, 2)] };
  const pinned = beside(roomy, { cells: [count(7), count(0, true)], equations: [{ cells: [1], signs: [1] }] });
  const hiding = hideByRegion(pinned, one, { width: K, mayStick: false, large: 1 });
  await expect(hiding).rejects.toMatchObject({ cell: 4 });
});

/** Two tables that no sum links as one. */
function beside(first: CountTable, second: CountTable): CountTable {
  const from = first.cells.length;
  const moved = second.equations.map((one) => ({ ...one, cells: one.cells.map((cell) => cell + from) }));
  return { cells: [...first.cells, ...second.cells], equations: [...first.equations, ...moved] };
}

const count = (value: number, hidden = false): Cell => ({ value, hidden, sensitive: true, cost: 1 });
const sum = (...cells: number[]): Equation => ({ cells, signs: cells.map((_, at) => (at === 0 ? 1 : -1)) });

/** A country (0) of two provinces (1, 2) of two districts each (3 to 6), one of which has a small count. */
function twoProvinces(): CountTable {
  const cells = [count(90), count(45), count(45), count(5, true), count(40), count(5, true), count(40)];
  return { cells, equations: [sum(0, 1, 2), sum(1, 3, 4), sum(2, 5, 6)] };
}
const provinceOf = (cell: number) => [null, "1", "2", "1", "1", "2", "2"][cell];

test("a count that stands in a sum with other regions is told in its own, and does not move there", () => {
  const regions = new Regions(twoProvinces(), provinceOf);
  expect(regions.names).toEqual(["1", "2"]);
  const { at, cells } = regions.section("1");
  expect(at).toEqual([1, 3, 4]);
  expect(cells).toEqual([
    { value: 45, hidden: false, sensitive: false, cost: Number.POSITIVE_INFINITY },
    count(5, true),
    count(40),
  ]);
});

/** A country (0) of three provinces (1, 3, 5) of one district each (2, 4, 6). */
function threeProvinces(): CountTable {
  const cells = [
    count(19),
    count(4, true),
    count(4, true),
    count(8, true),
    count(8, true),
    count(7, true),
    count(7, true),
  ];
  return { cells, equations: [sum(0, 1, 3, 5), sum(1, 2), sum(3, 4), sum(5, 6)] };
}

test("provinces together keep what the country's sum says of them while the others stay", () => {
  const table = threeProvinces();
  const together = (cell: number) => [null, "one", "one", "one", "one", "two", "two"][cell];
  const regions = new Regions(table, together);
  // 4 and 8 are 12 of 19, of which 7 are the third province's.
  const { at, cells, equations } = regions.section("one");
  expect(at).toEqual([1, 2, 3, 4, -1]);
  expect(cells.map(({ value, hidden }) => [value, hidden])).toEqual([
    [4, true],
    [4, true],
    [8, true],
    [8, true],
    [12, false],
  ]);
  expect(equations).toEqual([sum(0, 1), sum(2, 3), { cells: [0, 2, 4], signs: [-1, -1, 1] }]);
  // The third stands alone in that sum, and is told.
  expect(regions.section("two").cells.map(({ hidden }) => hidden)).toEqual([false, true]);
});

test("a witness found of provinces together holds in the whole", async () => {
  const table = threeProvinces();
  const links = new Links(table);
  const { at, ...region } = new Regions(table, (cell) => (cell === 0 ? null : "all")).section("all");
  const { witnesses } = await hideInSections(region, K, true);
  const values = Float64Array.from(table.cells, ({ value }) => value);
  expect(witnesses.length).toBeGreaterThan(0);
  for (const one of witnesses)
    expect(
      holds(
        moved(one, (cell) => at[cell] ?? -1),
        table,
        links,
        values,
      ),
    ).toBe(true);
});

test("provinces together are told what each has shown by itself", async () => {
  const province = () => [count(45), count(5, true), count(40)];
  const cells = [count(135), ...province(), ...province(), ...province()];
  const table = { cells, equations: [sum(0, 1, 4, 7), sum(1, 2, 3), sum(4, 5, 6), sum(7, 8, 9)] };
  const told: boolean[] = [];
  const of = async ({ region, witnesses = [] }: RegionTask, choose: () => Promise<Chosen>) => {
    const values = Float64Array.from(region.cells, ({ value }) => value);
    // In the end the whole table is told all of them.
    if (region !== table) for (const one of witnesses) told.push(holds(one, region, new Links(region), values));
    return choose();
  };
  const regionOf = (cell: number) => (cell === 0 ? null : String(Math.ceil(cell / 3)));
  await hideByRegion(table, regionOf, {
    width: K,
    mayStick: false,
    threads: 2,
    kept: { of } as unknown as KeptChoices,
  });
  expect(told).toEqual([true, true, true]);
});

test("what is published nowhere is of the region whose counts it stands beside, and of none between two", () => {
  const { cells, equations } = twoProvinces();
  const nobodys = { value: 0, hidden: true, sensitive: false, cost: 1 };
  // The first is what is left of a district, the second what two provinces share.
  const table = {
    cells: [...cells, nobodys, nobodys],
    equations: [...equations, sum(4, 7), sum(3, 8), sum(5, 8)],
  };
  const { at } = new Regions(table, provinceOf).section("1");
  expect(at).toEqual([1, 3, 4, 7]);
});

test("what is hidden in a province is hidden in the country's table", async () => {
  const table = twoProvinces();
  (table.cells[3] as Cell).hidden = false;
  const { more } = await hideByRegion(table, provinceOf, { width: K, mayStick: false, threads: 1 });
  expect([...more]).toEqual([6]);
  expect(hiddenIn(table)).toEqual([5, 6]);
});

test("room that no province has within itself is looked for in the country", async () => {
  const table = twoProvinces();
  // The other districts stay told; both provinces' counts are hidden already, and may move against each other.
  for (const cell of [1, 2]) (table.cells[cell] as Cell).hidden = true;
  for (const cell of [4, 6]) (table.cells[cell] as Cell).cost = Number.POSITIVE_INFINITY;
  const { more } = await hideByRegion(table, provinceOf, { width: K, mayStick: false, threads: 1 });
  expect([...more]).toEqual([]);
  expect((await narrowedBelow(table, K)).size).toBe(0);
});

test("what fails in a thread fails where it was asked", async () => {
  const { cells, equations } = twoProvinces();
  const broken = { cells: equations[1]?.cells ?? [], signs: null as unknown as Equation["signs"] };
  const table = { cells, equations: [equations[0] as Equation, broken, equations[2] as Equation] };
  await expect(hideByRegion(table, provinceOf, { width: K, mayStick: false, threads: 2 })).rejects.toThrow(/null/);
});
