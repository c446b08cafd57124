import { expect, test } from "vitest";
import { doses, files, groups, type Shot } from "./courses.ts";
import { findings } from "./given.ts";
import { dose, group, person } from "./rows.ts";
import { rule } from "./rule.ts";

const other = { id_number: "070184000111", full_name: "Trần Thị Khác", sex: "1" };
const az = { vaccine: "AstraZeneca" };

rule("across/dose_gap", {
  passes: { ...doses([1, "01/08/2021"], [2, "01/09/2021"]), ...groups([1, "01/08/2021"], [2, "01/09/2021"]) },
  fails: [
    { ...doses([1, "01/08/2021"], [3, "01/03/2022"]), ...groups([1, "01/08/2021"], [3, "01/03/2022"]) },
    "2 dose_number: 3 | dose 2 as well",
    "p.csv:1 dose_3_dose_date: 3 | dose 2 as well",
  ],
  // Dose 2 of somebody else fills no gap; a dose 2 whose date cannot be read does.
  boundary: [
    doses([1, "01/08/2021"], [2, "32/09/2021"], [3, "01/03/2022"], [2, "01/09/2021", other]),
    "4 dose_number: 2 | dose 1 as well",
  ],
});

test("dose 2 in a person's list fills the gap of their dose records; one in somebody else's list does not", async () => {
  const list = (changes: object) => ({
    person_record: [person({ input_file: "p.csv", ...changes })],
    person_dose: [group(1, { input_file: "p.csv" }), group(2, { input_file: "p.csv" })],
  });
  const booster = doses([3, "01/03/2022"]);
  expect(await findings("across/dose_gap", { ...booster, ...list({}) })).toEqual([]);
  expect(await findings("across/dose_gap", { ...booster, ...list(other) })).toMatchObject([
    { input_file: "a.csv", record: 1n, column_name: "dose_number", original_value: "3" },
  ]);
});

rule("across/dose_order", {
  passes: doses([2, "01/09/2021"], [1, "01/08/2021"], [1, "01/10/2021", other]),
  fails: [
    {
      ...doses([1, "01/09/2021"], [2, "01/08/2021"]),
      ...groups([1, "01/08/2021"], [2, "01/09/2021"], [3, "31/08/2021"]),
    },
    "2 dose_date: 2: 01/08/2021 < 01/09/2021 | 2021-09-01 or later",
    "p.csv:1 dose_3_dose_date: 3: 31/08/2021 < 01/09/2021",
  ],
  // The same day is no disorder; without dose 2, dose 3 is held against dose 1.
  boundary: [
    doses([1, "01/08/2021"], [2, "01/08/2021"], [1, "01/09/2021", other], [3, "31/08/2021", other]),
    "4 dose_date: 3: 31/08/2021 < 01/09/2021",
  ],
});

rule("across/dose_too_soon", {
  passes: doses([1, "01/08/2021"], [2, "22/08/2021"], [3, "22/02/2022"]),
  fails: [
    { ...doses([1, "01/08/2021"], [2, "11/08/2021"]), ...groups([1, "01/08/2021"], [2, "11/08/2021"]) },
    "2 dose_date: 10 | at least 21 days (2021-08-18 at the earliest)",
    "p.csv:1 dose_2_dose_date: 10 | at least 21 days (2021-08-18 at the earliest)",
  ],
  // Pfizer: 21 − 4 = 17 days.
  boundary: [
    doses([1, "01/08/2021"], [2, "18/08/2021"], [1, "01/08/2021", other], [2, "17/08/2021", other]),
    "4 dose_date: 16",
  ],
});

rule("across/dose_too_soon", {
  // AstraZeneca: 56 − 4 days until August 2021, 28 − 4 from 1 September.
  passes: doses([1, "01/04/2021", az], [2, "23/05/2021", az]),
  fails: [
    doses([1, "01/04/2021", az], [2, "22/05/2021", az]),
    "2 dose_date: 51 | at least 56 days (2021-05-23 at the earliest)",
  ],
  boundary: [
    doses(
      [1, "01/08/2021", az],
      [2, "01/09/2021", az],
      [1, "31/07/2021", { ...az, ...other }],
      [2, "31/08/2021", { ...az, ...other }],
    ),
    "4 dose_date: 31",
  ],
});

