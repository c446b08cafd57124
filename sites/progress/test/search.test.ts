import { unitsOf } from "@tiendo/units";
import { expect, test } from "vitest";
import { findables, matches } from "../src/search/match.ts";
import { packIndex, unpackIndex } from "../src/search/packed-index.ts";
import type { SearchIndex } from "../src/search/search-index.ts";
import { packedSize } from "./browser/weight.ts";

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

test("units of one parent are sent together, each by what is added to the code before; others as they are", () => {
  const own: SearchIndex = [
    ["Thành phố Đồng Xoài", "don-vi/689-dong-xoai/"],
    ["Phường Tân Phú", "don-vi/25195-tan-phu/", 0],
    ["Phường Tân Đồng", "don-vi/25198-tan-dong/", 0],
    ["Xã A|B", "don-vi/25201-a-b/", 0],
    ["Xã Tên Khác", "don-vi/25204-ten-cu/", 0],
    ["Dữ liệu", "du-lieu/", "phần của báo cáo"],
  ];
  const packed = packIndex(own);
  expect(packed).toEqual([
    [null, 3, "689 Thành phố Đồng Xoài"],
    [0, 5, "25195 Phường Tân Phú|3 Phường Tân Đồng"],
    ...own.slice(3),
  ]);
  expect(unpackIndex(packed)).toEqual(own);
});

test("the country's index takes at most 62 KB on the wire, and unpacks to every unit", () => {
  const units = unitsOf("2022");
  const places = new Map(units.map(({ code }, place) => [code, place]));
  const country = units.map(
    ({ full_name, slug, parent_code }) =>
      [
        full_name,
        `don-vi/${slug}/`,
        ...(parent_code === null ? [] : [places.get(parent_code)]),
      ] as unknown as SearchIndex[number],
  );
  const packed = packIndex(country);
  expect(packedSize(Buffer.from(JSON.stringify(packed)))).toBeLessThanOrEqual(62 * 1024);
  expect(unpackIndex(packed)).toEqual(country);
});
