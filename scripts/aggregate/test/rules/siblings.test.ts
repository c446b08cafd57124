import { progress } from "./rows.ts";
import { rule } from "./rule.ts";

const returns = (...changes: object[]) => ({ progress_return: changes.map((change) => progress({ ...change })) });

// Provinces by the units of 2022 and of 2025 alike, and districts of Bình Phước.
const provinces = ["01", "04", "08", "11", "12", "14", "15", "19"];
const districts = ["688", "689", "690", "691", "692", "693", "694", "695", "696", "697", "698"];

/** A return of each unit, of whom it counts as cleaned. */
const cleaned = (units: readonly string[], numbers: readonly (number | null)[], more: object = {}) =>
  numbers.map((number, at) => ({
    ...{ unit_code: units[at], subjects_total: null, subjects_cleaned: number === null ? null : String(number) },
    ...more,
  }));
const onDay = (day: number, numbers: readonly number[]) =>
  cleaned(districts, numbers, { as_of: `2022-04-${String(day).padStart(2, "0")}` });

const even = [100, 110, 120, 130, 140, 150];
const tenfold = (times: number) => even.map((number) => number * times);
const uneven = [100, 110, 120, 130, 140, 1500];
rule("across/outlier_value", {
  // Siblings are of one parent, one edition and one day: none of these stands out among its own.
  passes: returns(
    ...cleaned(provinces, even),
    ...cleaned(provinces, tenfold(10), { edition: "2025" }),
    ...cleaned(provinces, tenfold(100), { as_of: "2022-04-12" }),
    ...cleaned(districts, tenfold(1000)),
  ),
  // A return of another edition or day takes no return's place.
  fails: [
    returns(
      ...cleaned(provinces, uneven),
      ...cleaned(provinces, uneven, { edition: "2025" }),
      ...cleaned(provinces, uneven, { as_of: "2022-04-12" }),
    ),
    ...["6", "12", "18"].map((record) => `${record} subjects_cleaned: 1500 | median 125`),
  ],
  // Five are too few, though a sixth has sent a blank. What is quarantined is one row, neither its file nor the same line of
  // another.
  boundary: [
    {
      ...returns(
        ...cleaned(provinces, [100, 110, 120, 130, 1500, null]),
        ...cleaned(districts, uneven),
        ...cleaned(["698"], [9000]),
      ),
      quarantined: [
        { input_file: "a.csv", record: 13 },
        { input_file: "b.csv", record: 12 },
      ],
    },
    "12 subjects_cleaned: 1500 | median 125",
  ],
});

rule("across/outlier_value", {
  // A z-score of exactly 3.5 is no outlier: 0.6745 × 7,000 is 3.5 × 1,349. Where most are alike, 0.7979 × 26,250 is 3.5 times
  // the mean deviation of 5,984.25, which counts above and below alike. Two of six that differ by the same are none.
  passes: returns(
    ...onDay(1, [8651, 8651, 8651, 10_000, 11_349, 11_349, 17_000]),
    ...onDay(2, [40_000, 40_000, 40_000, 40_000, 40_000, 40_000, 66_250, 18_376]),
    ...onDay(3, [100, 100, 100, 100, 110, 110]),
  ),
  fails: [
    returns(
      ...onDay(1, [8651, 8651, 8651, 10_000, 11_349, 11_349, 17_001]),
      ...onDay(2, [40_000, 40_000, 40_000, 40_000, 40_000, 40_000, 66_251, 18_376]),
    ),
    ...["7 subjects_cleaned: 17001 | median 10000", "14 subjects_cleaned: 66251 | median 40000"],
  ],
  // A median deviation of a half will do; the median is told without its half. A later file takes the earlier one's place,
  // whatever the lines.
  boundary: [
    returns(
      ...onDay(1, [99, 100, 100, 101, 101, 100]),
      ...cleaned(["693"], [105], { as_of: "2022-04-01", input_file: "b.csv", record: 1 }),
    ),
    "b.csv:1 subjects_cleaned: 105 | median 101",
  ],
});

const tens = (count: number) => Array.from({ length: count }, () => 10);
const capital = (province: number, district: number, more: object = {}) => [
  ...cleaned(["01"], [province], more),
  ...cleaned(["001"], [district], more),
];
rule("across/sum_children", {
  // A district that sends a blank has not reported: the province may be above the sum of the others. Hanoi of 2025 has no
  // districts, whatever Ba Đình says.
  passes: returns(
    ...cleaned(["70"], [111]),
    ...cleaned(districts, [...tens(10), null]),
    ...cleaned(["01"], [100], { edition: "2025" }),
    ...cleaned(["001"], [200]),
  ),
  // Each day by itself, and once, though Hanoi has other children by the units of 2025.
  fails: [
    returns(...capital(100, 200), ...capital(300, 400, { as_of: "2022-04-12" })),
    ...["1 subjects_cleaned: 100 | 200", "3 subjects_cleaned: 300 | 400"],
  ],
  // A later file takes the earlier one's place, whatever the lines. What is quarantined is one row, neither its file nor the
  // same line of another.
  boundary: [
    {
      ...returns(
        ...cleaned(["001"], [200]),
        ...cleaned(["01"], [200]),
        ...cleaned(["001"], [50]),
        ...cleaned(["01"], [100], { input_file: "b.csv", record: 1 }),
      ),
      quarantined: [
        { input_file: "a.csv", record: 3 },
        { input_file: "c.csv", record: 1 },
      ],
    },
    "b.csv:1 subjects_cleaned: 100 | 200",
  ],
});