rule("across/dose_too_soon", {
  // A booster before 1 December 2021 was under no rule. Until 16 December 6 months, from 17 December 3.
  passes: doses([1, "01/08/2021"], [2, "01/09/2021"], [3, "30/11/2021"]),
  fails: [
    doses([1, "01/08/2021"], [2, "01/09/2021"], [3, "16/12/2021"]),
    "3 dose_date: 106 | at least 6 months (2022-02-25 at the earliest)",
  ],
  // Dose 2 on 30 November: 3 months are 28 February 2022, less 4 days the 24th. The 23rd is 5 days early.
  boundary: [
    doses([2, "30/11/2021"], [3, "24/02/2022"], [2, "30/11/2021", other], [3, "23/02/2022", other]),
    "4 dose_date: 85 | at least 3 months (2022-02-24 at the earliest)",
  ],
});

const sinopharm = { vaccine: "Vero Cell" };
rule("across/dose_too_soon", {
  // Dose 3 after Vero Cell is additional, for which no interval is known; dose 4 is then the first booster, after 3 months.
  passes: doses([1, "01/08/2021", sinopharm], [2, "01/09/2021", sinopharm], [3, "01/01/2022"], [4, "01/04/2022"]),
  fails: [
    doses([2, "01/09/2021", sinopharm], [3, "01/01/2022"], [4, "27/03/2022"]),
    "3 dose_date: 85 | at least 3 months (2022-03-28 at the earliest)",
  ],
  // Marked as the second booster, 4 months hold once the rule is in force on 10 May 2022: 10 January less 4 days, plus 4.
  boundary: [
    {
      asOf: "2022-06-30",
      ...doses(
        [3, "14/01/2022", { dose_kind: "booster_1" }],
        [4, "10/05/2022"],
        [3, "15/01/2022", { ...other, dose_kind: "booster_1" }],
        [4, "10/05/2022", other],
        [3, "15/01/2022", { id_number: "285111222", dose_kind: "booster_1" }],
        [4, "09/05/2022", { id_number: "285111222" }],
      ),
    },
    "4 dose_date: 115 | at least 4 months (2022-05-11 at the earliest)",
  ],
});

rule("across/dose_too_soon", {
  // Abdala has three primary doses, 14 days apart; Janssen one, so that dose 2 is a booster.
  passes: doses(...([1, 2, 3] as const).map((n): Shot => [n, `${n * 10 - 9}/10/2021`, { vaccine: "Abdala" }])),
  fails: [
    doses([1, "01/10/2021", { vaccine: "Janssen" }], [2, "20/12/2021"]),
    "2 dose_date: 80 | at least 3 months (2021-12-28 at the earliest)",
  ],
  boundary: [
    doses([2, "11/10/2021", { vaccine: "Abdala" }], [3, "20/10/2021", { vaccine: "Abdala" }]),
    "2 dose_date: 9 | at least 14 days (2021-10-21 at the earliest)",
  ],
});

const minor = { id_number: "070207000999", birth_date: "01/07/2007" };
rule("across/dose_too_soon", {
  // At 14, 5 months less 4 days from 23 June 2022: dose 2 on 28 January allows the 24th of June.
  passes: { asOf: "2022-07-31", ...doses([2, "28/01/2022", minor], [3, "24/06/2022", minor]) },
  fails: [
    { asOf: "2022-07-31", ...doses([2, "28/01/2022", minor], [3, "23/06/2022", minor]) },
    "2 dose_date: 146 | at least 5 months (2022-06-24 at the earliest)",
  ],
  // On the 18th birthday the adults' 3 months hold.
  boundary: [
    {
      asOf: "2022-07-31",
      ...doses(
        [2, "01/03/2022", { birth_date: "01/07/2004", id_number: "070204000999" }],
        [3, "01/07/2022", { birth_date: "01/07/2004", id_number: "070204000999" }],
        [2, "01/03/2022", { birth_date: "02/07/2004", id_number: "070204000888" }],
        [3, "01/07/2022", { birth_date: "02/07/2004", id_number: "070204000888" }],
      ),
    },
    "4 dose_date: 122 | at least 5 months",
  ],
});

