import * as Plot from "@observablehq/plot";
import { expect, test, vi } from "vitest";
import { claimComparison } from "../src/charts/claim-comparison.ts";
import { figureOverTime } from "../src/charts/figure-over-time.ts";
import { plotSvg } from "../src/charts/plot-svg.ts";
import { tileMap } from "../src/charts/tile-map.ts";
import { unitsCompared } from "../src/charts/units-compared.ts";
import { tilesOf } from "../src/data/tile-grid.ts";
import { units } from "./fixture/published.ts";
import { binhPhuoc, countRow, hostileNames } from "./fixture/rows.ts";

const overTime = [
  countRow(41_431_113, { as_of: "2022-03-30" }),
  countRow(43_491_814, { as_of: "2022-04-25" }),
  countRow(28_000_000, { as_of: "2022-06-03", value_qualifier: "at_least" }),
];
const bars = [
  { unit_code: "01", name: "Thành phố Hà Nội", value: 709_128, label: "709.128" },
  { unit_code: "79", name: "Thành phố Hồ Chí Minh", value: 1_491_421, label: "1.491.421" },
  { unit_code: "70", name: hostileNames.markup, value: null, label: "bị ẩn" },
  { unit_code: "74", name: "Tỉnh Bình Dương", value: 0, label: "0" },
];

const charts: Record<string, () => string> = {
  "claim-comparison": () => claimComparison(binhPhuoc, { id: "c", name: "Tỉnh Bình Phước", lang: "vi", width: 640 }),
  "claim-comparison-narrow-en": () =>
    claimComparison(binhPhuoc, { id: "c", name: "Binh Phuoc", lang: "en", width: 320 }),
  "figure-over-time": () => figureOverTime(overTime, { id: "t", title: "Mũi sai", lang: "vi", width: 640 }),
  "units-compared": () => unitsCompared(bars, { id: "u", title: "Mũi sai", width: 640 }),
  "tile-map": () =>
    tileMap(tilesOf("2022"), units, { id: "m", title: "Bản đồ", lang: "vi", href: ({ slug }) => `/x/${slug}/` }),
};

test.for(Object.entries(charts))(
  "%s draws what it drew, without a warning, the same bytes twice",
  async ([name, draw]) => {
    const warn = vi.spyOn(console, "warn");
    const svg = draw();
    expect(warn).not.toHaveBeenCalled();
    expect(draw()).toBe(svg);
    await expect(`${svg}\n`).toMatchFileSnapshot(`snapshots/${name}.svg`);
  },
);

test.for(Object.entries(charts))("%s says what it shows and needs no style in the page", ([, draw]) => {
  const svg = draw();
  expect(svg).toMatch(/role="(img|group)"/);
  expect(svg).toContain("<title");
  expect(svg).toContain("<desc");
  expect(svg).not.toMatch(/<style|<script| style=/);
});

test("names with markup are text in a chart", () => {
  expect(charts["units-compared"]?.()).toContain("&lt;script&gt;");
});

test("a Plot warning stops the build", () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const codes = [{ code: "01" }, { code: "02" }];
  const draw = () => plotSvg({ marks: [Plot.dot(codes, { x: "code" })] }, { id: "w", title: "", desc: "" });
  expect(draw).toThrow("Plot warns about chart w");
});

test("the map shows Hoàng Sa of Đà Nẵng and Trường Sa of Khánh Hòa in both editions", () => {
  for (const edition of ["2022", "2025"] as const) {
    const svg = tileMap(tilesOf(edition), units, { id: "m", title: "", lang: "vi", href: () => "/" });
    for (const text of ["Hoàng Sa", "(Đà Nẵng)", "Trường Sa", "(Khánh Hòa)"]) expect(svg).toContain(text);
  }
});
