import { event, population, progress, result, stock } from "./rows.ts";
import { rule } from "./rule.ts";

const returns = (...changes: object[]) => ({ progress_return: changes.map((change) => progress({ ...change })) });
const stocks = (...changes: object[]) => ({ stock_return: changes.map((change) => stock({ ...change })) });
const results = (...changes: object[]) => ({ indicator_return: changes.map((change) => result({ ...change })) });
const events = (...changes: object[]) => ({ cleaning_event: changes.map((change) => event({ ...change })) });
const populations = (...changes: object[]) => ({ population: changes.map((change) => population({ ...change })) });

const dated = [
  ["cleaning_event", "event_date", events],
  ["progress_return", "as_of", returns],
  ["stock_return", "as_of", stocks],
  ["indicator_return", "as_of", results],
  ["population", "population_date", populations],
] as const;

for (const [kind, column, rows] of dated) {
  rule(`day/${kind}_after_report`, {
    passes: rows({}),
    fails: [rows({ [column]: "01/05/2022" }), `1 ${column}: 2022-05-01 | up to 2022-04-26`],
    boundary: [rows({ [column]: "26/04/2022" }, { [column]: "27/04/2022" }), `2 ${column}: 2022-04-27`],
  });
  // 697 is a district of 2022 and nothing in 2025; a code of six characters has its structural issue.
  rule(`${kind}/unit_unknown`, {
    passes: rows({}, { unit_code: "VN" }),
    fails: [
      rows({ unit_code: "03" }, { unit_code: "99999" }),
      "1 unit_code: 03 | a unit code of edition 2022, such as 01 (Ha Noi) or VN",
      "2 unit_code: 99999",
    ],
    boundary: [
      kind === "cleaning_event" || kind === "stock_return"
        ? { ...rows({ unit_code: "697" }, { unit_code: "01" }, { unit_code: "123456" }), edition: "2025" }
        : rows(
            { unit_code: "697", edition: "2025" },
            { unit_code: "697" },
            { unit_code: "123456" },
            { unit_code: "697", edition: "1999" },
          ),
      "1 unit_code: 697 | a unit code of edition 2025",
    ],
  });
}

rule("cleaning_event/value_missing", {
  passes: events({}, { step: "listed", result: null }),
  fails: [events({ result: null }), "1 result: ∅ | right, wrong or not found"],
  boundary: [
    events({ step: "rematched", result: null }, { step: "updated", result: null }, { result: "?" }),
    "1 result",
  ],
});

/** Rows of which each has one of these columns filled alone. */
const oneEach = (...columns: string[]) =>
  columns.map((filled) => Object.fromEntries(columns.map((column) => [column, column === filled ? "0" : null])));

rule("progress_return/value_missing", {
  passes: returns({}),
  fails: [returns({ subjects_total: null, subjects_cleaned: null }), "1 subjects_cleaned: ∅ | at least one number"],
  // Any one number is enough; zero is a number, and so is a text that has its own issue.
  boundary: [
    returns(
      { subjects_total: "?", subjects_cleaned: null },
      ...oneEach("subjects_total", "subjects_cleaned", "listed", "reviewed", "matched", "handed_back", "updated"),
      ...oneEach("subjects_total", "subjects_cleaned", "doses_given", "doses_recorded", "doses_not_entered"),
    ),
  ],
});

const empty = { opening: null, received: null, issued: null, used: null, wasted: null, closing: null };
rule("stock_return/value_missing", {
  passes: stocks({}),
  fails: [stocks(empty), "1 closing: ∅ | at least one number"],
  boundary: [stocks(...oneEach(...Object.keys(empty)))],
});

