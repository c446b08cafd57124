import * as Plot from "@observablehq/plot";
import { unitsOf } from "@tiendo/units";
import { expect, test, vi } from "vitest";
import { claimComparison } from "../src/charts/claim-comparison.ts";
import { coverageByDose } from "../src/charts/coverage-by-dose.ts";
import { dosesByWeek } from "../src/charts/doses-by-week.ts";
import { figureOverTime } from "../src/charts/figure-over-time.ts";
import { plotSvg } from "../src/charts/plot-svg.ts";
import { progressToDate } from "../src/charts/progress-to-date.ts";
import { relativePath } from "../src/charts/relative-path.ts";
import { type ProvinceShare, shareMap } from "../src/charts/share-map.ts";
import { stepFunnel } from "../src/charts/step-funnel.ts";
import { stockAgainstDue } from "../src/charts/stock-against-due.ts";
import { tileMap } from "../src/charts/tile-map.ts";
import { unitMultiples } from "../src/charts/unit-multiples.ts";
import { unitRanking } from "../src/charts/unit-ranking.ts";
import { unitsCompared } from "../src/charts/units-compared.ts";
import { tilesOf } from "../src/data/tile-grid.ts";
import { units as ofReport } from "./fixture/published.ts";
import { binhPhuoc, countRow, hostileNames } from "./fixture/rows.ts";

/** Those of the fixture, and every other province, of which the map has a tile too. */
const units = [
  ...ofReport,
  ...unitsOf("2022")
    .filter(({ code, level }) => level === "province" && !ofReport.some(({ unit_code }) => unit_code === code))
    .map(({ code: unit_code, edition, level, parent_code, full_name, slug }) => {
      return { unit_code, edition, level, parent_code, name_vi: full_name, name_en: full_name, slug, figures: 0 };
    }),
];

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

const own = (id: string) => ({ id, title: "Tiêu đề", desc: "Lời tả", lang: "vi" as const });
const steps = [
  { name: "Phải làm sạch", reached: 100 },
  { name: "1. Đã lập danh sách", reached: 70 },
  { name: "2. Đã rà soát", reached: 0 },
  { name: "Đã làm sạch", reached: null },
];
const days = [
  { day: "2022-04-01", cleaned: 0 },
  { day: "2022-04-12", cleaned: 30 },
  { day: "2022-04-13", cleaned: null },
  { day: "2022-04-20", cleaned: 50 },
  { day: "2022-04-26", cleaned: 60 },
];
const shares = [
  { name: "Huyện Lộc Ninh", share: 0, before: null, words: "0,0%" },
  { name: hostileNames.markup, share: null, before: null, words: "bị ẩn" },
  { name: "Huyện Bù Đốp", share: null, before: null, words: "chưa báo cáo", missing: true },
  { name: "Thị xã Phước Long", share: 64.6, before: 47.7, words: "64,6%" },
];

const mapped = [
  { share: 0, words: "0,0%", hidden: false },
  { share: null, words: "bị ẩn", hidden: true },
  { share: null, words: "chưa có số liệu", hidden: false },
  { share: 97.4, words: "97,4%", hidden: false },
];

