import { figure } from "./rows.ts";
import { rule } from "./rule.ts";

const figures = (...changes: object[]) => ({ figure: changes.map((change) => figure({ ...change })) });
const none = { done: null, done_qualifier: null, total: null, total_qualifier: null };
// A status has no measure unit.
const status = { ...none, indicator: "de_an_06.cccd_thay_the_bhyt", value_qualifier: "status", measure_unit: null };

rule("day/figure_after_report", {
  passes: figures({}),
  fails: [figures({ as_of: "2022-05-01" }), "1 as_of: 2022-05-01 | up to 2022-04-26"],
  boundary: [figures({ as_of: "2022-04-26" }, { as_of: "2022-04-27" }), "2 as_of: 2022-04-27"],
});

rule("figure/figure_empty", {
  passes: figures({}, { ...none, value: "8", value_qualifier: "exact" }, status),
  fails: [figures(none), "1 value: ∅ | done, value or a status"],
  // Zero is a number, and so is a text that has its own issue; a total alone states nothing, nor does a qualifier. The same
  // line of another file is another row.
  boundary: [
    figures(
      { done: "0", total: null },
      { ...none, value: "?" },
      { done: "?" },
      { done: null },
      { ...none, value_qualifier: "exact" },
      { ...none, input_file: "b.csv", record: 1 },
    ),
    ...["4 value", "5 value", "b.csv:1 value"],
  ],
});

rule("figure/indicator_unknown", {
  passes: figures({}),
  fails: [
    figures({ indicator: "lam_sach.khong_co" }),
    "1 indicator: lam_sach.khong_co | a code of the list of indicators, such as lam_sach.doi_tuong",
  ],
  boundary: [figures({ indicator: "lam_sach.doi_tuong_" }, { indicator: null }), "1 indicator: lam_sach.doi_tuong_"],
});

rule("figure/measure_misfit", {
  passes: figures({}, { measure_unit: "người" }, status),
  fails: [figures({ measure_unit: "dose" }), "1 measure_unit: dose | people"],
  // A unit that is in no list has its own issue; a status is counted in nothing.
  boundary: [
    figures({ measure_unit: null }, { measure_unit: "con bò" }, { ...status, measure_unit: "person" }),
    ...["1 measure_unit: ∅ | people", "3 measure_unit: person | blank"],
  ],
});

rule("figure/part_whole", {
  passes: figures({}, { total: null }),
  fails: [figures({ done: "425" }), "1 done: 425 | 424"],
  boundary: [figures({ done: "424" }, { done: "0", total: "0" }, { done: "1", total: "0" }), "3 done: 1 | 0"],
});

rule("figure/qualifier_missing", {
  passes: figures({}, { ...none, value: "8", value_qualifier: "khoảng" }, status),
  fails: [
    figures({ done_qualifier: null, total_qualifier: null, value: "8" }),
    "1 done_qualifier: 240 | one of: exact, rounded, approx, at_least, at_most",
    ...["1 total_qualifier: 424", "1 value_qualifier: 8"],
  ],
  // Zero is a number; a status is no qualifier of one.
  boundary: [
    figures(
      { done: "0", done_qualifier: null },
      { done_qualifier: "status" },
      { done_qualifier: "at_most" },
      { ...none, total_qualifier: null },
    ),
    ...["1 done_qualifier: 0 | ", "2 done_qualifier: 240 | "],
  ],
});

rule("figure/unit_unknown", {
  passes: figures({}, { unit_code: "VN" }),
  fails: [
    figures({ unit_code: "03" }, { unit_code: "99999" }),
    "1 unit_code: 03 | a unit code of edition 2022, such as 70 (Binh Phuoc) or VN",
    "2 unit_code: 99999",
  ],
  // 697 is a district of 2022 and nothing in 2025. A code of six characters and an edition that is none have their own issues.
  boundary: [
    figures(
      { unit_code: "697", edition: "2025" },
      { unit_code: "697" },
      { unit_code: "123456" },
      { unit_code: "697", edition: "1999" },
    ),
    "1 unit_code: 697 | a unit code of edition 2025",
  ],
});
