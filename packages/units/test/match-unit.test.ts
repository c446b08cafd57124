import { expect, test } from "vitest";
import { type Edition, type MatchScope, matchUnit } from "../src/index.ts";

/** "70" when found, "? 25207 25318" when ambiguous, "unknown" otherwise. */
function verdict(edition: Edition, written: string, scope?: MatchScope): string {
  const match = matchUnit(edition, written, scope);
  if (match.status === "found") return match.unit.code;
  if (match.status === "ambiguous") return `? ${match.candidates.map((one) => one.code).join(" ")}`;
  return match.status;
}

test.each<[string, string, MatchScope?]>([
  // codes
  ["70", "70"],
  [" 689 ", "689"],
  ["25207", "25207"],
  ["VN", "VN"],
  ["Việt Nam", "VN"],
  ["01", "01"],
  ["1", "unknown", { level: "province" }],
  // provinces, many writings
  ["Tỉnh Bình Phước", "70"],
  ["tỉnh bình phước", "70"],
  ["TỈNH BÌNH PHƯỚC", "70"],
  ["Tỉnh Bình Phước".normalize("NFD"), "70"],
  ["Tinh Binh Phuoc", "70"],
  ["T. Bình Phước", "70"],
  ["BINH-PHUOC", "70", { level: "province" }],
  ["Bình Phước", "70", { level: "province" }],
  ["Bình  Phước, Việt Nam", "70", { level: "province" }],
  ["Bình Phươc", "70", { level: "province" }],
  ["Hoà Bình", "17", { level: "province" }],
  ["Hòa Bình", "17", { level: "province" }],
  ["Thanh Hoá", "38", { level: "province" }],
  ["Khánh Hoà", "56", { level: "province" }],
  ["Đắk Lắk", "66"],
  ["Đăk Lăk", "66"],
  ["\u00d0ắk Lắk", "66"],
  ["Đắc Lắc", "66"],
  ["Daklak", "66"],
  ["Đăk Nông", "67", { level: "province" }],
  ["Đăk Nông", "? 67 23386"],
  ["Tỉnh Đắc Nông", "67"],
  ["Bà Rịa - Vũng Tàu", "77"],
  ["Bà Rịa – Vũng Tàu", "77"],
  ["Bà Rịa—Vũng Tàu", "77"],
  ["ba ria vung tau", "77"],
  ["BRVT", "77"],
  ["BR-VT", "77"],
  ["TP.HCM", "79"],
  ["TP. HCM", "79"],
  ["TPHCM", "79"],
  ["Tp. Hồ Chí Minh", "79"],
  ["T.P. Hồ Chí Minh", "79"],
  ["thanh pho ho chi minh", "79"],
  ["Hanoi", "01"],
  ["Thừa Thiên Huế", "46"],
  ["Thừa Thiên - Huế", "46"],
  ["TT Huế", "46"],
  ["Tỉnh Huế", "46"],
  ["Huế", "46", { level: "province" }],
  ["Huế", "? 46 474"],
  ["TP Huế", "474"],
  ["Bình Phước", "? 70 21073 29644"],
  // districts
  ["TP Đồng Xoài", "689"],
  ["Tx. Phước Long", "688"],
  ["H. Bù Đăng", "696"],
  ["Huyện Chơn Thành", "697"],
  ["Thị xã Chơn Thành", "unknown"],
  ["Quan Hóa", "385"],
  ["quan hoa", "? 385 00169"],
  ["Tịnh Biên", "? 890 30520"],
  ["huyện Tịnh Biên", "890"],
  ["Huyện Đăk Tô", "612"], // the list says Đắk Tô
  ["Huyện Đắk Đoa", "626"], // the list says Đăk Đoa
  ["Quận 1", "760"],
  ["Q.1", "760"],
  ["Q1", "760"],
  ["Quận 01", "760"],
  ["Phan Rang - Tháp Chàm", "582"],
  ["Huyện M'Đrắk", "652"],
  ["huyện M’Đrăk", "652"],
  // communes
  ["Xã Tân Thành", "? 25207 25318", { within: "70" }],
  ["Tân Thành", "25207", { within: "689" }],
  ["tan thanh", "25318", { within: "693" }],
  ["Phường Tân Thành", "unknown", { within: "689" }],
  ["Tân Thạnh", "unknown", { within: "689" }],
  ["Xã Tam Thanh", "20359", { within: "49" }],
  ["Xã Tam Thành", "20365", { within: "49" }],
  ["xa tam thanh", "? 20359 20365 20980", { within: "49" }],
  ["TT. Đức Phong", "25396", { within: "70" }],
  ["Đức Phong", "25396", { within: "696", level: "commune" }],
  ["Phường 1", "26896", { within: "764" }],
  ["Phường 01", "26896", { within: "764" }],
  ["P.1", "26896", { within: "764" }],
  ["01", "26896", { within: "764" }],
  ["1", "26896", { within: "764" }],
  ["Phường Đúc", "19780"],
  ["Phường Phường Đúc", "19780"],
  ["P Rao", "20467"],
  ["Xã H Bông", "23968"],
  ["xã Xá Lượng", "16921"],
  // paths, read from the right
  ["xã Tân Thành, TP Đồng Xoài, Bình Phước", "25207"],
  ["Xã Tân Thành, Huyện Bù Đốp, Tỉnh Bình Phước, Việt Nam", "25318"],
  ["tan thanh; bu dop; binh phuoc", "25318"],
  ["Tân Thành, Bình Phước", "? 25207 25318"],
  ["P1, Q.3, TPHCM", "27160"],
  ["Tân Thành, Đồng Xoài, Đồng Nai", "unknown"],
  ["Đồng Xoài, Bình Phước", "689"],
  // nothing to go by
  ["", "unknown"],
  [" ,;- ", "unknown"],
  ["Xã", "unknown"],
  ["không rõ", "unknown"],
])("2022: %s means %s", (written, expected, scope) => {
  expect(verdict("2022", written, scope)).toBe(expected);
});

