import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nameInSentence } from "../src/data/bare-name.ts";
import { cleaningBelow, cleaningOf, rankOf } from "../src/data/cleaning.ts";
import { type Report, readReports } from "../src/data/report.ts";
import { hasPage, siblings, unitsAbove } from "../src/data/unit-pages.ts";
import { unitTree } from "../src/data/unit-tree.ts";
import { itemWords } from "../src/format/item.ts";
import { shareCard } from "../src/share/share-card.ts";
import { shareImageOf } from "../src/share/share-image.ts";
import { blocksView } from "../src/views/blocks.ts";
import { childrenView, rankingView } from "../src/views/children.ts";
import { funnelView, reachedFrom } from "../src/views/funnel.ts";
import { keyFigures } from "../src/views/key-figures.ts";
import { progressPoints, progressView } from "../src/views/progress.ts";
import { reconciliationView, restatementsView, signalsView } from "../src/views/returns.ts";
import { sentenceOf } from "../src/views/sentence.ts";
import { shareMapView } from "../src/views/share-map.ts";
import { stockBelowView } from "../src/views/stock.ts";
import type { NumbersRow } from "../src/views/view.ts";
import { weeksOf } from "../src/views/weekly.ts";
import { workFolder } from "./browser/built-site.ts";
import { communes } from "./fixture/people.ts";
import { writeFixture } from "./fixture/published.ts";

const folder = workFolder();
let report: Report;

