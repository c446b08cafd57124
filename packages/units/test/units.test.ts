import { expect, test } from "vitest";
import { extractUnits } from "../scripts/extract.ts";
import {
  ancestorsOf,
  childrenOf,
  EDITIONS,
  type Edition,
  englishNameOf,
  lookupRows,
  nameKey,
  pathOf,
  type Unit,
  type UnitLevel,
  unitByCode,
  unitBySlug,
  unitsOf,
} from "../src/index.ts";

function counts(edition: Edition): Record<string, number> {
  const groups = Map.groupBy(unitsOf(edition), (unit) => unit.level);
  return Object.fromEntries([...groups].map(([level, units]) => [level, units.length]));
}

const below = (province: string, level: UnitLevel) =>
  unitsOf("2022").filter((u) => u.level === level && ancestorsOf("2022", u.code).some((a) => a.code === province));

function unit(edition: Edition, code: string): Unit {
  const found = unitByCode(edition, code);
  if (found === undefined) throw new Error(`no unit ${code} in ${edition}`);
  return found;
}

test("2022 has 63 provinces, 705 districts and 10,599 communes", () => {
  expect(counts("2022")).toEqual({ country: 1, province: 63, district: 705, commune: 10_599 });
});

test("2025 has 34 provinces, no districts and 3,321 communes", () => {
  expect(counts("2025")).toEqual({ country: 1, province: 34, commune: 3_321 });
});

test("the 2025 communes are 2,621 xã, 687 phường and 13 đặc khu", () => {
  const types = Map.groupBy(childrenless("2025"), (one) => one.type);
  expect([types.get("xa")?.length, types.get("phuong")?.length, types.get("dac-khu")?.length]).toEqual([2621, 687, 13]);
});

function childrenless(edition: Edition): Unit[] {
  return unitsOf(edition).filter((one) => one.level === "commune");
}

test.each(EDITIONS)("the committed list of %s is what the source package says", (edition) => {
  const kept = unitsOf(edition).map((u) => [u.code, u.level, u.parent_code, u.type, u.name, u.full_name].join(","));
  expect(kept.join("\n")).toBe(extractUnits(edition).trimEnd().split("\n").slice(1).join("\n"));
});

test.each(EDITIONS)("in %s every unit sits under a unit of the level above", (edition) => {
  const above = { province: "country", district: "province", commune: edition === "2022" ? "district" : "province" };
  for (const one of unitsOf(edition)) {
    if (one.level === "country") expect(one.parent_code).toBeNull();
    else expect(unit(edition, one.parent_code ?? "").level, one.code).toBe(above[one.level]);
  }
});

test.each(EDITIONS)("in %s a province code has 2 digits, a district code 3, a commune code 5", (edition) => {
  const shapes = { country: /^VN$/, province: /^\d{2}$/, district: /^\d{3}$/, commune: /^\d{5}$/ };
  expect(unitsOf(edition).filter((one) => !shapes[one.level].test(one.code))).toEqual([]);
});

test.each(EDITIONS)("in %s slugs are unique, plain, and lead back to their unit", (edition) => {
  expect(new Set(unitsOf(edition).map((one) => one.slug)).size).toBe(unitsOf(edition).length);
  for (const one of unitsOf(edition)) {
    expect(one.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(unitBySlug(edition, one.slug)).toBe(one);
  }
});

test("slugs are the code and the accent-free name, the country's its name alone", () => {
  const slugs = ["VN", "70", "689", "25207", "77"].map((code) => unit("2022", code).slug);
  expect(slugs).toEqual(["viet-nam", "70-binh-phuoc", "689-dong-xoai", "25207-tan-thanh", "77-ba-ria-vung-tau"]);
});

test("names are NFC, without doubled spaces, and begin with their type word in one spelling", () => {
  for (const one of EDITIONS.flatMap(unitsOf)) {
    expect(one.full_name).toBe(one.full_name.normalize("NFC").replace(/\s+/g, " ").trim());
    expect(one.full_name).toMatch(
      /^(Việt Nam|(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Phường|Xã|Thị trấn|Đặc khu) [\p{Lu}\d].*)$/u,
    );
  }
});

test("five island districts of 2022 have no communes", () => {
  const empty = unitsOf("2022").filter((one) => one.level === "district" && childrenOf("2022", one.code).length === 0);
  expect(empty.map((one) => `${one.code} ${one.name}`)).toEqual([
    "318 Bạch Long Vĩ",
    "471 Cồn Cỏ",
    "498 Hoàng Sa",
    "536 Lý Sơn",
    "755 Côn Đảo",
  ]);
});

test("Bình Phước of 2022 has 11 districts and 111 communes, and Chơn Thành is still a huyện", () => {
  expect([below("70", "district").length, below("70", "commune").length]).toEqual([11, 111]);
  expect(unit("2022", "697").full_name).toBe("Huyện Chơn Thành");
});

test("a code means another unit in another edition", () => {
  expect([unit("2022", "24").name, unit("2025", "24").name]).toEqual(["Bắc Giang", "Bắc Ninh"]);
  expect([unit("2022", "25195").full_name, unit("2025", "25195").full_name]).toEqual([
    "Phường Tân Phú",
    "Phường Bình Phước",
  ]);
});

test("ancestors come root first, without the unit itself", () => {
  expect(ancestorsOf("2022", "25207").map((one) => one.code)).toEqual(["VN", "70", "689"]);
  expect(ancestorsOf("2022", "VN")).toEqual([]);
  expect(ancestorsOf("2022", "00")).toEqual([]);
});

test("a path is written smallest first, without the country", () => {
  expect(pathOf("2022", "25207")).toBe("Xã Tân Thành, Thành phố Đồng Xoài, Tỉnh Bình Phước");
  expect(() => pathOf("2025", "689")).toThrow("unit code is 689; expected a code of edition 2025");
});

test("English names are accent-free with the type word behind, a number behind its word", () => {
  const names = ["VN", "70", "01", "689", "760", "25207"].map((code) => englishNameOf(unit("2022", code)));
  expect(names).toEqual([
    "Viet Nam",
    "Binh Phuoc province",
    "Ha Noi city",
    "Dong Xoai city",
    "Urban district 1",
    "Tan Thanh commune",
  ]);
});

test.each(EDITIONS)("in %s the lookup key of a unit is the name key of its full name", (edition) => {
  const rows = lookupRows(edition);
  expect(rows.length).toBe(unitsOf(edition).length);
  expect(rows.filter((one) => nameKey(one.full_name) !== one.key)).toEqual([]);
});

test("the first load of both editions takes a fraction of a second", () => {
  // Measured 70 ms for 2022 when nothing else runs; the limit leaves room for a busy machine.
  const started = performance.now();
  EDITIONS.forEach(unitsOf);
  expect(performance.now() - started).toBeLessThan(500);
});