const charts: Record<string, () => string> = {
  "claim-comparison": () => claimComparison(binhPhuoc, { id: "c", name: "Tỉnh Bình Phước", lang: "vi", width: 640 }),
  "claim-comparison-narrow-en": () =>
    claimComparison(binhPhuoc, { id: "c", name: "Binh Phuoc", lang: "en", width: 320 }),
  "figure-over-time": () => figureOverTime(overTime, { id: "t", title: "Mũi sai", lang: "vi", width: 640 }),
  "units-compared": () => unitsCompared(bars, { id: "u", title: "Mũi sai", width: 640 }),
  "progress-to-date": () =>
    progressToDate(days, { ...own("p"), subjects: 100, deadlines: ["2022-04-20", "2022-05-05", "2022-06-01"] }),
  "step-funnel": () => stepFunnel(steps, own("f")),
  "unit-ranking": () => unitRanking(shares, own("r")),
  "unit-multiples": () =>
    unitMultiples(
      ["Huyện Lộc Ninh", hostileNames.markup, "Bù Đốp", "Xã 4"].map((name, index) => ({
        name,
        words: `${index}%`,
        points: days.map(({ day, cleaned }) => ({ day, share: cleaned === null ? null : cleaned - index })),
      })),
      own("m"),
    ),
  "coverage-by-dose": () =>
    coverageByDose(
      [
        { age: "18–49 tuổi", dose: "≥ 1 mũi", share: 120, words: "120,0%", hidden: false },
        { age: "18–49 tuổi", dose: "nhắc lại 1", share: 0, words: "0,0%", hidden: false },
        { age: "65 tuổi trở lên", dose: "≥ 1 mũi", share: null, words: "bị ẩn", hidden: true },
        { age: "65 tuổi trở lên", dose: "nhắc lại 1", share: null, words: "chưa báo cáo", hidden: false },
      ],
      own("b"),
    ),
  "doses-by-week": () =>
    dosesByWeek(
      [
        { week: "2022-04-04", primary: 30, booster: 12, partial: false },
        { week: "2022-04-11", primary: 0, booster: 0, partial: false },
        { week: "2022-04-18", primary: 0, booster: 0, partial: true },
        { week: "2022-04-25", primary: 0, booster: 5, partial: true },
      ],
      own("w"),
    ),
  "stock-against-due": () =>
    stockAgainstDue(
      [
        { name: "Huyện Lộc Ninh", doses_left: 900, doses_words: "900", persons_due: 1200, due_words: "1.200" },
        { name: "Huyện Bù Đốp", doses_left: 0, doses_words: "0", persons_due: null, due_words: "bị ẩn" },
        { name: "Bù Gia", doses_left: null, doses_words: "bị ẩn", persons_due: null, due_words: "bị ẩn" },
        {
          name: "Bù Đăng",
          doses_left: null,
          doses_words: "chưa báo cáo",
          missing: true,
          persons_due: 7,
          due_words: "7",
        },
      ],
      own("s"),
    ),
  "share-map": () =>
    shareMap(
      tilesOf("2022"),
      units
        .filter(({ level }) => level === "province")
        .slice(0, 4)
        .map((unit, index) => ({ unit, href: `/x/${unit.slug}/`, ...mapped[index] }) as ProvinceShare),
      { ...own("k"), lang: "vi" },
    ),
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

test("a hidden bar is dashed, a missing one dotted, a zero neither", () => {
  const drawn = (name: string, dashes: string) => {
    const groups = charts[name]?.().match(new RegExp(`<g[^>]*stroke-dasharray="${dashes}"[^>]*>.*?</g>`, "gs")) ?? [];
    return groups.join("").match(/<rect/g)?.length ?? 0;
  };
  const names = ["step-funnel", "unit-ranking", "stock-against-due", "coverage-by-dose"];
  expect(names.map((name) => drawn(name, "2 3"))).toEqual([1, 1, 1, 1]);
  expect(names.map((name) => drawn(name, "1 6"))).toEqual([0, 1, 1, 0]);
});

test("on the map of shares a hidden province, a missing one and zero look different", () => {
  const svg = charts["share-map"]?.() ?? "";
  const count = (kind: string) => svg.split(`tile ${kind}"`).length - 1;
  expect([count("tile-share"), count("tile-hidden"), count("tile-missing"), count("tile-none")]).toEqual([2, 1, 1, 59]);
  expect(svg).toMatch(/tile-share"[^>]*><title>Thành phố Hà Nội: 0,0%<\/title><rect[^>]*fill-opacity="0.04"/);
});

test("a hidden day breaks the line of progress", () => {
  const svg = charts["progress-to-date"]?.() ?? "";
  const line = /<g[^>]*stroke-width="3"[^>]*><path d="([^"]*)"/.exec(svg)?.[1] ?? "";
  expect(line.match(/M/g)).toHaveLength(2);
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

test("a line told from point to point goes through the same places; what is no plain line stays as it is", () => {
  const path = "M43.9,91.3L47.1,89.9L50.2,90L50.2,-3M0,4L0.1,4";
  expect(relativePath(path)).toBe("M43.9,91.3l3.2,-1.4l3.1,0.1l0,-93M0,4l0.1,0");
  for (const other of ["M1,2L3,4Z", "M1,2C3,4,5,6,7,8", "m1,2l3,4", ""]) expect(relativePath(other)).toBe(other);
});
