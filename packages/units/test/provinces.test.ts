import { expect, test } from "vitest";
import { predecessorsOf, provinceFacts, successorsOf, unitByCode, unitsOf } from "../src/index.ts";

const provinces = (edition: "2022" | "2025") => unitsOf(edition).filter((one) => one.level === "province");

test("each of the 63 provinces has one successor, and together they are all 34", () => {
  const successors = provinces("2022").map((one) => successorsOf(one.code));
  expect(successors.every((one) => one.length === 1)).toBe(true);
  expect(new Set(successors.flat())).toEqual(new Set(provinces("2025")));
});

test("eleven provinces went on alone, the other 52 became 23", () => {
  const alone = provinces("2025").filter((one) => predecessorsOf(one.code).length === 1);
  expect(alone.map((one) => one.name)).toEqual([
    "Hà Nội",
    "Cao Bằng",
    "Điện Biên",
    "Lai Châu",
    "Sơn La",
    "Lạng Sơn",
    "Quảng Ninh",
    "Thanh Hóa",
    "Nghệ An",
    "Hà Tĩnh",
    "Huế",
  ]);
});

test("a successor of several keeps the code of one of them, not always of its namesake", () => {
  for (const one of provinces("2025")) expect(predecessorsOf(one.code).map((old) => old.code)).toContain(one.code);
  expect(successorsOf("27").map((one) => [one.code, one.name])).toEqual([["24", "Bắc Ninh"]]);
  expect(predecessorsOf("75").map((one) => one.name)).toEqual(["Bình Phước", "Đồng Nai"]);
});

test("districts, communes and the country have neither successors nor predecessors here", () => {
  for (const code of ["VN", "689", "25207", ""]) expect([successorsOf(code), predecessorsOf(code)]).toEqual([[], []]);
});

test("the English names of the fact list are those of the units", () => {
  for (const { code, name_en } of provinceFacts()) expect(unitByCode("2022", code)?.name_en).toBe(name_en);
});

test("the six regions hold 14, 11, 14, 5, 6 and 13 provinces", () => {
  const regions = Map.groupBy(provinceFacts(), (one) => one.region6);
  expect(Object.fromEntries([...regions].map(([region, facts]) => [region, facts.length]))).toEqual({
    "Trung du và miền núi phía Bắc": 14,
    "Đồng bằng sông Hồng": 11,
    "Bắc Trung Bộ và Duyên hải miền Trung": 14,
    "Tây Nguyên": 5,
    "Đông Nam Bộ": 6,
    "Đồng bằng sông Cửu Long": 13,
  });
});
