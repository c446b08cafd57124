import { expect, test } from "vitest";
import { findables, matches } from "../src/search/match.ts";
import type { SearchIndex } from "../src/search/search-index.ts";

const index: SearchIndex = [
  ["Tỉnh Bình Phước", "don-vi/70-binh-phuoc/"],
  ["Thành phố Đồng Xoài", "don-vi/689-dong-xoai/", 0],
  ["Huyện Bù Đăng", "don-vi/696-bu-dang/", 0],
  ["Huyện Bù Đốp", "don-vi/693-bu-dop/", 0],
  ["Xã Tân Thành", "don-vi/25207-tan-thanh/", 1],
  ["Xã Tân Thành", "don-vi/25314-tan-thanh/", 3],
  ["Xã Đak Nhau", "don-vi/25399-dak-nhau/", 2],
  ["Xã Đăng Hà", "don-vi/25426-dang-ha/", 2],
  ["Xã Bình Minh", "don-vi/25404-binh-minh/", 2],
  ["Dữ liệu", "du-lieu/", "phần của báo cáo"],
  ["Đối tượng đã làm sạch", "chi-so/lam-sach-doi-tuong/", "chỉ tiêu"],
  ["Tỉnh Bình Phước: Đối tượng đã làm sạch", "chi-so/lam-sach-doi-tuong/#lam_sach", "con số, 26-4-2022"],
];
const things = findables(index);
const found = (query: string) => matches(things, query).map(({ title, context }) => `${title} | ${context}`);
const titles = (query: string) => matches(things, query).map(({ title }) => title);

const buDang = "Huyện Bù Đăng | Tỉnh Bình Phước";
const dakNhau = "Xã Đak Nhau | Huyện Bù Đăng, Tỉnh Bình Phước";

test.for([
  ["bu dang", buDang],
  ["Bù Đăng", buDang],
  ["BÙ ĐĂNG", buDang],
  ["  bu   dang ", buDang],
  ["bù đăng".normalize("NFD"), buDang],
  ["Bù \u00d0ăng", buDang],
  ["huyen bu da", buDang],
  ["xa dak nhau", dakNhau],
  ["Đắk Nhau", dakNhau],
  ["tp dong xoai", "Thành phố Đồng Xoài | Tỉnh Bình Phước"],
  ["TP. Đồng Xoài", "Thành phố Đồng Xoài | Tỉnh Bình Phước"],
  ["x. dang ha", "Xã Đăng Hà | Huyện Bù Đăng, Tỉnh Bình Phước"],
  ["25399", dakNhau],
  ["70", "Tỉnh Bình Phước | "],
  ["du lieu", "Dữ liệu | phần của báo cáo"],
  ["lam sach", "Đối tượng đã làm sạch | chỉ tiêu"],
  ["binh phuoc lam sach", "Tỉnh Bình Phước: Đối tượng đã làm sạch | con số, 26-4-2022"],
] as const)("“%s” finds %s first", ([query, first]) => {
  expect(found(query)[0]).toBe(first);
});

test("two communes of one name are both found, each with its district, which tells them apart when it is typed", () => {
  const both = ["Xã Tân Thành | Thành phố Đồng Xoài, Tỉnh Bình Phước", "Xã Tân Thành | Huyện Bù Đốp, Tỉnh Bình Phước"];
  expect(found("tan thanh")).toEqual(both);
  expect(found("tân thành bù đốp")).toEqual([both[1]]);
});

test("a whole name goes before the beginning of one, words of the name before words around it, wider units before lower", () => {
  expect(titles("bu dang")).toEqual(["Huyện Bù Đăng", "Xã Đăng Hà", "Xã Đak Nhau", "Xã Bình Minh"]);
  expect(titles("binh").slice(0, 3)).toEqual([
    "Tỉnh Bình Phước",
    "Xã Bình Minh",
    "Tỉnh Bình Phước: Đối tượng đã làm sạch",
  ]);
  expect(titles("bu")).toEqual([
    "Huyện Bù Đăng",
    "Huyện Bù Đốp",
    "Xã Tân Thành",
    "Xã Đak Nhau",
    "Xã Đăng Hà",
    "Xã Bình Minh",
  ]);
});

test("of names that differ in their accents the one spelt as typed goes first", () => {
  const pair = findables([
    ["Xã Tân Hoa", "a/"],
    ["Xã Tân Hòa", "b/"],
  ]);
  expect(matches(pair, "tân hòa").map(({ path }) => path)).toEqual(["b/", "a/"]);
  expect(matches(pair, "tan hoa").map(({ path }) => path)).toEqual(["a/", "b/"]);
});

test.for(["", "   ", "-", "xyz", "dang nhau thanh", "ang", "du lieu bu dop"])("“%s” finds nothing", (query) => {
  expect(found(query)).toEqual([]);
});

test("signs of other languages than that of names are looked for as they are, and end nothing", () => {
  for (const query of ["(", "\\", "[a", "*", "<script>", "%", "\u202e"]) expect(found(query)).toEqual([]);
});

test("a unit that stands before the one it belongs to is a fault of the index", () => {
  expect(() =>
    findables([
      ["Xã A", "don-vi/1-a/", 1],
      ["Huyện B", "don-vi/2-b/"],
    ]),
  ).toThrow("entry don-vi/1-a/ belongs to");
});