beforeAll(() => {
  writeFixture(join(folder, "published"), "2022-08-01");
  writeFixture(join(folder, "published"));
  [report] = readReports(join(folder, "published")) as [Report];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const viewed = (code: string) => {
  const unit = report.tree.byCode.get(code);
  if (unit === undefined) throw new Error(`the fixture has no unit ${code}`);
  return { report, unit, lang: "vi" as const };
};
const texts = (rows: readonly { cells: readonly { text: string }[] }[]) =>
  rows.map(({ cells }) => cells.map(({ text }) => text));

test("a headline is the last point of its chart", () => {
  const { progress } = cleaningOf(report, communes.told) ?? {};
  expect(progressPoints(viewed(communes.told)).at(-1)).toEqual({ day: "2022-09-01", cleaned: progress?.cleaned });
  expect(keyFigures(viewed(communes.told)).find(({ id }) => id === "da-lam-sach")?.cell.sort).toBe(60);
});

test("the ranking, the table of children and the pages of the units say the same share", () => {
  for (const { unit } of cleaningBelow(report, "689")) {
    const own = keyFigures(viewed(unit.unit_code)).find(({ id }) => id === "ty-le")?.cell.text;
    for (const view of [rankingView(viewed("689")), childrenView(viewed("689"))]) {
      expect(view?.rows.find(({ href }) => href?.includes(unit.slug))?.cells[0]?.text).toBe(own);
    }
  }
});

test("the map of the country, its ranking and the pages of its provinces say the same share, or why there is none", () => {
  const map = shareMapView(viewed("VN"));
  for (const code of ["01", "70"]) {
    const own = keyFigures(viewed(code)).find(({ id }) => id === "ty-le")?.cell.text ?? "";
    const { unit } = viewed(code);
    expect(map?.rows.find(({ href }) => href?.includes(unit.slug))?.cells[0]?.text).toBe(own);
    expect(map?.svg).toContain(`<title>${unit.name_vi}: ${own}</title>`);
  }
  expect(map?.rows).toHaveLength(10);
  expect(map?.finding).toBe("1 trong 1 tỉnh, thành phố có số liệu đã làm sạch quá nửa");
  expect(shareMapView(viewed("70"))).toBeNull();
});

test("the card of a shared link says what the page says; a hidden share has no bar, markup is text", () => {
  const card = (code?: string) => shareCard({ report, lang: "vi", ...(code === undefined ? {} : viewed(code)) }, "");
  expect(card()).toContain("<dd>56,6%</dd>");
  expect(card()).toContain('<rect class="part" width="56.6%"');
  expect(card()).toContain("&lt;script&gt;");
  expect(card()).not.toContain("<script");
  expect(card("70")).toContain('<dd class="why">bị ẩn</dd>');
  expect(card("70")).not.toContain("<svg");
  expect(card("02")).toContain('<p class="synthetic">');
  expect(shareImageOf(report, "en", `${report.id}/don-vi/${viewed("70").unit.slug}/`).path).toBe(
    `en/${report.id}/chia-se/70-binh-phuoc.png`,
  );
  expect(shareImageOf(report, "vi", `${report.id}/du-lieu/`).alt).not.toMatch(/\d/);
});

test("the states add up to the subjects, and what blocks adds up to what remains", () => {
  for (const view of [funnelView(viewed(communes.told)), blocksView(viewed(communes.told))]) {
    const rows = view?.rows ?? [];
    const parts = rows.filter(({ total }) => !total).map(({ cells }) => cells[0]?.sort ?? Number.NaN);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(rows.find(({ total }) => total)?.cells[0]?.sort);
  }
});

test("who has passed a step is told from the states after it, or from those before it, or not at all", () => {
  const { progress } = cleaningOf(report, communes.told) ?? {};
  if (progress === undefined) throw new Error("the fixture's commune has no row");
  // 30 to be listed, 10 listed, 60 cleaned.
  expect([1, 2, 7].map((from) => reachedFrom(progress, from))).toEqual([70, 60, 60]);
  const hidesOne = { ...progress, mismatched: null };
  expect([1, 7].map((from) => reachedFrom(hidesOne, from))).toEqual([70, 60]);
  const hidesTwo = { ...hidesOne, to_list: null };
  expect(reachedFrom(hidesTwo, 1)).toBeNull();
});

test("a hidden unit has no rank, no change and no sentence of numbers", () => {
  expect(rankOf(report, viewed(communes.hidden).unit)).toBeNull();
  expect(cleaningOf(report, communes.hidden)?.change).toBeNull();
  expect(sentenceOf(viewed(communes.hidden))).not.toMatch(/\d (trong|đối tượng)/);
  expect(texts(rankingView(viewed("689"))?.rows ?? [])).toEqual([["60,0%"], ["bị ẩn"]]);
});

test("a number of a day that the release before stated otherwise says so, and leads to how it changed", () => {
  const changed = { table_name: "cleaning_daily", unit_code: communes.told, column_name: "cleaned_to_date" };
  const rows = [
    { ...changed, day: "2022-08-31" },
    { ...changed, day: "2022-08-30" },
  ];
  const tables = { ...report.tables, revision: new Map([[communes.told, rows]]) } as unknown as Report["tables"];
  const view = progressView({ ...viewed(communes.told), report: { ...report, tables } });
  // That of 30 August is hidden, which says more.
  expect(view?.rows.map(({ cells }) => cells.map(({ mark }) => mark))).toEqual([
    [null, null, null],
    [null, null, null],
    [null, null, "đã điều chỉnh"],
  ]);
  expect(view?.changed).toMatch(/^bao-cao-thu\/sua-doi\/#25195-/);
  expect(progressView(viewed(communes.told))?.changed).toBeUndefined();
});

test("equal shares share a place", () => {
  const rank = (shares: (number | null)[]) => {
    const [first, ...rows] = shares.map((cleaned_pct, index) => ({ unit_code: `${index}`, cleaned_pct }));
    const all = [first, ...rows].filter((row) => row !== undefined);
    const below = all.map(({ unit_code }) => ({ ...viewed("70").unit, unit_code, parent_code: "p" }));
    const tables = { cleaning_progress: new Map(all.map((row) => [row.unit_code, [row]])) };
    const tree = { byCode: new Map(below.map((unit) => [unit.unit_code, unit])), below: new Map([["p", below]]) };
    return rankOf(
      { ...report, tables, tree, cleaningBefore: new Map() } as unknown as Report,
      below[0] ?? viewed("70").unit,
    );
  };
  expect(rank([50, 60, 50, null])).toEqual({ place: 2, of: 3 });
  expect(rank([60, 60, 50])).toEqual({ place: 1, of: 3 });
  expect(rank([60])).toBeNull();
});

test("nothing is said of all units' vaccine where one cannot be judged", () => {
  const told = report.tables.stock_and_due.get(communes.told)?.[0];
  if (told === undefined) throw new Error("the fixture has no stock");
  const finding = (slow: ("yes" | "no" | null)[], whole: "yes" | "no" = "no") => {
    const codes = [communes.told, communes.hidden, communes.missing];
    const rows = slow.map((judged, index) => [codes[index] ?? "", [{ ...told, slow: judged }]] as const);
    const tables = {
      ...report.tables,
      stock_and_due: new Map([...rows, ["689", [{ ...told, slow: whole }]] as const]),
    };
    return stockBelowView({ ...viewed("689"), report: { ...report, tables } })?.finding;
  };
  expect(finding(["no", "no"])).toBe("Không đơn vị nào tiêm chậm trong khi vắc xin còn");
  expect(finding(["no", "no"], "yes")).toMatch(/^Tính riêng thì không đơn vị nào tiêm chậm, tính chung cả .* thì chậm/);
  expect(finding(["no", null])).toBe("Vắc xin còn tồn và người đến hạn tiêm");
  expect(finding(["yes", null, "no"])).toBe("1 trong 3 đơn vị tiêm chậm trong khi vắc xin còn");
});

test("in the edition of 2025 a commune's parent is its province, and its rank is among the province's communes", () => {
  const base = viewed("70").unit;
  const province = { ...base, unit_code: "75", edition: "2025", parent_code: null } as const;
  const units = [
    province,
    ...["1", "2", "3"].map((code) => ({ ...base, level: "commune", unit_code: code, parent_code: "75" }) as const),
  ];
  const { progress } = cleaningOf(report, communes.told) ?? {};
  if (progress === undefined) throw new Error("the fixture's commune has no row");
  const rows = units.slice(1).map(({ unit_code }, index) => {
    return [unit_code, [{ ...progress, unit_code, cleaned_pct: 50 + index }]] as const;
  });
  const tables = { ...report.tables, cleaning_progress: new Map(rows) };
  const flat = { ...report, units, tree: unitTree(units), tables };
  const unit = units[2] ?? province;
  expect(unitsAbove(flat, unit).map(({ unit_code }) => unit_code)).toEqual(["75"]);
  expect(siblings(flat, unit).map(({ unit_code }) => unit_code)).toEqual(["1", "3"]);
  expect(rankOf(flat, unit)).toEqual({ place: 2, of: 3 });
  expect(childrenView({ report: flat, unit: province, lang: "vi" })?.rows).toHaveLength(3);
});

test("a name within a sentence has a small first letter where it begins with its type", () => {
  const names = ["Tỉnh Bình Phước", "Việt Nam", "Thị xã Phước Long", "Quận 1"].map(nameInSentence);
  expect(names).toEqual(["tỉnh Bình Phước", "Việt Nam", "thị xã Phước Long", "quận 1"]);
});

test("a week of which a vaccine is hidden counts what is told and says that it is partial", () => {
  const row = { unit_code: "1", scope: "all", week: "2022-04-04", dose_kind: "primary", doses_status: null } as const;
  const rows = [
    { ...row, vaccine: "pfizer", doses: 30 } as const,
    { ...row, vaccine: "moderna", dose_kind: "booster_1", doses: 12 } as const,
    { ...row, vaccine: "abdala", doses: null, doses_status: "c" } as const,
  ];
  expect(weeksOf(rows)).toEqual([{ week: "2022-04-04", primary: 30, booster: 12, partial: true }]);
  // A week without rows had no doses, and has its place between the others.
  const later = { ...row, week: "2022-04-18", vaccine: "pfizer", doses: 7 } as const;
  expect(weeksOf([...rows, later]).map(({ week, primary }) => `${week} ${primary}`)).toEqual([
    "2022-04-04 30",
    "2022-04-11 0",
    "2022-04-18 7",
  ]);
});

test("a unit without rows has a page where people are followed; parent and siblings are those with pages", () => {
  const { unit } = viewed(communes.missing);
  expect(hasPage(report, unit)).toBe(true);
  expect(unitsAbove(report, unit).map(({ unit_code }) => unit_code)).toEqual(["VN", "70", "689"]);
  expect(siblings(report, unit).map(({ unit_code }) => unit_code)).toEqual([communes.told, communes.hidden]);
});

test("people of no known lower unit have a row of their own before the whole", () => {
  const [whole] = report.tables.cleaning_progress.get("689") ?? [];
  if (whole === undefined) throw new Error("the fixture's district has no row");
  const here = { ...whole, scope: "at_this_level" as const, subjects: 7, subjects_status: null };
  const rows = childrenView({
    ...viewed("689"),
    report: { ...report, cleaningAtThisLevel: new Map([["689", [here]]]) },
  })?.rows;
  expect(rows?.at(-2)).toMatchObject({ title: "Chưa rõ đơn vị cấp dưới", cells: { 1: { text: "7" } } });
  expect(rows?.at(-1)?.total).toBe(true);
  expect(childrenView(viewed("689"))?.rows.map(({ title }) => title)).not.toContain("Chưa rõ đơn vị cấp dưới");
});

test("a number of a return is named in words, a lot as it is", () => {
  expect(itemWords(report, "subjects_cleaned", "vi")).toBe("Số đối tượng đã làm sạch");
  expect(itemWords(report, "vero_cell VC9597 closing", "en")).toBe("Vero Cell, VC9597, Closing");
  for (const view of [signalsView, restatementsView])
    expect(texts(view({ report, lang: "vi" })?.rows ?? []).flat()).toContain("Số đối tượng đã làm sạch");
});

test("numbers that agree with what was computed stay folded below those that do not, and none is left out", () => {
  const stated = [...report.tables.reconciliation.values()].flat();
  const [row] = stated;
  if (row === undefined) throw new Error("the fixture reconciles nothing");
  const rows = [
    { ...row, verdict: "agrees" as const },
    { ...row, verdict: "differs" as const, reported: 1 },
    { ...row, verdict: null, verdict_status: "c" as const },
  ];
  const tables = { ...report.tables, reconciliation: new Map([[row.unit_code, rows]]) };
  const view = reconciliationView({ report: { ...report, tables }, lang: "vi" });
  const verdictsOf = (lines: readonly NumbersRow[] = []) => lines.map(({ cells }) => cells[3]?.text);
  expect(verdictsOf(view?.rows)).toEqual(["không khớp", "bị ẩn"]);
  expect(view?.folded?.title).toBe("Khớp: 1 số");
  expect(verdictsOf(view?.folded?.rows)).toEqual(["khớp"]);
});
