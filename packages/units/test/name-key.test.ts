import { expect, test } from "vitest";
import { nameKey } from "../src/index.ts";

test.each([
  ["Hoà Bình", "hoa binh"],
  ["Hòa Bình", "hoa binh"],
  ["Đắk Lắk".normalize("NFD"), "dak lak"],
  ["\u00d0ắk Lắk", "dak lak"], // eth for Đ
  ["\u00d0ĂK–LĂK", "dak lak"],
  ["Bà Rịa – Vũng Tàu", "ba ria vung tau"],
  ["  Bà Rịa-Vũng   Tàu.", "ba ria vung tau"],
  ["TP. Đồng Xoài", "dong xoai"],
  ["T.P Huế", "hue"],
  ["TX.Phước Long", "phuoc long"],
  ["Thị xã Phước Long", "phuoc long"],
  ["thi xa phuoc long", "phuoc long"],
  ["TT. Đức Phong", "duc phong"],
  ["H. Bù Đăng", "bu dang"],
  ["Đặc khu Phú Quốc", "phu quoc"],
  ["Phường 01", "1"],
  ["P.01", "1"],
  ["P1", "1"],
  ["Q.10", "10"],
  ["Xã Đại Ân  2", "dai an 2"],
  ["K' Dang", "kdang"],
  ["Ea H’Leo", "ea hleo"],
  // Names that only look like a type word and a name:
  ["Quan Hóa", "quan hoa"],
  ["Tịnh Biên", "tinh bien"],
  ["P Rao", "p rao"],
  ["Phường Phường Đúc", "phuong duc"],
])("%s folds to %s", (written, key) => {
  expect(nameKey(written)).toBe(key);
});