rule("indicator_return/value_missing", {
  passes: results({}, { done: null, total: null, value: "8" }),
  fails: [results({ done: null }), "1 value: ∅ | done, value or a status"],
  boundary: [
    results(
      { done: null, total: null, qualifier: "status" },
      { done: "0" },
      { done: null, total: null },
      { done: null, total: null, qualifier: null },
      // The same line of another file is another row.
      { done: null, total: null, input_file: "b.csv", record: 2 },
    ),
    ...["3 value", "4 value", "b.csv:2 value"],
  ],
});

rule("indicator_return/indicator_unknown", {
  passes: results({}),
  fails: [
    results({ indicator: "lam_sach.khong_co" }, { indicator: "de_an_06.khong_co" }, { indicator: "lam_sach.buoc_6" }),
    "1 indicator: lam_sach.khong_co | a code of the list",
    ...["2 indicator: de_an_06.khong_co", "3 indicator: lam_sach.buoc_6"],
  ],
  boundary: [
    results({ indicator: "lam_sach.doi_tuong_" }, { indicator: "Làm sạch" }, { indicator: null }),
    "1 indicator",
  ],
});

rule("indicator_return/measure_misfit", {
  passes: results({}, { measure_unit: "người" }),
  fails: [results({ measure_unit: "dose" }), "1 measure_unit: dose | people"],
  // An indicator that is a status is counted in nothing.
  boundary: [
    results(
      { measure_unit: null },
      { measure_unit: "con bò" },
      { indicator: "de_an_06.cccd_thay_the_bhyt", measure_unit: "person" },
      { indicator: "de_an_06.cccd_thay_the_bhyt", measure_unit: null },
    ),
    ...["1 measure_unit: ∅ | people", "3 measure_unit: person | blank"],
  ],
});

rule("indicator_return/part_whole", {
  passes: results({}, { total: null }),
  fails: [results({ done: "425" }), "1 done: 425 | 424"],
  boundary: [results({ done: "424" }, { done: "0", total: "0" }, { done: "1", total: "0" }), "3 done: 1 | 0"],
});

rule("progress_return/part_whole", {
  passes: returns({}, { subjects_total: null }),
  fails: [returns({ subjects_cleaned: "2000" }), "1 subjects_cleaned: 2000 | 1000"],
  boundary: [returns({ subjects_cleaned: "1000" }, { subjects_cleaned: "1001" }), "2 subjects_cleaned: 1001 | 1000"],
});

rule("progress_return/not_entered_negative", {
  passes: returns({ doses_given: "100", doses_recorded: "90" }),
  fails: [returns({ doses_given: "100", doses_recorded: "190" }), "1 doses_recorded: 190 | 100"],
  boundary: [
    returns(
      { doses_given: "100", doses_recorded: "100" },
      { doses_given: "100", doses_recorded: "101" },
      { doses_recorded: "9" },
    ),
    "2 doses_recorded: 101 | 100",
  ],
});

rule("progress_return/not_entered_differs", {
  passes: returns({ doses_given: "100", doses_recorded: "90", doses_not_entered: "10" }),
  fails: [
    returns({ doses_given: "100", doses_recorded: "90", doses_not_entered: "20" }),
    "1 doses_not_entered: 20 | 10",
  ],
  // With more recorded than given there is no difference to compare; a blank is not zero.
  boundary: [
    returns(
      { doses_given: "100", doses_recorded: "90", doses_not_entered: "11" },
      { doses_given: "100", doses_recorded: "101", doses_not_entered: "1" },
      { doses_given: "100", doses_recorded: null, doses_not_entered: "1" },
      { doses_given: "100", doses_recorded: "100", doses_not_entered: "1" },
    ),
    "1 doses_not_entered: 11 | 10",
    "4 doses_not_entered: 1 | 0",
  ],
});