test.each<[string, string, MatchScope?]>([
  ["Bắc Ninh", "24", { level: "province" }],
  ["TP Huế", "46"],
  ["Thừa Thiên Huế", "46"],
  ["Tỉnh Bình Phước", "unknown"],
  ["Bình Phước, Đồng Nai", "25195"],
  ["Phường Bình Phước", "25195"],
  ["Đặc khu Trường Sa, Khánh Hoà", "22736"],
  ["ĐK Hoàng Sa, TP. Đà Nẵng", "20333"],
  ["dac khu phu quoc", "31078"],
  ["Sài Gòn", "26740"], // the ward; the city is not called so
  ["Văn Miếu – Quốc Tử Giám, Hà Nội", "00226"],
  ["689", "unknown"],
])("2025: %s means %s", (written, expected, scope) => {
  expect(verdict("2025", written, scope)).toBe(expected);
});

test("an unknown name comes with up to three nearest units, in scope, nearest first", () => {
  const nearest = (written: string, scope?: MatchScope) => {
    const match = matchUnit("2022", written, scope);
    return match.status === "unknown" ? match.nearest.map((one) => one.full_name) : match.status;
  };
  expect(nearest("BINH PHUOK", { level: "province" })[0]).toBe("Tỉnh Bình Phước");
  expect(nearest("Thị xã Chơn Thành", { within: "697" })).toEqual(["Thị trấn Chơn Thành"]);
  expect(nearest("xã Tân Thạnh, TP Đồng Xoài, Bình Phước")[0]).toBe("Xã Tân Thành");
  expect(nearest("xyzxyzxyz")).toEqual([]);
});

test("a wrong accent is not read as a missing one", () => {
  expect(verdict("2022", "Bính Phước", { level: "province" })).toBe("unknown");
});

test("within leaves out the unit itself", () => {
  expect(verdict("2022", "Tỉnh Bình Phước", { within: "70" })).toBe("unknown");
});
