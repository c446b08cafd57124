import { files, type Shot } from "./courses.ts";
import { group, person } from "./rows.ts";
import { rule } from "./rule.ts";

const shots = (vaccine: string, ...numbers: number[]) =>
  numbers.map((number): Shot => [number, "01/04/2022", { vaccine }]);
const marked = (dose_kind: string, ...numbers: number[]) =>
  numbers.map((number): Shot => [number, "01/04/2022", { dose_kind }]);

rule("across/dose_count", {
  passes: {
    ...files({
      // Doses are numbered from 1 to 9: no other number counts.
      below: shots("Pfizer", -1, 0, 1, 2, 3, 4),
      above: shots("Pfizer", 1, 2, 3, 4, 10),
      far: shots("Pfizer", 1, 2, 3, 4, 40),
      // Of two vaccines the one that allows more doses holds.
      two: [...shots("Vero Cell", 1, 2), ...shots("Pfizer", 3, 4, 5)],
      held: shots("Pfizer", 1, 2, 3, 4, 5),
    }),
    quarantined: [{ input_file: "held.csv", record: 5 }],
  },
  fails: [
    files({
      // The rule of August and the one from September 2021 are about the same two doses.
      astra: shots("AstraZeneca", 1, 2, 3, 4, 5),
      janssen: shots("Janssen", 1, 2, 3, 4),
      janssen_9: shots("Janssen", 1, 2, 3, 9),
      two: [...shots("Janssen", 1), ...shots("Pfizer", 2, 3, 4, 5)],
    }),
    "astra.csv:5 dose_number: 5 | 4 at most",
    "janssen.csv:4 dose_number: 4 | 3 at most",
    "janssen_9.csv:4 dose_number: 4 | 3 at most",
    "two.csv:5 dose_number: 5 | 4 at most",
  ],
  boundary: [
    {
      ...files({
        // One dose marked as additional allows five, whatever the others are.
        five: [...marked("primary", 1, 2), ...marked("additional", 3), ...marked("booster_1", 4, 5)],
        six: marked("additional", 1, 2, 3, 4, 5, 6),
        // A dose of a vaccine that is not known is a dose.
        unknown: [...shots("Pfizer", 1, 2, 3, 4), ...shots("?", 5)],
        // Only the row itself is left out that cannot be used: not its file, nor the same record of another.
        used: shots("Pfizer", 1, 2, 3, 4, 5, 5),
      }),
      quarantined: [
        { input_file: "used.csv", record: 6 },
        { input_file: "x.csv", record: 5 },
      ],
    },
    "six.csv:6 dose_number: 6 | 5 at most",
    "unknown.csv:5 dose_number: 5 | 4 at most",
    "used.csv:5 dose_number: 5 | 4 at most",
  ],
});

const primary = (doses: number) => ({ dose_kind: "primary", vaccine: "pfizer", valid_from: "2021-03-08", doses });
const additional = (doses: number) => ({
  ...{ dose_kind: "additional", vaccine: "moderna", valid_from: "2021-12-01", doses },
});

rule("across/dose_count", {
  // Of rules of one kind the one that allows most holds; doses of two kinds are added: 3 + 2 of Pfizer, 2 + 3 + 2 of Moderna.
  passes: {
    dose_rules: [primary(1), primary(3), additional(1), additional(3)],
    ...files({ moderna: shots("Moderna", 1, 2, 3, 4, 5, 6, 7), pfizer: shots("Pfizer", 1, 2, 3, 4, 5) }),
  },
  fails: [
    { dose_rules: [primary(1), primary(3)], ...files({ pfizer: shots("Pfizer", 1, 2, 3, 4, 5, 6) }) },
    "pfizer.csv:6 dose_number: 6 | 5 at most",
  ],
  boundary: [
    { dose_rules: [additional(1), additional(3)], ...files({ moderna: shots("Moderna", 1, 2, 3, 4, 5, 6, 7, 8) }) },
    "moderna.csv:8 dose_number: 8 | 7 at most",
  ],
});

