import { columnsOf, type RowKind, rowKinds } from "@tiendo/schema";
import type { Case } from "./case.ts";
import { type Judged, judgedCases } from "./judged.ts";
import type { Cells } from "./people.ts";

const columnsFor = (kind: RowKind) => columnsOf(rowKinds[kind].schema).map(({ name }) => name);
const onto = (right: Cells) => (changes: Cells) => ({ ...right, ...changes });

const stock = onto({
  unit_code: "70",
  as_of: "2022-04-19",
  vaccine: "Pfizer",
  lot: "FF2832",
  expiry: "2022-08-31",
  opening: "1000",
  received: "500",
  issued: "200",
  used: "700",
  wasted: "10",
  closing: "590",
});
const nothing = { opening: null, received: null, issued: null, used: null, wasted: null, closing: null };
const stocks: Judged[] = [
  ["", { lot: "A01" }],
  ["W STOCK.BALANCE", { lot: "A02", closing: "591" }],
  ["Q STOCK.NEGATIVE", { lot: "A03", wasted: "-1", closing: null }],
  ["", { lot: "A04", wasted: "0", closing: "600" }],
  ["W DOSES.OVER_STOCK", { lot: "A05", used: "1501", closing: null }],
  ["", { lot: "A06", used: "1500", closing: null }],
  ["W EXPIRY.PASSED", { lot: "A07", expiry: "2022-04-18" }],
  ["", { lot: "A08", expiry: "2022-04-19" }],
  ["Q VALUE.MISSING", { lot: null }],
  ["Q VALUE.MISSING", { lot: "A10", ...nothing }],
  ["Q DATE.AFTER_REPORT", { lot: "A11", as_of: "27/04/2022" }],
  ["", { lot: "A12", as_of: "26/04/2022" }],
  ["Q UNIT.UNKNOWN", { lot: "A13", unit_code: "03" }],
  ["Q UNIT.MISSING", { lot: "A14", unit_code: null }],
  ["Q NUMBER.AMBIGUOUS", { lot: "A15", opening: "1.000" }],
  ["Q NUMBER.AMBIGUOUS", { lot: "A16", opening: "1,000" }],
  ...Array.from({ length: 12 }, (_, at): Judged => ["", { lot: `B${10 + at}` }]),
];

const progress = onto({
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-19",
  subjects_total: "1000",
  subjects_cleaned: "500",
});
const steps = { listed: "900", reviewed: "800", matched: "700", handed_back: "600", updated: "500" };
const returns: Judged[] = [
  ["", { unit_code: "01" }],
  ["Q PART.WHOLE", { unit_code: "02", subjects_cleaned: "1001" }],
  ["", { unit_code: "04", as_of: "2022-04-18", subjects_cleaned: "1000" }],
  ["Q COUNT.NEGATIVE", { unit_code: "06", subjects_cleaned: "-1" }],
  ["", { unit_code: "08", as_of: "2022-04-17", subjects_cleaned: "0" }],
  ["W NOT_ENTERED.NEGATIVE", { unit_code: "10", doses_given: "100", doses_recorded: "101" }],
  ["W NOT_ENTERED.DIFFERS", { unit_code: "11", doses_given: "100", doses_recorded: "90", doses_not_entered: "11" }],
  ["W STATE.ORDER", { unit_code: "12", ...steps, matched: "801" }],
  ["", { unit_code: "14", ...steps }],
  ["W CLAIM.MISMATCH", { unit_code: "15", reported_pct: "50,1" }],
  ["", { unit_code: "17", reported_pct: "50.0" }],
  ["Q PERCENTAGE.FORMAT", { unit_code: "19", reported_pct: "50%" }],
  ["I RETURN.LATE", { unit_code: "20", received_at: "23/04/2022" }],
  ["", { unit_code: "22", received_at: "22/04/2022" }],
  ["Q EDITION.UNKNOWN", { unit_code: "24", edition: "1999" }],
  ["Q VALUE.MISSING", { unit_code: "25", subjects_total: null, subjects_cleaned: null }],
  ["Q VALUE.RANGE", { unit_code: "26", subjects_total: "1000000000001" }],
  ["Q DATE.MISSING", { unit_code: "27", as_of: null }],
  ...["30", "31", "33", "34", "35", "36", "37", "38", "40", "42"].map((unit_code): Judged => ["", { unit_code }]),
];

const weeks: Judged[] = [
  ["", { as_of: "2022-04-05", unit_code: "01" }],
  ["W CUMULATIVE.FALLS", { as_of: "2022-04-12", unit_code: "01", subjects_cleaned: "499" }],
  ["", { as_of: "2022-04-05", unit_code: "02" }],
  ["W CHANGE.LARGE", { as_of: "2022-04-12", unit_code: "02", subjects_total: "1331" }],
  ["", { as_of: "2022-04-05", unit_code: "04" }],
  ["", { as_of: "2022-04-12", unit_code: "04", subjects_total: "1330" }],
];

const districts = ["688", "689", "690", "691", "692", "693", "694", "695", "696", "697", "698"];
const children: Judged[] = [
  ["W SUM.CHILDREN", { subjects_total: null, subjects_cleaned: "1100" }],
  ...districts.map(
    (unit_code, at): Judged => [
      at === 10 ? "W OUTLIER.VALUE" : "",
      { unit_code, subjects_total: null, subjects_cleaned: at === 10 ? "900" : String(100 + at) },
    ],
  ),
];