const steps = { listed: "900", reviewed: "800", matched: "700", handed_back: "600", updated: "500" };
rule("progress_return/state_order", {
  passes: returns(steps, {}),
  fails: [returns({ ...steps, matched: "850" }), "1 matched: 800 → 850 | matched at most 800 (reviewed)"],
  // Equal counts are in order; over a blank step the one before it counts; cleaned above the total is PART.WHOLE.
  boundary: [
    returns(
      { ...steps, reviewed: "900" },
      { ...steps, reviewed: null, matched: "901" },
      { ...steps, listed: "1001" },
      { ...steps, subjects_cleaned: "501" },
      { subjects_cleaned: "1001" },
    ),
    "2 matched: 900 → 901",
    "3 listed: 1000 → 1001",
    "4 subjects_cleaned: 500 → 501",
  ],
});

rule("progress_return/state_order", {
  // Steps are held against those of their own row, not of the same line of another file.
  passes: returns(steps, { subjects_total: "5000", listed: "4000", input_file: "b.csv", record: 1 }),
  fails: [
    returns({ ...Object.fromEntries(Object.keys(steps).map((step, at) => [step, String(1001 + at)])) }),
    ...[
      "1 handed_back: 1003 → 1004 | handed back at most 1003 (matched)",
      "1 listed: 1000 → 1001 | listed at most 1000 (to clean)",
      "1 matched: 1002 → 1003 | matched at most 1002 (reviewed)",
      "1 reviewed: 1001 → 1002 | reviewed at most 1001 (listed)",
      "1 updated: 1004 → 1005 | updated at most 1004 (handed back)",
    ],
  ],
  // Without the other steps, cleaned is held against the last that is filled.
  boundary: [
    returns(
      ...Object.keys(steps).flatMap((step) => [
        { [step]: "500", subjects_cleaned: "500" },
        { [step]: "500", subjects_cleaned: "501" },
      ]),
    ),
    ...[2, 4, 6, 8, 10].map((record) => `${record} subjects_cleaned: 500 → 501 | cleaned at most 500 (`),
  ],
});

rule("progress_return/return_late", {
  passes: returns({}, { received_at: "2022-04-19" }),
  fails: [returns({ received_at: "2022-04-29" }), "1 received_at: 10 | within 3 days"],
  boundary: [returns({ received_at: "2022-04-22" }, { received_at: "2022-04-23" }), "2 received_at: 4"],
});

rule("progress_return/claim_mismatch", {
  passes: returns(
    { reported_pct: "50" },
    { reported_pct: null },
    // Of nobody there is no percentage, however many are cleaned; a text that is none has its own issue.
    { subjects_total: "0", subjects_cleaned: "0", reported_pct: "50" },
    { subjects_total: "0", subjects_cleaned: "5", reported_pct: "50" },
    ...["khoảng 9%", "9,", ",9", "9,12345", "12345"].map((reported_pct) => ({ reported_pct })),
  ),
  fails: [
    returns({ subjects_total: "424000", subjects_cleaned: "240000", reported_pct: "50" }),
    "1 reported_pct: 50 | 56.6",
  ],
  // 50,5 % rounds to 50 or 51, 50,6 % to 51 only; one decimal allows 50,45 to 50,55.
  boundary: [
    returns(
      { subjects_cleaned: "505", reported_pct: "50" },
      { subjects_cleaned: "505", reported_pct: "51" },
      { subjects_cleaned: "506", reported_pct: "50" },
      { subjects_total: "10000", subjects_cleaned: "5055", reported_pct: "50,5" },
      { subjects_total: "10000", subjects_cleaned: "5056", reported_pct: "50.5" },
      { subjects_total: "1", subjects_cleaned: "1", reported_pct: "50" },
      { subjects_total: "10000", subjects_cleaned: "5056", reported_pct: "50,5" },
      ...["5", "1234,5678"].map((reported_pct) => ({ reported_pct })),
    ),
    "3 reported_pct: 50 | 50.6",
    "5 reported_pct: 50,5 | 50.6",
    "6 reported_pct: 50 | 100.0",
    ...["7 reported_pct: 50,5 | 50.6", "8 reported_pct: 5 | 50.0", "9 reported_pct: 1234,5678 | 50.0"],
  ],
});

