import { files } from "./courses.ts";
import { rule } from "./rule.ts";

const kind = (dose_kind: string) => ({ dose_kind });
const vaccine = (name: string) => ({ vaccine: name });

rule("across/dose_too_soon", {
  passes: {
    asOf: "2022-06-30",
    ...files({
      // Doses are numbered from 1 to 9; one dated before the dose before it is another issue.
      above: [
        [9, "01/06/2022"],
        [10, "10/06/2022"],
      ],
      disorder: [
        [1, "02/08/2021"],
        [2, "01/08/2021"],
      ],
      held: [
        [1, "01/08/2021"],
        [2, "11/08/2021"],
      ],
    }),
    quarantined: [{ input_file: "held.csv", record: 1 }],
  },
  fails: [
    {
      asOf: "2022-06-30",
      ...files({
        nine: [
          [8, "01/06/2022"],
          [9, "10/06/2022"],
        ],
      }),
    },
    "nine.csv:2 dose_date: 9 | at least 4 months (2022-09-27 at the earliest)",
  ],
  boundary: [
    {
      asOf: "2022-06-30",
      ...files({
        same_day: [
          [1, "01/08/2021"],
          [2, "01/08/2021"],
        ],
        // Where the dose before is there twice, the later one is told.
        twice: [
          [1, "01/08/2021"],
          [1, "03/08/2021"],
          [2, "11/08/2021"],
        ],
        two_kinds: [
          [3, "01/04/2022", kind("booster_1")],
          [3, "01/04/2022", kind("additional")],
          [4, "15/05/2022"],
        ],
        two_vaccines: [
          [1, "01/10/2021", vaccine("AstraZeneca")],
          [1, "01/10/2021"],
          [2, "05/10/2021"],
        ],
        // Only the row itself is left out that cannot be used: not its file, nor the same record of another.
        used: [
          [1, "01/08/2021"],
          [2, "11/08/2021"],
          [2, "12/08/2021"],
        ],
      }),
      quarantined: [
        { input_file: "used.csv", record: 3 },
        { input_file: "x.csv", record: 2 },
      ],
    },
    "same_day.csv:2 dose_date: 0 | at least 21 days (2021-08-18 at the earliest)",
    "twice.csv:3 dose_date: 8 | at least 21 days (2021-08-20 at the earliest)",
    "two_kinds.csv:3 dose_date: 44 | at least 4 months (2022-07-28 at the earliest)",
    "two_vaccines.csv:3 dose_date: 4 | at least 28 days (2021-10-25 at the earliest)",
    "used.csv:2 dose_date: 10 | at least 21 days (2021-08-18 at the earliest)",
  ],
});

// In March 2022 a first booster has its 3 months to wait; for a second one there is no rule before 10 May.
rule("across/dose_too_soon", {
  passes: files({
    // Whatever the vaccine, two doses of a course are primary; Abdala's are 14 days apart.
    abdala: [
      [1, "01/02/2022", vaccine("Abdala")],
      [2, "20/02/2022"],
    ],
    // A dose 3 after Sputnik V, or marked so, is additional, for which no interval is known.
    additional: [
      [2, "01/03/2022", vaccine("Sputnik V")],
      [3, "11/03/2022"],
    ],
    additional_marked: [
      [2, "01/03/2022"],
      [3, "11/03/2022", kind("additional")],
    ],
    // Dose 4 is a second booster after a dose 3 that was the first; so is any dose 5.
    fifth: [
      [4, "01/02/2022", kind("additional")],
      [5, "01/03/2022"],
    ],
    fifth_abdala: [
      [4, "01/02/2022", vaccine("Abdala")],
      [5, "01/03/2022"],
    ],
    fourth: [
      [2, "01/10/2021"],
      [3, "01/02/2022"],
      [4, "01/03/2022"],
    ],
    fourth_abdala: [
      [3, "01/02/2022", { vaccine: "Abdala", dose_kind: "booster_1" }],
      [4, "01/03/2022"],
    ],
    // What is known by dose 2 is known by no other dose, and by no other person's.
    first_vero: [
      [1, "01/09/2021", vaccine("Vero Cell")],
      [2, "01/10/2021"],
      [3, "01/02/2022"],
      [4, "01/03/2022"],
    ],
    vero: [
      [2, "01/06/2021", vaccine("Vero Cell")],
      [3, "01/11/2021"],
      [4, "01/03/2022"],
    ],
  }),
  fails: [
    // Dose 3 after a vaccine that is not known is a booster.
    files({
      third: [
        [2, "01/02/2022", vaccine("?")],
        [3, "01/03/2022"],
      ],
    }),
    "third.csv:2 dose_date: 28 | at least 3 months (2022-04-27 at the earliest)",
  ],
  boundary: [
    files({
      // Abdala's third dose is primary only of Abdala, and its fourth is then the first booster.
      abdala_3: [
        [2, "01/02/2022", vaccine("Abdala")],
        [3, "01/03/2022"],
      ],
      abdala_4: [
        [3, "01/02/2022", vaccine("Abdala")],
        [4, "01/03/2022"],
      ],
      // Dose 4 is the first booster where dose 3 was none: by its mark, or by the vaccine of dose 2, however long ago.
      additional_4: [
        [3, "01/02/2022", kind("additional")],
        [4, "01/03/2022"],
      ],
      primary_4: [
        [3, "01/02/2022", kind("primary")],
        [4, "01/03/2022"],
      ],
      vero_4: [
        [2, "01/06/2021", vaccine("Vero Cell")],
        [3, "01/02/2022"],
        [4, "01/03/2022"],
      ],
      vero_after: [
        [2, "01/06/2021", vaccine("Vero Cell")],
        [3, "01/02/2022", vaccine("Vero Cell")],
        [4, "01/03/2022"],
      ],
    }),
    ...[
      "abdala_3.csv:2",
      "abdala_4.csv:2",
      "additional_4.csv:2",
      "primary_4.csv:2",
      "vero_4.csv:3",
      "vero_after.csv:3",
    ].map((row) => `${row} dose_date: 28 | at least 3 months (2022-04-27 at the earliest)`),
  ],
});

