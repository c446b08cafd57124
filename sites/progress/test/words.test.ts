import { issueCodes, languages } from "@tiendo/schema";
import { expect, test } from "vitest";
import { addressUnder } from "../src/data/address.ts";
import { cellWords } from "../src/format/cell.ts";
import { longDate, shortDate } from "../src/format/date.ts";
import { equationLines } from "../src/format/equation.ts";
import { figureText } from "../src/format/figure.ts";
import { generalMeaning } from "../src/format/meaning.ts";
import { inBytes, inWords, signed } from "../src/format/number.ts";
import { computedPercent, computedRange, reportedBand, reportedPercent } from "../src/format/percent.ts";
import { sourceWords } from "../src/format/source.ts";
import { en } from "../src/texts/en.ts";
import { groupName } from "../src/texts/groups.ts";
import { differingTexts } from "../src/texts/same-texts.ts";
import { vi } from "../src/texts/vi.ts";
import { binhPhuoc, countRow, figureRow, ratioRow } from "./fixture/rows.ts";

test.for([
  [17_800_000, "rounded", "17,8 triệu", "17.8 million"],
  [7_600_000, "at_least", "7,6 triệu", "7.6 million"],
  [205_000_000, "approx", "205 triệu", "205 million"],
  [1_000_000, "at_most", "1 triệu", "1 million"],
  [900_000, "at_most", "900.000", "900,000"],
  [7_650_000, "approx", "7.650.000", "7,650,000"],
  [43_491_814, "exact", "43.491.814", "43,491,814"],
  [17_800_000, "exact", "17.800.000", "17,800,000"],
  [17_800_000, null, "17.800.000", "17,800,000"],
  [0, "exact", "0", "0"],
] as const)("%d said %s is %s", ([value, qualifier, vi, en]) => {
  expect(inWords(value, qualifier, "vi")).toBe(vi);
  expect(inWords(value, qualifier, "en")).toBe(en);
});

test.for([
  ["2022-04-06", "day", "ngày 06 tháng 4 năm 2022", "6 April 2022"],
  ["2022-04-26", "day", "ngày 26 tháng 4 năm 2022", "26 April 2022"],
  ["2022-01-10", "day", "ngày 10 tháng 01 năm 2022", "10 January 2022"],
  ["2022-02-09", "day", "ngày 09 tháng 02 năm 2022", "9 February 2022"],
  ["2022-10-31", "day", "ngày 31 tháng 10 năm 2022", "31 October 2022"],
  ["2022-03-31", "month", "tháng 3 năm 2022", "March 2022"],
  ["2022-02-28", "month", "tháng 02 năm 2022", "February 2022"],
  ["2022-12-31", "year", "năm 2022", "2022"],
] as const)("%s known to the %s is %s", ([iso, precision, vi, en]) => {
  expect(longDate(iso, precision, "vi")).toBe(vi);
  expect(longDate(iso, precision, "en")).toBe(en);
});

test("a short date has no zeros, and a month no day", () => {
  expect(shortDate("2022-04-06", "day", "vi")).toBe("6-4-2022");
  expect(shortDate("2022-03-31", "month", "vi")).toBe("3-2022");
  expect(shortDate("2022-03-31", "month", "en")).toBe("Mar 2022");
});

test("a date that is none says so", () => {
  expect(() => longDate("26/04/2022", "day", "vi")).toThrow("day is 26/04/2022; expected the form 2022-04-26");
});

test("zero, hidden, not reported, does not apply and never published are five things", () => {
  const cells = [
    cellWords(0, "exact", null, "vi"),
    ...(["c", "x", "z", null] as const).map((status) => cellWords(null, null, status, "vi")),
  ];
  expect(cells.map(({ kind }) => kind)).toEqual(["number", "hidden", "not_reported", "not_applicable", "none"]);
  expect(cells.map(({ text }) => text)).toEqual(["0", "bị ẩn", "chưa báo cáo", "không áp dụng", "chưa có số liệu"]);
});

test("a hidden cell keeps its secret though a number stands beside the status", () => {
  expect(cellWords(7, "exact", "c", "vi")).toEqual({ kind: "hidden", text: "bị ẩn", mark: null });
});

test("provisional and revised numbers stay numbers and say so", () => {
  expect(cellWords(1200, "exact", "p", "vi")).toEqual({ kind: "number", text: "1.200", mark: "sơ bộ" });
  expect(cellWords(1200, "exact", "r", "en")).toEqual({ kind: "number", text: "1,200", mark: "revised" });
});

test.for([
  [ratioRow(8, 11, { measure_unit: "public_service" }), "8/11 dịch vụ công"],
  [binhPhuoc, "gần 240.000/424.000 người"],
  [countRow(7_600_000, { value_qualifier: "at_least" }), "trên 7,6 triệu mũi"],
  [countRow(17_800_000, { value_qualifier: "rounded", measure_unit: "record" }), "17,8 triệu bản ghi"],
  [countRow(0), "0 mũi"],
  [figureRow({ value_qualifier: "status", value_status: null, measure_unit: null }), "đã thực hiện"],
  [figureRow({ done_status: "c", total_status: "c" }), "bị ẩn"],
  [ratioRow(12_000_000, 1, { done_qualifier: "at_least", total: null, total_status: "x" }), "trên 12 triệu người"],
  [ratioRow(5, 400, { done: null, done_status: "c" }), "bị ẩn/400"],
  [figureRow({ value_status: "x" }), "chưa báo cáo"],
] as const)("a figure reads as its source worded it: %$", ([figure, text]) => {
  expect(figureText(figure, "vi")).toBe(text);
});