const run = (most: number, changes: object = {}): Shot[] =>
  Array.from({ length: most }, (_, at): Shot => [at + 1, `0${at + 1}/04/2022`, changes]);

rule("across/dose_count", {
  passes: doses(...run(4)),
  fails: [
    { ...doses(...run(5)), ...groups(...run(5)) },
    "5 dose_number: 5 | 4 at most",
    "p.csv:1 dose_5_dose_date: 5 | 4 at most",
  ],
  // Abdala 3 + 2, Vero Cell 2 + 1 + 2, an additional dose marked as such; the same dose written twice is one.
  boundary: [
    doses(
      ...run(5, { vaccine: "Abdala" }),
      ...run(6, { vaccine: "Vero Cell", ...other }),
      ...run(5, { dose_kind: "additional", id_number: "285111222" }),
      ...run(4, { id_number: "285111333" }),
      ...run(4, { id_number: "285111333" }),
    ),
    "11 dose_number: 6 | 5 at most",
  ],
});

rule("across/vaccine_mix", {
  passes: doses([1, "01/08/2021", az], [2, "01/10/2021", az], [3, "01/02/2022"]),
  fails: [
    { ...doses([1, "01/08/2021", az], [2, "01/10/2021"]), ...groups([1, "01/08/2021", az], [2, "01/10/2021"]) },
    "2 vaccine: AstraZeneca + Pfizer | ",
    "p.csv:1 dose_2_vaccine: AstraZeneca + Pfizer | ",
  ],
  // A booster is no primary dose, and a name that is no vaccine has its own issue.
  boundary: [
    doses(
      [1, "01/08/2021", { vaccine: "Janssen" }],
      [2, "01/02/2022", { dose_kind: "booster_1" }],
      [1, "01/08/2021", other],
      [2, "01/02/2022", { ...other, vaccine: "?" }],
    ),
  ],
});

rule("across/vaccine_mix", {
  // Of a dose that is sent with two vaccines the first by name counts: both are AstraZeneca. Two of one vaccine within a day
  // are no mix either.
  passes: doses(
    [1, "01/08/2021", az],
    [2, "01/10/2021", az],
    [2, "02/10/2021"],
    [1, "01/08/2021", other],
    [2, "02/08/2021", other],
  ),
  // Marked as primary or not marked; in either order; a second row of dose 2 without a vaccine is not blamed.
  fails: [
    doses(
      [1, "01/08/2021", { dose_kind: "primary" }],
      [2, "01/10/2021", { ...az, dose_kind: "primary" }],
      [1, "01/08/2021", { ...az, ...other }],
      [1, "02/08/2021", other],
      [2, "01/10/2021", other],
      [2, "02/10/2021", { ...other, vaccine: null }],
    ),
    ...["2 vaccine: Pfizer + AstraZeneca", "5 vaccine: AstraZeneca + Pfizer"],
  ],
  // A second dose that is quarantined is not blamed again.
  boundary: [
    {
      ...doses(
        ...[[1, "01/08/2021", az] as Shot, [2, "01/10/2021"] as Shot],
        ...[[1, "01/08/2021", { ...az, ...other }] as Shot, [2, "01/10/2021", other] as Shot],
      ),
      quarantined: [
        { input_file: "a.csv", record: 2 },
        { input_file: "b.csv", record: 4 },
      ],
    },
    "4 vaccine: AstraZeneca + Pfizer",
  ],
});