rule("across/dose_gap", {
  // Doses are numbered from 1 to 9, and a row that cannot be used is not told of.
  passes: {
    ...files({
      below: shots("Pfizer", -1, 0, 1),
      above: shots("Pfizer", 1, 10),
      far: shots("Pfizer", 1, 40),
      held: shots("Pfizer", 1, 3),
    }),
    quarantined: [{ input_file: "held.csv", record: 2 }],
  },
  // A person record of which nobody knows whose it is has doses all the same.
  fails: [
    {
      person_record: [person({ id_number: null, birth_date: null })],
      person_dose: [group(1), group(3)],
    },
    "1 dose_3_dose_date: 3 | dose 2 as well",
  ],
  // A row that cannot be used is still a dose: 2 is there, and 4 is not the third.
  boundary: [
    {
      ...files({
        held: shots("Pfizer", 1, 2, 3),
        nine: shots("Pfizer", -1, 9, 40),
        used: shots("Pfizer", 1, 3, 4),
      }),
      quarantined: [
        { input_file: "held.csv", record: 2 },
        { input_file: "used.csv", record: 1 },
      ],
    },
    "nine.csv:2 dose_number: 9 | dose 8 as well",
    "used.csv:2 dose_number: 3 | dose 2 as well",
  ],
});

const first = "01/04/2022";
const second = "02/04/2022";
const third = "03/04/2022";
const late = "01/12/2022";

/** Every dose 4 or 5 dated the day before an earlier one, which is all that is known of the person. */
const before = Object.fromEntries(
  (
    [
      [4, 1],
      [4, 2],
      [4, 3],
      [5, 1],
      [5, 2],
      [5, 3],
      [5, 4],
    ] as const
  ).map(([later, earlier]) => [`${later}_and_${earlier}`, [[later, first] as Shot, [earlier, second] as Shot]]),
);

rule("across/dose_order", {
  // Of a dose given twice the first day counts. A row that cannot be used has no day.
  passes: {
    ...files({
      twice: [1, 2, 3, 4]
        .flatMap((number): Shot[] => [
          [number, `0${number}/04/2022`],
          [number, late],
        ])
        .concat([[5, "05/04/2022"]]),
      held: [
        [1, second],
        [2, first],
      ],
    }),
    quarantined: [{ input_file: "held.csv", record: 1 }],
  },
  fails: [
    files(before),
    ...Object.keys(before).map(
      (name) => `${name}.csv:1 dose_date: ${name[0]}: 01/04/2022 < 02/04/2022 | 2022-04-02 or later`,
    ),
  ],
  boundary: [
    {
      ...files({
        // Only the row of the early day is told of.
        again: [
          [4, second],
          [5, first],
          [5, late],
        ],
        each: [
          [1, third],
          [2, first],
          [3, first],
        ],
        // Held against the latest of the doses before.
        latest_4: [
          [1, first],
          [3, third],
          [4, second],
        ],
        latest_5: [
          [1, first],
          [4, third],
          [5, second],
        ],
        same_day: [
          [1, second],
          [2, first],
          [3, second],
        ],
        used: [
          [1, second],
          [2, first],
          [2, late],
        ],
      }),
      quarantined: [
        { input_file: "used.csv", record: 3 },
        { input_file: "x.csv", record: 2 },
      ],
    },
    "again.csv:2 dose_date: 5: 01/04/2022 < 02/04/2022",
    "each.csv:2 dose_date: 2: 01/04/2022 < 03/04/2022",
    "each.csv:3 dose_date: 3: 01/04/2022 < 03/04/2022",
    "latest_4.csv:3 dose_date: 4: 02/04/2022 < 03/04/2022",
    "latest_5.csv:3 dose_date: 5: 02/04/2022 < 03/04/2022",
    "same_day.csv:2 dose_date: 2: 01/04/2022 < 02/04/2022",
    "used.csv:2 dose_date: 2: 01/04/2022 < 02/04/2022",
  ],
});