rule("stock_return/stock_balance", {
  passes: stocks({}),
  fails: [stocks({ closing: "600" }), "1 closing: 600 | 590"],
  boundary: [stocks({ closing: "589" }, { wasted: null, closing: "1" }, { closing: null }), "1 closing: 589 | 590"],
});

rule("stock_return/doses_over_stock", {
  passes: stocks({}),
  fails: [stocks({ used: "1600" }), "1 used: 1600 | 1500"],
  boundary: [stocks({ used: "1500" }, { used: "1501" }, { used: "1501", received: null }), "2 used: 1501 | 1500"],
});

rule("stock_return/expiry_passed", {
  passes: stocks({}, { expiry: null }),
  fails: [stocks({ expiry: "2022-03-31" }), "1 expiry: 2022-03-31 | an expiry of 2022-04-19 or later"],
  boundary: [
    stocks(
      { expiry: "2022-04-19" },
      { expiry: "2022-04-18" },
      { expiry: "2022-04-18", closing: "0" },
      { expiry: "2022-04-18", closing: "1" },
    ),
    ...["2 expiry", "4 expiry"],
  ],
});

const earlier = { as_of: "2022-04-12" };
rule("across/cumulative_falls", {
  passes: returns({ ...earlier, subjects_cleaned: "400" }, {}),
  fails: [returns({ ...earlier, subjects_cleaned: "600" }, {}), "2 subjects_cleaned: 500 | 600"],
  // Held against the return before it, over a blank one; another unit, the return it replaces and a quarantined one do not
  // count.
  boundary: [
    {
      ...returns(
        { ...earlier, subjects_cleaned: "501" },
        { as_of: "2022-04-15", subjects_cleaned: null },
        {},
        { as_of: "2022-04-05", subjects_cleaned: "900", unit_code: "75" },
        { unit_code: "74", as_of: "2022-04-05", subjects_cleaned: "900" },
        { unit_code: "74", as_of: "2022-04-05", subjects_cleaned: "500" },
        { unit_code: "74" },
        { unit_code: "72", as_of: "2022-04-05", subjects_cleaned: "900" },
        { unit_code: "72" },
      ),
      quarantined: [{ input_file: "a.csv", record: 8 }],
    },
    "3 subjects_cleaned: 500 | 501",
  ],
});

rule("across/change_large", {
  passes: returns({ ...earlier, subjects_cleaned: "100" }, {}),
  fails: [returns({ ...earlier, subjects_total: "500" }, {}), "2 subjects_total: +100% | within ±33% of 500"],
  // 1000 → 1330 and 670 are 33 %; 99 is too small to say. 34.5 % is told as 35.
  boundary: [
    returns(
      { ...earlier, doses_given: "1000" },
      { doses_given: "1330" },
      { ...earlier, unit_code: "72", doses_given: "1000" },
      { unit_code: "72", doses_given: "1331" },
      { ...earlier, unit_code: "74", doses_given: "1000" },
      { unit_code: "74", doses_given: "669" },
      { ...earlier, unit_code: "75", doses_given: "99" },
      { unit_code: "75", doses_given: "990" },
      { ...earlier, unit_code: "79", doses_given: "200" },
      { unit_code: "79", doses_given: "269" },
    ),
    "4 doses_given: +33% | within ±33% of 1000",
    "6 doses_given: −33% | within ±33% of 1000",
    "10 doses_given: +35% | within ±33% of 200",
  ],
});

// Districts of Bình Phước.
const districts = ["688", "689", "690", "691", "692", "693", "694", "695", "696", "697", "698"];
const siblings = (numbers: readonly number[]) =>
  numbers.map((number, at) => ({ unit_code: districts[at], subjects_total: null, subjects_cleaned: String(number) }));