rule("across/duplicate_dose", {
  passes: doses([1, "01/08/2021"], [2, "01/09/2021"]),
  fails: [doses([1, "01/08/2021"], [1, "01/08/2021"]), "2 dose_date: a.csv:1 | one row a dose"],
  // Another day, facility or person is another dose; the file of the other row is named; without a number, name and birth
  // date tell the person; a quarantined row repeats nothing.
  boundary: [
    {
      ...doses(
        [1, "01/08/2021"],
        [1, "02/08/2021"],
        [1, "01/08/2021", { facility: "Bệnh viện" }],
        [1, "01/08/2021", other],
        [1, "01/08/2021", { input_file: "b.csv", record: 9 }],
        [2, "01/09/2021", { id_number: null }],
        [2, "01/09/2021", { id_number: null, full_name: "NGUYEN VAN MAU" }],
        [2, "01/09/2021", { id_number: null, birth_date: null }],
        [1, "01/08/2021"],
      ),
      quarantined: [{ input_file: "a.csv", record: 9 }],
    },
    "7 dose_date: a.csv:6",
    "b.csv:9 dose_date: a.csv:1",
  ],
});

rule("across/duplicate_dose", {
  // Two people, two numbers, a day, a number or a person that is not known: none repeats a dose.
  passes: {
    ...files({
      one: [[3, "01/03/2022"]],
      another: [[3, "01/03/2022"]],
      numbers: [
        [2, "01/03/2022"],
        [3, "01/03/2022"],
      ],
      days: [
        [1, "?"],
        [1, "?"],
      ],
      no_number: [
        [1, "01/03/2022", { dose_number: null }],
        [1, "01/03/2022", { dose_number: null }],
      ],
    }),
    person_record: [1, 2].map((record) => person({ record, id_number: null, birth_date: null })),
    person_dose: [1, 2].map((record) => group(3, { record })),
  },
  // The same person, so the same record of another file is a second row.
  fails: [
    files({ a: [[1, "01/03/2022", { id_number: "285111222" }]], b: [[1, "01/03/2022", { id_number: "285111222" }]] }),
    "b.csv:1 dose_date: a.csv:1 | one row a dose",
  ],
  // The first is the one of the lowest record: 2, not "10".
  boundary: [
    doses([1, "01/08/2021", { record: 10 }], [1, "01/08/2021", { record: 2 }], [1, "01/08/2021", { record: 11 }]),
    "10 dose_date: a.csv:2",
    "11 dose_date: a.csv:2",
  ],
});

const people = (...changes: object[]) => ({ person_record: changes.map((change) => person({ ...change })) });

rule("across/id_shared", {
  passes: people({}, { full_name: "NGUYEN VAN MAU" }, { full_name: "Trần Thị Khác" }),
  fails: [
    people({}, { full_name: "Trần Thị Khác" }, { full_name: "Lê Văn Nữa" }),
    "1 id_number: 3 | one person a number",
    "2 id_number: 3",
    "3 id_number: 3",
  ],
  // A placeholder is nobody's number; a quarantined row's name does not count.
  boundary: [
    {
      ...people(
        ...["An", "Bình", "Cường"].map((full_name) => ({ full_name, id_number: "000000000000" })),
        ...["An", "Bình", "Cường"].map((full_name) => ({ full_name, id_number: "285111222" })),
        ...["An", "Bình", "Cường", "Dũng"].map((full_name) => ({ full_name, id_number: "285111333" })),
      ),
      quarantined: [{ input_file: "a.csv", record: 4 }],
    },
    "7 id_number: 4",
    "8 id_number: 4",
    "9 id_number: 4",
    "10 id_number: 4",
  ],
});

const called = (...names: (string | null)[]) => names.map((full_name) => person({ full_name }));
const shots = (input_file: string, ...names: (string | null)[]) =>
  names.map((full_name) => dose({ full_name, input_file }));
rule("across/id_shared", {
  // No name is no third one.
  passes: { person_record: called("An", "Bình", null), dose_record: shots("d.csv", "AN", "BÌNH", null) },
  // The third name may stand in a file of the other kind; a row without a name is not blamed.
  fails: [
    { person_record: called("An", "Bình", null), dose_record: shots("d.csv", "Cường", "Cường") },
    ...["1 id_number: 3", "2 id_number: 3", "d.csv:1 id_number: 3", "d.csv:2 id_number: 3"],
  ],
  // Dose records alone are enough; that the same line of another file is quarantined is nothing to them.
  boundary: [
    { dose_record: shots("d.csv", "An", "Bình", "Cường", null), quarantined: [{ input_file: "b.csv", record: 3 }] },
    ...["d.csv:1 id_number: 3", "d.csv:2 id_number: 3", "d.csv:3 id_number: 3"],
  ],
});

