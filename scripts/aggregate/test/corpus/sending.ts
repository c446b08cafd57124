import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accepted, type Case, partly } from "./case.ts";
import { must, rows } from "./header.ts";
import { person } from "./people.ts";
import { csv, rowsOf, xlsx } from "./table.ts";

/** People of whom some live nowhere, which quarantines them. */
const people = (right: number, nowhere: number) =>
  rowsOf(must, [
    ...Array.from({ length: right }, () => person()),
    ...Array.from({ length: nowhere }, () => person({ commune_code: null })),
  ]);
const missing = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `${from + at} Q UNIT.MISSING`);

/** Files that say too little, and files that say the same. */
export const sendingCases: Case[] = [
  {
    name: "7 of 10 rows usable: just enough",
    make: (place) => place.write("a.csv", csv(people(7, 3))),
    expected: partly("person_record", { records_in: 10, accepted: 7, quarantined: 3 }, missing(8, 3)),
  },
  {
    name: "6 of 10 rows usable: held whole",
    make: (place) => place.write("a.csv", csv(people(6, 4))),
    expected: [
      {
        status: "held",
        reason: "FILE.MATCH_RATE",
        kind: "person_record",
        account: { records_in: 10, quarantined: 10 },
        issues: missing(7, 4),
      },
    ],
  },
  {
    name: "1 of 9 rows usable: too few rows to hold",
    make: (place) => place.write("a.csv", csv(people(1, 8))),
    expected: partly("person_record", { records_in: 9, accepted: 1, quarantined: 8 }, missing(2, 8)),
  },
  {
    name: "lines that are no record count neither way",
    make: (place) => place.write("a.csv", `${csv(people(7, 3))}x\n\n`),
    expected: partly("person_record", { records_in: 12, accepted: 7, quarantined: 3, rejected: 1, blank: 1 }, [
      ...missing(8, 3),
      "11 Q LINE.REJECTED",
    ]),
  },
  {
    name: "the same rows under two names: they count once",
    make: (place) => {
      const text = csv(rows(2));
      return ["a.csv", "b.csv"].map((name) => place.write(name, text));
    },
    expected: [
      ...accepted("person_record", 2),
      {
        status: "accepted",
        kind: "person_record",
        account: { records_in: 2, exact_duplicates: 2 },
        issues: ["0 I FILE.REPLAY", "1 I DUPLICATE.LINE", "2 I DUPLICATE.LINE"],
      },
    ],
  },
  {
    name: "the same rows as CSV and as a workbook: they count once",
    make: async (place) => {
      const table = rows(2);
      return [place.write("a.csv", csv(table)), place.write("b.xlsx", await xlsx(table))];
    },
    expected: [
      ...accepted("person_record", 2),
      {
        status: "accepted",
        kind: "person_record",
        account: { records_in: 2, exact_duplicates: 2 },
        issues: ["1 I DUPLICATE.LINE", "2 I DUPLICATE.LINE"],
      },
    ],
  },
  {
    name: "rows that correct two files which are not there",
    make: (place) => {
      const corrected = ["0123456789ab:1", "0123456789ab:9", "ba9876543210:1", null];
      const table = corrected.map((corrects) => person({ corrects }));
      return place.write("a.csv", csv(rowsOf([...must, "corrects"], table)));
    },
    expected: accepted("person_record", 4, ["0 W ROW.CORRECTS_UNKNOWN"]),
  },
  {
    name: "two files of one name from two communes",
    pool: "same name",
    make: (place) =>
      ["xa-1", "xa-2"].map((commune) => {
        mkdirSync(place.path(commune));
        const path = join(place.path(commune), `${place.number}-danh-sach.csv`);
        writeFileSync(path, csv(rows(2)));
        return path;
      }),
    expected: [...accepted("person_record", 2), ...accepted("person_record", 2)],
  },
];