rule("across/outlier_value", {
  passes: returns(...siblings([100, 110, 120, 130, 140, 150])),
  fails: [returns(...siblings([100, 110, 120, 130, 140, 1500])), "6 subjects_cleaned: 1500 | median 125"],
  // Median 125 and median deviation 15 of 100, 110, 120, 130, 140 and v: z = 0.6745 (v − 125)/15 is 3.5 at v = 202.8.
  boundary: [returns(...siblings([100, 110, 120, 130, 140, 203])), "6 subjects_cleaned: 203"],
});

rule("across/outlier_value", {
  passes: returns(...siblings([100, 110, 120, 130, 140, 202])),
  // Five units are too few, and below 100 nothing is said.
  fails: [returns(...siblings([100, 100, 100, 100, 100, 101])), "6 subjects_cleaned: 101 | median 100"],
  // All but one alike: the mean deviation is (v − 100)/6, so that z = 0.7979 × 6 = 4.8 for any v. Of five equal and one of
  // 99 the median is still below 100.
  boundary: [returns(...siblings([90, 90, 90, 90, 90, 99]))],
});

rule("across/outlier_value", {
  passes: returns(...siblings([100, 110, 120, 130, 1500])),
  fails: [returns(...siblings([1000, 1010, 1020, 1030, 1040, 0])), "6 subjects_cleaned: 0 | median 1015"],
  boundary: [returns(...siblings([90, 90, 90, 90, 90, 100])), "6 subjects_cleaned: 100 | median 90"],
});

const whole = (parent: number, parts: readonly number[]) =>
  returns({ subjects_total: null, subjects_cleaned: String(parent) }, ...siblings(parts));
const tens = (count: number) => Array.from({ length: count }, () => 10);

rule("across/sum_children", {
  passes: whole(110, tens(11)),
  fails: [whole(100, tens(11)), "1 subjects_cleaned: 100 | 110"],
  // One district of eleven has not reported: the parent may be above the sum.
  boundary: [whole(111, tens(11)), "1 subjects_cleaned: 111 | 110"],
});

rule("across/sum_children", {
  passes: whole(111, tens(10)),
  fails: [whole(99, tens(10)), "1 subjects_cleaned: 99 | 100"],
  boundary: [whole(100, tens(10))],
});

const every = (columns: readonly string[], number: number) =>
  Object.fromEntries(columns.map((column) => [column, String(number)]));
const found = (record: number, columns: readonly string[], what: string) =>
  [...columns].sort().map((column) => `${record} ${column}: ${what}`);
const steadily = [
  ...["subjects_total", "subjects_cleaned", "listed", "reviewed", "matched", "handed_back", "updated"],
  ...["doses_given", "doses_recorded"],
];
// Of an unknown unit, edition or day nothing is compared; and another edition's unit is another.
const unknown = (before: object, after: object) => [
  ...[
    { ...earlier, ...before, unit_code: null },
    { ...after, unit_code: null },
  ],
  ...[
    { ...earlier, ...before, edition: null },
    { ...after, edition: null },
  ],
  { ...after, as_of: null },
  ...[
    { ...earlier, ...before, edition: "2025" },
    { subjects_cleaned: "900", ...before },
  ],
];

rule("across/cumulative_falls", {
  // What comes first is told by the day, whatever the order in the file.
  passes: returns(every(steadily, 10), { ...earlier, ...every(steadily, 9) }),
  fails: [returns({ ...earlier, ...every(steadily, 10) }, every(steadily, 9)), ...found(2, steadily, "9 | 10")],
  boundary: [
    {
      ...returns(
        ...unknown({ subjects_cleaned: "900" }, { subjects_cleaned: "400" }),
        { ...earlier, subjects_cleaned: "501", unit_code: "72" },
        { unit_code: "72" },
      ),
      quarantined: [{ input_file: "b.csv", record: 8 }],
    },
    "9 subjects_cleaned: 500 | 501",
  ],
});