rule("across/dose_too_soon", {
  // Of a 17-year-old a booster is under no rule before 23 June 2022.
  passes: files({
    minor: [
      [2, "01/03/2022", { birth_date: "02/07/2004" }],
      [3, "01/04/2022", { birth_date: "02/07/2004" }],
    ],
  }),
  // Where the birth date is not known the adults' rule holds.
  fails: [
    files({
      unknown: [
        [2, "01/03/2022", { birth_date: null }],
        [3, "01/04/2022", { birth_date: null }],
      ],
    }),
    "unknown.csv:2 dose_date: 31 | at least 3 months (2022-05-28 at the earliest)",
  ],
  boundary: [
    {
      asOf: "2022-07-31",
      ...files({
        // The adults' rule from the 18th birthday; the minors' also for those who are too young for a booster.
        birthday: [
          [2, "01/05/2022"],
          [3, "01/07/2022", { birth_date: "01/07/2004" }],
        ],
        child: [
          [2, "01/05/2022"],
          [3, "01/07/2022", { birth_date: "02/07/2010" }],
        ],
      }),
    },
    "birthday.csv:2 dose_date: 61 | at least 3 months (2022-07-28 at the earliest)",
    "child.csv:2 dose_date: 61 | at least 5 months (2022-09-27 at the earliest)",
  ],
});

const moderna = { dose_kind: "additional", vaccine: "moderna", valid_from: "2021-12-01", doses: 3 };
const sputnik = { dose_kind: "additional", vaccine: "sputnik_v", valid_from: "2021-12-01", min_interval_days: 28 };
const janssen = { dose_kind: "primary", vaccine: "janssen", valid_from: "2021-03-08", doses: 2 };
rule("across/dose_too_soon", {
  // How many doses are primary is told by the primary rules alone, and by the one of most doses.
  passes: {
    dose_rules: [moderna, janssen],
    ...files({
      additional: [
        [2, "01/03/2022", vaccine("Moderna")],
        [3, "11/03/2022", vaccine("Moderna")],
      ],
      second: [
        [1, "01/03/2022", vaccine("Janssen")],
        [2, "11/03/2022", vaccine("Janssen")],
      ],
    }),
  },
  // An additional dose has the interval of its own rule, where there is one.
  fails: [
    {
      dose_rules: [janssen, sputnik],
      ...files({
        additional: [
          [2, "01/03/2022", vaccine("Sputnik V")],
          [3, "11/03/2022"],
        ],
        third: [
          [2, "01/03/2022", vaccine("Janssen")],
          [3, "11/03/2022", vaccine("Janssen")],
        ],
      }),
    },
    "additional.csv:2 dose_date: 10 | at least 28 days (2022-03-25 at the earliest)",
    "third.csv:2 dose_date: 10 | at least 3 months (2022-05-28 at the earliest)",
  ],
  // Without that rule the second dose is a booster.
  boundary: [
    files({
      second: [
        [1, "01/03/2022", vaccine("Janssen")],
        [2, "11/03/2022", vaccine("Janssen")],
      ],
    }),
    "second.csv:2 dose_date: 10 | at least 3 months (2022-05-28 at the earliest)",
  ],
});