rule("across/duplicate_person", {
  passes: people({}, { id_number: "070084000888" }),
  fails: [people({}, { full_name: "Nguyễn Văn Mâu" }), "2 full_name: a.csv:1 | one row a person"],
  // Same name and full birth date repeat a person only where a number is missing; a year of birth is too little. Two rows of
  // one number and one without are found once each.
  boundary: [
    people(
      { full_name: "An", id_number: null },
      { full_name: "AN", id_number: "285111222" },
      { full_name: "Bình", id_number: null, birth_date: "1984" },
      { full_name: "Bình", id_number: null, birth_date: "1984" },
      { full_name: "An", id_number: "285111222", birth_date: "26/4/1984" },
      { full_name: "Cúc", id_number: "285111333" },
      { full_name: "Cúc", id_number: "285111444" },
      { full_name: "Cúc", id_number: null },
    ),
    "2 full_name: a.csv:1",
    "5 full_name: a.csv:1",
  ],
});

rule("across/duplicate_person", {
  // A dose record is no second person record. Neither no name nor another birth date nor a row that cannot be used is alike.
  passes: {
    ...people(
      {},
      { id_number: null, full_name: null },
      { id_number: null, full_name: null },
      { id_number: null, full_name: "An", birth_date: "01/05/1984" },
      { id_number: null, full_name: "An", birth_date: "02/05/1984" },
      { id_number: "285111222", full_name: "Bình" },
      { id_number: "285111222", full_name: "Bình" },
    ),
    dose_record: [1, 2].map((record) => dose({ input_file: "b.csv", record })),
    quarantined: [{ input_file: "a.csv", record: 7 }],
  },
  // Two rows are enough, also where they are the same record of two files.
  fails: [
    people({ full_name: "An", record: 1 }, { full_name: "An", id_number: null, input_file: "b.csv", record: 1 }),
    "b.csv:1 full_name: a.csv:1 | one row a person",
  ],
  // Rows of one number are alike by it alone: 11 is a second row of 2, not of 10. Only the row itself is left out that cannot
  // be used, not another of its file nor the same record of another.
  boundary: [
    {
      ...people(
        { record: 2, full_name: "An" },
        { record: 10, full_name: "Bình" },
        { record: 11, full_name: "Bình" },
        { record: 12, full_name: "Bình" },
      ),
      quarantined: [
        { input_file: "a.csv", record: 12 },
        { input_file: "b.csv", record: 10 },
      ],
    },
    "10 full_name: a.csv:2",
    "11 full_name: a.csv:2",
  ],
});

rule("across/duplicate_person", {
  passes: people({ full_name: "An", id_number: null }),
  // Of two that a row is alike to, by name and by number, the first as it was sent is named: row 2 comes before row 10.
  fails: [
    people(
      { record: 2, full_name: "An", id_number: null },
      { record: 10, full_name: "Bình", id_number: "285111222" },
      { record: 20, full_name: "An", id_number: "285111222" },
    ),
    "20 full_name: a.csv:2",
  ],
  boundary: [
    people(
      { record: 1, input_file: "b.csv", full_name: "An", id_number: null },
      { record: 2, full_name: "Bình", id_number: "285111222" },
      { record: 3, input_file: "b.csv", full_name: "An", id_number: "285111222" },
    ),
    "b.csv:3 full_name: a.csv:2",
  ],
});

const onDays = (days: readonly number[], count: number, more: object = {}) =>
  Array.from({ length: count }, (_, at) => dose({ dose_date: `${days[at % days.length]}/03/2022`, ...more }));

