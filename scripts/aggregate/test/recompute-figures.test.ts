import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figureFile, figureRow } from "./figure-rows.ts";
import { draws } from "./protect/tables.ts";
import { equationTable, figuresIn, figureTable } from "./recompute/figures.ts";
import { notAsRecounted } from "./recompute/holds.ts";
import type { Recounted } from "./recompute/row.ts";
import { Workspace } from "./workspace.ts";

// The figures that were published, and beside them some hundred of each way to be wrong, as they come.
const published = new URL("../../../data/reports/vietnam-2022/raw/published_figures_2022.csv", import.meta.url);
const qualifiers = ["exact", "rounded", "approx", "at_least", "at_most"] as const;
let workspace: Workspace;
let tables: Recounted[];
let asOf: string;

/** Figures of made-up days: round and other numbers, of every qualifier; percentages right, slipped, swapped, rounded and cut. */
function drawn(count: number): string[] {
  const draw = draws(7);
  const one = <Value>(values: readonly Value[]) => values[Math.floor(draw() * values.length)] as Value;
  return Array.from({ length: count }, (_, at) => {
    const place = one([1, 1, 10, 100, 1000]);
    const total = place * Math.floor(1 + draw() * 900);
    const done = place * Math.floor((draw() * total) / place);
    const share = (100 * done) / total;
    const pct = one([
      share,
      share,
      share + 3,
      share * 10,
      share / 10,
      (100 * total) / (done || 1),
      10 * Math.floor(share / 10),
      50,
    ]);
    const written = one([0, 1, 2]);
    return figureRow({
      as_of: `2021-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (Math.floor(at / 12) % 28)).padStart(2, "0")}`,
      unit_code: one(["70", "01", "79"]),
      done: String(at % 40 === 0 ? 0 : done),
      done_qualifier: one(qualifiers),
      total: String(at % 40 === 0 ? 0 : total),
      total_qualifier: one(qualifiers),
      reported_pct: at % 25 === 0 || pct > 999 ? "" : pct.toFixed(written),
      source: `Báo ${at}`,
    });
  });
}

/** Doses right and wrong of those sent, stated by two sources, within what qualifiers allow and not. */
function sums(): string[] {
  const right = { unit_code: "VN", measure_unit: "mũi", indicator: "xac_minh.mui_dung" };
  const wrong = {
    ...right,
    indicator: "xac_minh.mui_sai",
    done: "",
    done_qualifier: "",
    total: "",
    total_qualifier: "",
  };
  return [
    figureRow({ ...right, as_of: "2021-05-01", done: "60", total: "100" }),
    figureRow({ ...wrong, as_of: "2021-05-01", value: "40", value_qualifier: "exact" }),
    figureRow({ ...wrong, as_of: "2021-05-01", value: "30", value_qualifier: "exact", source: "Báo khác" }),
    figureRow({ ...right, as_of: "2021-05-02", done: "60", total: "104" }),
    figureRow({ ...wrong, as_of: "2021-05-02", value: "40", value_qualifier: "rounded" }),
    figureRow({ ...right, as_of: "2021-05-03", done: "60", total: "106" }),
    figureRow({ ...wrong, as_of: "2021-05-03", value: "40", value_qualifier: "at_least" }),
  ];
}

beforeAll(async () => {
  workspace = await (await Workspace.create()).empty();
  const [, ...rows] = (await readFile(published, "utf8")).trimEnd().split(/\r?\n(?=[A-Z0-9]+,20)/);
  await workspace.send("figures.csv", figureFile(...rows, ...sums(), ...drawn(400)));
  const { folder } = await workspace.run();
  asOf = folder.split("/").at(-1) ?? "";
  const figures = await figuresIn(workspace.path("reports", workspace.id, "raw", "figures.csv"));
  tables = [figureTable(figures, "figures.csv"), await equationTable(workspace, figures)];
});
afterAll(() => workspace.remove());

test.for([
  ["figure", 400],
  ["equation", 5],
] as const)("%s is what is counted again from the file itself, number by number", async ([name, rows]) => {
  const recounted = tables.find(({ table }) => table === name) as Recounted;
  expect(recounted.exact.length).toBeGreaterThanOrEqual(rows);
  expect(await notAsRecounted(workspace, asOf, recounted)).toEqual([]);
});

test("every verdict and explanation is among them", () => {
  const rows = tables.flatMap(({ exact }) => exact);
  const seen = new Set(rows.flatMap(({ verdict, explanation, closes }) => [verdict, explanation, closes]));
  for (const one of ["agrees", "differs", "not_reported", "not_computable", true, false]) expect(seen).toContain(one);
  for (const one of [
    "rounding",
    "truncation_to_tens",
    "slipped_unit",
    "swapped_numbers",
    "another_denominator",
    "unexplained",
  ])
    expect(seen).toContain(one);
});