const changing = ["subjects_total", "doses_given", "doses_recorded"];
rule("across/change_large", {
  // 1,000 to 700 is 30 % less; 700 to 1,000 would be 43 % more.
  passes: returns({ subjects_total: "700" }, { ...earlier, subjects_total: "1000" }),
  fails: [
    returns({ ...earlier, ...every(changing, 100) }, every(changing, 134)),
    ...found(2, changing, "+34% | within ±33% of 100"),
  ],
  boundary: [
    {
      ...returns(
        ...unknown({ doses_given: "900" }, { doses_given: "400" }),
        { ...earlier, doses_given: "1000", unit_code: "72" },
        { unit_code: "72", doses_given: "5000" },
        { ...earlier, doses_given: "1000", unit_code: "74" },
        { unit_code: "74", doses_given: "5000" },
      ),
      quarantined: [
        { input_file: "b.csv", record: 8 },
        { input_file: "a.csv", record: 10 },
      ],
    },
    "9 doses_given: +400% | within ±33% of 1000",
  ],
});

const compared = ["subjects_total", "subjects_cleaned", "doses_given", "doses_recorded", "doses_not_entered"];
const wide = (columns: readonly string[], numbers: readonly number[], more: object = {}) =>
  numbers.map((number, at) => ({ unit_code: districts[at], ...every(columns, number), ...more }));
rule("across/outlier_value", {
  // Of the other day there are too few to compare.
  passes: returns(...wide(compared, [100, 110, 120, 130, 140]), {
    ...{ unit_code: "693", ...every(compared, 1500), as_of: "2022-04-12" },
  }),
  // The first return of the last district was replaced.
  fails: [
    returns({ unit_code: "693", ...every(compared, 1) }, ...wide(compared, [100, 110, 120, 130, 140, 1500])),
    ...found(7, compared, "1500 | median 125"),
  ],
  boundary: [
    {
      ...returns(...wide(compared, [100, 110, 120, 130, 140, 1500])),
      quarantined: [{ input_file: "a.csv", record: 1 }],
    },
  ],
});

const additive = [...steadily, "doses_not_entered"];
rule("across/sum_children", {
  // Of the other day there is nothing to add up.
  passes: returns({ ...every(additive, 100), ...earlier }, ...wide(additive, tens(11))),
  // The first return of the province was replaced; one by the units of 2025 is another.
  fails: [
    returns(
      ...[every(additive, 110), every(additive, 100), { ...every(additive, 110), edition: "2025" }],
      ...wide(additive, tens(11)),
    ),
    ...found(2, additive, "100 | 110"),
  ],
  // Without the one that cannot be used ten of eleven have reported.
  boundary: [
    {
      ...returns(every(additive, 100), ...wide(additive, tens(11))),
      quarantined: [{ input_file: "a.csv", record: 12 }],
    },
  ],
});

rule("across/cumulative_falls", {
  // A unit of 2025 is another one, though its code is the same.
  passes: returns({ ...earlier, subjects_cleaned: "600" }, { subjects_cleaned: "500", edition: "2025" }),
  fails: [
    returns(
      ...[
        { ...earlier, subjects_cleaned: "600" },
        { ...earlier, subjects_cleaned: "100", edition: "2025" },
      ],
      { subjects_cleaned: "500" },
    ),
    "3 subjects_cleaned: 500 | 600",
  ],
  // A later file takes the earlier one's place, whatever the lines.
  boundary: [
    returns(
      ...[{ ...earlier, subjects_cleaned: "500" }, { subjects_cleaned: "500" }],
      { ...earlier, unit_code: "72", subjects_cleaned: "400" },
      { ...earlier, unit_code: "72", subjects_cleaned: "600", input_file: "b.csv", record: 1 },
      { unit_code: "72" },
    ),
    "5 subjects_cleaned: 500 | 600",
  ],
});