test("Bình Phước: 50 % reported is 49.5 to 50.5, 56.6 % computed is 55.4 to 56.7", () => {
  expect(reportedPercent(binhPhuoc, "vi")).toBe("50%");
  expect(reportedBand(binhPhuoc)).toEqual([49.5, 50.5]);
  expect(computedPercent(binhPhuoc, "vi")).toBe("56,6%");
  expect(computedRange(binhPhuoc, "vi")).toBe("55,4–56,7%");
});

test("a percentage has as many decimals as its source gave", () => {
  const figure = ratioRow(301_043, 873_322, { reported_pct: 34.47, reported_pct_decimals: 2 });
  expect([reportedPercent(figure, "vi"), computedPercent(figure, "vi"), computedRange(figure, "vi")]).toEqual([
    "34,47%",
    "34,47%",
    null,
  ]);
});

test("a source's address becomes a link only where it is http or https", () => {
  expect(sourceWords("Báo A: https://a.vn/x?y=1")).toEqual({ name: "Báo A", url: "https://a.vn/x?y=1" });
  expect(sourceWords("https://a.vn/x")).toEqual({ name: "a.vn", url: "https://a.vn/x" });
  expect(sourceWords("javascript:alert(1)").url).toBeNull();
  expect(sourceWords("Báo A: javascript://a.vn/%0aalert(1)").url).toBeNull();
  expect(sourceWords("ftp://a.vn/x").url).toBeNull();
  expect(sourceWords("Báo A, 26-4-2022: tít báo").url).toBeNull();
});

test("the parts of an equation bear the names of its title, or numbers where they do not fit", () => {
  const row = {
    equation: "a",
    unit_code: "VN",
    as_of: "2022-03-31",
    title_en: "x",
    parts: "3 + 4",
    parts_sum: 7,
    whole: 7,
    gap: 0,
    closes: "yes",
  } as const;
  expect(equationLines({ ...row, title_vi: "đúng + sai = đã gửi" }, "vi")).toEqual({
    parts: [
      { label: "Đúng", value: "3" },
      { label: "Sai", value: "4" },
    ],
    whole: "Đã gửi",
  });
  expect(equationLines({ ...row, title_vi: "đã gửi" }, "vi").parts.map(({ label }) => label)).toEqual(["1", "2"]);
});

test("a gap has a true minus sign and bytes a unit", () => {
  expect([signed(-1, "vi"), signed(0, "vi"), signed(1500, "vi")]).toEqual(["−1", "0", "+1.500"]);
  expect([inBytes(710, "vi"), inBytes(15_100, "vi"), inBytes(2_500_000, "en")]).toEqual(["710 B", "15,1 KB", "2.5 MB"]);
});

test.for([
  ["/", "vi", "a/", "/a/"],
  ["/", "en", "", "/en/"],
  ["/tien-do/", "en", "a/", "/tien-do/en/a/"],
  ["/tien-do", "vi", "a/", "/tien-do/a/"],
] as const)("under %s the %s address of “%s” is %s", ([base, lang, path, address]) => {
  expect(addressUnder(base, lang, path)).toBe(address);
});

test("every rule has a meaning in both languages that names no place of a value and ends like a sentence", () => {
  const wrong = Object.entries(issueCodes).flatMap(([code, { messages }]) =>
    languages
      .map((lang) => `${code} ${generalMeaning(code, messages[lang], lang)}`)
      .filter((text) => /[…{}“”]|[:;,.]$|\s[:;,.)]|\s\s/u.test(text)),
  );
  expect(wrong).toEqual([]);
});

test.for([
  ["A.B", "Số đã làm {found} lớn hơn tổng số {expected}", "Số đã làm lớn hơn tổng số"],
  ["A.B", "The number done, …, is above the total, …", "The number done is above the total"],
  ["A.B", "Không mở được tệp: …. Cần: …", "Không mở được tệp"],
  ["A.B", "Số định danh “…” sai định dạng; cần …", "Số định danh sai định dạng"],
  ["SUM.PARTS", "Tổng các phần … khác số chung …", "Tổng các phần khác số chung"],
] as const)("rule %s, “%s”, means: %s", ([code, message, meaning]) => {
  expect(generalMeaning(code, message, "vi")).toBe(meaning);
});

test("a text that one language lacks, or has empty or of another kind, is told by its address", () => {
  const one = { a: "x", b: { c: "", d: () => "x", e: ["y", "z"] } };
  expect(differingTexts(one, { a: "u", b: { c: "", d: () => "v", e: ["w", "w"] } })).toEqual([]);
  expect(differingTexts(one, { a: "", b: { c: "", d: "v", e: ["w"] }, f: "w" })).toEqual(["a", "b.d", "b.e.1", "f"]);
  expect(differingTexts(vi, en)).toEqual([]);
});

test("a group of indicators has an English name where it is known, else keeps its own and its language", () => {
  expect(groupName("Hộ chiếu vắc xin", "en")).toEqual({ text: "Vaccine passports", lang: "en" });
  expect(groupName("Hộ chiếu vắc xin", "vi")).toEqual({ text: "Hộ chiếu vắc xin", lang: "vi" });
  expect(groupName("constructor", "en")).toEqual({ text: "constructor", lang: "vi" });
});