rule("across/heaping_day", {
  passes: { dose_record: onDays([2, 3, 4, 14, 16, 28, 29, 30], 100) },
  fails: [{ dose_record: [...onDays([1, 15, 31], 60), ...onDays([2], 40)] }, "0 dose_date: 60% | about 10%"],
  // 20 of 100 is a fifth, 21 is more; 99 doses are too few to say.
  boundary: [
    {
      dose_record: [
        ...onDays([15], 20),
        ...onDays([2], 80),
        ...onDays([15], 21, { input_file: "b.csv" }),
        ...onDays([2], 79, { input_file: "b.csv" }),
        ...onDays([15], 99, { input_file: "c.csv" }),
      ],
    },
    "b.csv:0 dose_date: 21%",
  ],
});

rule("across/heaping_day", {
  // A dose of no day is not one of the hundred.
  passes: { dose_record: [...onDays([15], 21), ...onDays([2], 78), ...onDays([32], 1)] },
  fails: [
    {
      person_record: Array.from({ length: 20 }, () => person({ input_file: "p.csv" })),
      person_dose: Array.from({ length: 100 }, (_, at) =>
        group((at % 5) + 1, { input_file: "p.csv", record: Math.floor(at / 5) + 1, dose_date: "15/03/2022" }),
      ),
    },
    "p.csv:0 dose_1_dose_date: 100% | about 10%",
  ],
  // Without the dose that cannot be used 99 are left of the first file, and 21 of 100 of the second; the same line of a third
  // is nothing to it.
  boundary: [
    {
      dose_record: [
        ...onDays([15], 21),
        ...onDays([2], 79),
        ...onDays([15], 22, { input_file: "b.csv" }),
        ...onDays([2], 79, { input_file: "b.csv" }),
      ],
      quarantined: [
        { input_file: "a.csv", record: 1 },
        { input_file: "b.csv", record: 101 },
        { input_file: "c.csv", record: 102 },
      ],
    },
    "b.csv:0 dose_date: 21%",
  ],
});

rule("across/date_mixed", {
  passes: doses([1, "13/08/2021"], [2, "14/09/2021"]),
  fails: [doses([1, "13/08/2021"], [2, "09/14/2021"]), "0 dose_date: 1 dd/mm, 1 mm/dd | dd/mm/yyyy"],
  // 12/12 and 2021-12-13 could be either or neither; a birth date is another column, and so is another file's dose.
  boundary: [
    doses(
      [1, "12/12/2021"],
      [2, "01/13/2022", { birth_date: "12/26/1984" }],
      [3, "2021-12-13"],
      [1, "13/12/2021", { input_file: "b.csv" }],
      [2, "13/13/2021"],
    ),
    "0 birth_date: 3 dd/mm, 1 mm/dd",
  ],
});

const written = (input_file: string, ...dates: string[]) => dates.map((dose_date) => dose({ input_file, dose_date }));
rule("across/date_mixed", {
  // Neither order has a day 0 or 32 or a month 0 or 13; only the other date of each file could be one.
  passes: {
    dose_record: [
      ...[...written("a.csv", "0/13/2021", "13/01/2021"), ...written("b.csv", "01/32/2021", "13/01/2021")],
      ...[...written("c.csv", "13/13/2021", "13/01/2021"), ...written("d.csv", "32/14/2021", "13/01/2021")],
      ...[...written("e.csv", "01/13/2021", "32/01/2021"), ...written("f.csv", "01/13/2021", "13/00/2021")],
      ...written("g.csv", "01/00/2021", "13/01/2021"),
    ],
  },
  fails: [groups([1, "13/01/2021"], [2, "01/13/2021"]), "p.csv:0 dose_1_dose_date: 1 dd/mm, 1 mm/dd"],
  // The first and last month and day; each date counts as often as it is written.
  boundary: [
    {
      dose_record: [
        ...written("a.csv", "01/13/2021", "01/13/2021", "13/01/2021"),
        ...written("b.csv", "12/31/2021", "31/12/2021"),
      ],
      person_record: ["02/13/1984", "02/13/1984", "13/02/1984"].map((birth_date) =>
        person({ input_file: "p.csv", birth_date }),
      ),
    },
    ...["0 dose_date: 1 dd/mm, 2 mm/dd", "b.csv:0 dose_date: 1 dd/mm, 1 mm/dd"],
    "p.csv:0 birth_date: 1 dd/mm, 2 mm/dd",
  ],
});