const figure = onto({
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-19",
  as_of_precision: "day",
  indicator: "lam_sach.doi_tuong",
  done: "240000",
  done_qualifier: "at_most",
  total: "424000",
  total_qualifier: "rounded",
  measure_unit: "person",
  source: "Báo Bình Phước",
});
const from = (nth: number, changes: Cells = {}) => ({ source: `Nguồn ${nth}`, ...changes });
const figures: Judged[] = [
  ["", from(1)],
  ["Q PART.WHOLE", from(2, { done: "424001" })],
  ["", from(3, { done: "424000" })],
  ["Q QUALIFIER.MISSING", from(4, { done_qualifier: null })],
  ["Q FIGURE.EMPTY", from(5, { done: null, total: null })],
  ["Q INDICATOR.UNKNOWN", from(6, { indicator: "lam_sach.khong_co" })],
  ["Q INDICATOR.UNKNOWN", from(7, { indicator: "Làm sạch" })],
  ["Q MEASURE.MISFIT", from(8, { measure_unit: "dose" })],
  ["Q MEASURE.UNKNOWN", from(9, { measure_unit: "con" })],
  ["Q SOURCE.MISSING", { source: null }],
  ["Q UNIT.UNKNOWN", from(11, { unit_code: "03" })],
  ["", from(12, { unit_code: "VN" })],
  ["Q NUMBER.AMBIGUOUS", from(13, { total: "424.000" })],
  ["", from(14, { total: "32.375.467" })],
  ["", from(15, { total: "32,375,467" })],
  ["Q VALUE.TYPE", from(16, { total: "32.375,467" })],
  ["Q VALUE.TYPE", from(17, { total: "424 nghìn" })],
  ["Q COUNT.NEGATIVE", from(18, { done: "-5" })],
  ["", from(19, { done: "0" })],
  ["Q VALUE.TYPE", from(20, { done: "12.6" })],
  ["Q VALUE.TYPE", from(21, { done: "1e3" })],
  ["Q NUMBER.AMBIGUOUS", from(22, { done: "209.000" })],
  ["", from(23, { done_qualifier: "gần" })],
  ...Array.from({ length: 32 }, (_, at): Judged => ["", from(100 + at)]),
];

const population = onto({
  unit_code: "70",
  edition: "2022",
  age_group: "all",
  persons: "100",
  source: "Niên giám",
  population_date: "2021-12-31",
});
const populations: Judged[] = [
  ["", { unit_code: "01" }],
  ["Q COUNT.NEGATIVE", { unit_code: "02", persons: "-1" }],
  ["Q VALUE.ENUM", { unit_code: "04", age_group: "0-200" }],
  ["Q DATE.MISSING", { unit_code: "06", population_date: null }],
];

const event = onto({
  record_key: "hs-000001",
  step: "matched",
  event_date: "20/04/2022",
  unit_code: "25195",
  result: "right",
});
const events: Judged[] = [
  ["", { record_key: "hs-1" }],
  ["", { record_key: "hs-2", step: "đã lập danh sách", result: null }],
  ["Q VALUE.MISSING", { record_key: "hs-3", result: null }],
  ["Q VALUE.ENUM", { record_key: "hs-4", step: "6" }],
  ["Q VALUE.MISSING", { record_key: null }],
  ["Q DATE.INVALID", { record_key: "hs-6", event_date: "hôm qua" }],
  ["Q UNIT.UNKNOWN", { record_key: "hs-7", unit_code: "99999" }],
];

const result = onto({
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-19",
  indicator: "lam_sach.doi_tuong",
  done: "240",
  total: "424",
  measure_unit: "person",
  qualifier: "exact",
});
const results: Judged[] = [
  ["", { unit_code: "01" }],
  ["Q PART.WHOLE", { unit_code: "02", done: "425" }],
  ["Q VALUE.MISSING", { unit_code: "04", done: null }],
  ["", { unit_code: "06", done: null, total: null, qualifier: "status" }],
  ["Q INDICATOR.UNKNOWN", { unit_code: "08", indicator: "a.b" }],
  ["Q VALUE.ENUM", { unit_code: "10", qualifier: "có lẽ" }],
];

const table = (name: string, kind: RowKind, right: (changes: Cells) => Cells, rows: Judged[], quarantined: number) =>
  judgedCases({
    name,
    kind,
    columns: columnsFor(kind),
    right,
    rows,
    // Returns of one unit are held against each other.
    alone: kind === "progress_return",
    account: {
      records_in: rows.length,
      accepted: rows.length - quarantined,
      ...(quarantined === 0 ? {} : { quarantined }),
    },
  });

/** Every rule about returns, figures and populations, failing and at its boundary. */
export const returnCases: Case[] = [
  ...table("stock returns", "stock_return", stock, stocks, 8),
  ...table("progress returns", "progress_return", progress, returns, 7),
  ...table("returns of two weeks", "progress_return", progress, weeks, 0),
  ...table("a province and its districts", "progress_return", progress, children, 0),
  ...table("figures", "figure", figure, figures, 16),
  ...table("populations", "population", population, populations, 3),
  ...table("events of cleaning", "cleaning_event", event, events, 5),
  ...table("results on Project 06", "indicator_return", result, results, 4),
];