rule("across/change_large", {
  passes: returns({ ...earlier, subjects_total: "500" }, { subjects_total: "1000", edition: "2025" }),
  fails: [
    returns(
      ...[
        { ...earlier, subjects_total: "500" },
        { ...earlier, subjects_total: "900", edition: "2025" },
      ],
      { subjects_total: "1000" },
    ),
    "3 subjects_total: +100% | within ±33% of 500",
  ],
  // Held against the return before it, over a blank one, and not against one that was replaced, by a later line or file.
  boundary: [
    returns(
      { ...earlier, doses_given: "1000" },
      { as_of: "2022-04-15", doses_given: null },
      { doses_given: "9000" },
      { ...earlier, unit_code: "72", doses_given: "5000" },
      { ...earlier, unit_code: "72", doses_given: "1000" },
      { unit_code: "72", doses_given: "1100" },
      { ...earlier, unit_code: "74", doses_given: "5000" },
      { ...earlier, unit_code: "74", doses_given: "1000", input_file: "b.csv", record: 1 },
      { unit_code: "74", doses_given: "1100" },
    ),
    "3 doses_given: +800% | within ±33% of 1000",
  ],
});

const survey = { source: "Điều tra của tỉnh" };
rule("across/denominator_differs", {
  passes: populations({}, { ...survey, persons: "105" }, { age_group: "65+", persons: "10" }),
  fails: [
    populations({}, { ...survey, persons: "150" }),
    "1 persons: 100 | 150 (Điều tra của tỉnh)",
    "2 persons: 150 | 100 (Niên giám thống kê 2021)",
  ],
  // Taken of the smaller: 100 and 110 are 10 % apart, 109 is less; another year is another population.
  boundary: [
    populations(
      { persons: "100" },
      { ...survey, persons: "110" },
      { unit_code: "72" },
      { ...survey, unit_code: "72", persons: "109" },
      { unit_code: "74" },
      { ...survey, unit_code: "74", persons: "200", population_date: "2020-12-31" },
    ),
    "1 persons: 100 | 110",
    "2 persons: 110 | 100",
  ],
});

const tied = (unit_code: string, ...others: object[]) => [{}, ...others].map((one) => ({ ...one, unit_code }));
rule("across/denominator_differs", {
  // A unit of 2025 is another one, a source does not differ from itself, and nobody is as many as nobody.
  passes: populations(
    ...[{}, { persons: "200" }, { ...survey, persons: "200", edition: "2025" }],
    ...[
      { unit_code: "72", persons: "0" },
      { ...survey, unit_code: "72", persons: "0" },
    ],
  ),
  // The farthest other source is named; of two as far away, the last by name, whatever their order.
  fails: [
    populations(
      ...[{}, { source: "A", persons: "30" }, { source: "B", persons: "150" }],
      ...tied("72", { source: "A", persons: "50" }, { source: "B", persons: "150" }),
      ...tied("74", { source: "B", persons: "150" }, { source: "A", persons: "50" }),
    ),
    ...["1 persons: 100 | 30 (A)", "2 persons: 30 | 150 (B)", "3 persons: 150 | 30 (A)"],
    ...["4 persons: 100 | 150 (B)", "5 persons: 50 | 150 (B)", "6 persons: 150 | 50 (A)"],
    ...["7 persons: 100 | 150 (B)", "8 persons: 150 | 50 (A)", "9 persons: 50 | 150 (B)"],
  ],
  // 1,010 and 919 are 9.9 % apart; one that cannot be used differs from none.
  boundary: [
    {
      ...populations(
        { persons: "919" },
        { ...survey, persons: "1010" },
        { unit_code: "72", persons: "1000" },
        { ...survey, unit_code: "72", persons: "1100" },
        { ...survey, source: "C", unit_code: "72", persons: "9000" },
      ),
      quarantined: [
        { input_file: "a.csv", record: 5 },
        { input_file: "b.csv", record: 3 },
      ],
    },
    ...["3 persons: 1000 | 1100", "4 persons: 1100 | 1000"],
  ],
});
