import { beforeAll, expect, test } from "vitest";
import { smallTables } from "../clean/small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables("");
  await small.table(
    "dose_rules",
    "vaccine, dose_kind, valid_from, valid_to, doses, min_interval_days, min_interval_months",
    ...[
      "'az', 'primary', '2021-03-08', '2021-08-31', '2', '56', null",
      "'az', 'primary', '2021-09-01', null, '2', '28', null",
    ],
    ...[
      "'pfizer', 'primary', '2021-03-08', null, '2', '21', null",
      "'janssen', 'primary', '2021-03-08', null, '1', '90', null",
    ],
    ...[
      "'vero', 'additional', '2021-12-01', null, '1', null, null",
      "'vero', 'primary', '2021-03-08', null, '2', '21', null",
    ],
    ...[
      "null, 'booster_1', '2021-12-01', '2021-12-16', '1', null, '6'",
      "null, 'booster_1', '2021-12-17', null, '1', null, '3'",
    ],
  );
});

/** The courses that are suspect, of doses as "person number day vaccine kind name", each of a dose record of its own. */
async function suspect(...doses: string[]): Promise<string[]> {
  const rows = doses.map((dose, at) => {
    const [person, number = "1", day, vaccine = "pfizer", kind = "primary", name = "An"] = dose.split(" ");
    const [key, date] = [person === "∅" ? "null" : person, day === "∅" ? "null::date" : `date '${day}'`];
    return `'d.csv', ${at + 1}, 'dose_record', ${key}, ${number === "∅" ? "null" : number}, ${date}, '${vaccine}', '${kind}', '${name}'`;
  });
  await small.table(
    "dose",
    "input_file, record, kind, person_key, dose_number, dose_date, vaccine, dose_kind, full_name",
    ...rows,
  );
  return small.model("suspect_course", "course_key, several_names, doses_suspect");
}
const ours = "false true";

test("doses in their order, far enough apart, are not; nor is one dose", async () => {
  expect(
    await suspect("1 1 2021-08-01", "1 2 2021-08-22", "1 3 2022-03-01 moderna booster_1", "2 1 2021-08-01"),
  ).toEqual([]);
});

test("a number twice, none, or out of 1 to 9, and a dose without a day", async () => {
  expect(
    await suspect(
      ...["1 1 2021-08-01", "1 1 2022-08-01", "2 1 2021-08-01", "2 ∅ 2022-08-01", "3 1 2021-08-01", "3 0 2022-08-01"],
      ...["4 10 2021-08-01", "4 1 2022-08-01", "5 1 2021-08-01", "5 2 ∅", "6 1 ∅", "7 ∅ 2021-08-01"],
    ),
  ).toEqual([1, 2, 3, 4, 5, 6, 7].map((person) => `${person} ${ours}`));
});

test("a number without the one before it, and more doses than one course and its boosters have", async () => {
  expect(
    await suspect(
      ...["1 2 2021-08-01", "2 1 2021-08-01", "2 3 2022-08-01", "3 9 2021-08-01", "4 1 2021-03-10", "4 2 2021-08-01"],
      ...["4 3 2022-03-01", "5 1 2021-03-10", "5 2 2021-08-01", "5 3 2022-03-01", "5 4 2022-12-01"],
    ),
  ).toEqual([1, 2, 3, 5].map((person) => `${person} ${ours}`));
});

test("two vaccines for the first two doses, in either order; the third may be another", async () => {
  expect(
    await suspect(
      ...["1 1 2021-03-10 az", "1 2 2022-08-01 pfizer", "2 1 2021-03-10 pfizer", "2 2 2022-08-01 az"],
      ...["3 1 2021-08-01 pfizer", "3 2 2021-09-01 pfizer", "3 3 2022-08-01 az booster_1"],
      ...["4 1 2021-03-10 az", "4 2 2021-07-01 az", "4 3 2022-08-01 pfizer booster_1"],
    ),
  ).toEqual([`1 ${ours}`, `2 ${ours}`]);
});

test("a year or less than nothing in the place of a number", async () => {
  expect(await suspect("1 2021 2021-08-01", "2 -1 2021-08-01")).toEqual([`1 ${ours}`, `2 ${ours}`]);
});

test("the second within its vaccine's interval less 4 days, by the rule in force on its day", async () => {
  // Pfizer 21 − 4 = 17; AstraZeneca 56 − 4 = 52 up to 31 August, 28 − 4 = 24 from September.
  expect(
    await suspect(
      ...["1 1 2021-08-01", "1 2 2021-08-17", "2 1 2021-08-01", "2 2 2021-08-18"],
      ...["3 1 2021-07-11 az", "3 2 2021-08-31 az", "4 1 2021-07-10 az", "4 2 2021-08-31 az"],
      ...["5 1 2021-08-09 az", "5 2 2021-09-01 az", "6 1 2021-08-08 az", "6 2 2021-09-01 az"],
      ...[
        "7 1 2021-08-01",
        "7 2 2021-07-01",
        "8 1 2021-08-01 vero",
        "8 2 2021-08-17 vero",
        "9 1 2021-12-01 vero",
        "9 2 2021-12-18 vero",
      ],
    ),
  ).toEqual([1, 3, 5, 7, 8].map((person) => `${person} ${ours}`));
});

test("the second within half a year where its rule is another: a booster, a vaccine of one dose or of none known, a day too early", async () => {
  // From 1 March to 31 August are 183 days.
  const pairs = (person: number, last: string, vaccine: string, kind: string) => [
    `${person} 1 2021-03-01 ${vaccine}`,
    `${person} 2 ${last} ${vaccine} ${kind}`,
  ];
  expect(
    await suspect(
      ...pairs(1, "2021-08-31", "pfizer", "booster_1"),
      ...pairs(2, "2021-09-01", "pfizer", "booster_1"),
      ...pairs(3, "2021-08-31", "janssen", "primary"),
      ...pairs(4, "2021-09-01", "janssen", "primary"),
      ...pairs(5, "2021-08-31", "other", "primary"),
      ...pairs(6, "2021-09-01", "other", "primary"),
      ...["7 1 2020-09-06", "7 2 2021-03-07", "8 1 2020-09-06", "8 2 2021-03-08", "9 1 2030-11-01", "9 2 2031-01-01"],
      ...["10 1 2030-11-01", "10 2 2030-12-31"],
    ),
  ).toEqual([1, 3, 5, 7, 9].map((person) => `${person} ${ours}`));
});

test("the third within the longest interval of its day, of whatever vaccine", async () => {
  // Six months are 6 × 31 − 4 = 182 days up to 16 December, three are 89 from the 17th; before December Janssen's 90 − 4 = 86.
  const third = (person: number, second: string, last: string) => [
    ...[`${person} 1 2021-03-10`, `${person} 2 ${second}`, `${person} 3 ${last} az booster_1`],
  ];
  expect(
    await suspect(
      ...third(1, "2021-06-18", "2021-12-16"),
      ...third(2, "2021-06-17", "2021-12-16"),
      ...third(3, "2021-09-20", "2021-12-17"),
      ...third(4, "2021-09-19", "2021-12-17"),
      ...third(5, "2021-09-06", "2021-11-30"),
      ...third(6, "2021-09-05", "2021-11-30"),
      ...third(7, "2030-07-02", "2031-01-01"),
      ...third(8, "2030-07-01", "2031-01-01"),
    ),
  ).toEqual([1, 3, 5, 7].map((person) => `${person} ${ours}`));
});

test("several names of one key are told apart from doses; nobody's records are no course", async () => {
  const names = ["1 1 2021-08-01 pfizer primary An", "1 2 2022-08-01 pfizer primary Bình"];
  expect(
    await suspect(...names, "2 1 2021-08-01 pfizer primary An", "2 1 2022-08-01 pfizer primary Bình", "∅ 2 2021-08-01"),
  ).toEqual([...["1 true false", "2 true true"]]);
});

test("doses side by side in one person record are one course, whoever's key it bears", async () => {
  const row = (record: number, key: string, number: number, day: string) =>
    `'p.csv', ${record}, 'person_record', ${key}, ${number}, date '${day}', 'pfizer', 'primary', null`;
  await small.table(
    "dose",
    "input_file, record, kind, person_key, dose_number, dose_date, vaccine, dose_kind, full_name",
    ...[
      row(1, "null", 1, "2021-08-01"),
      row(1, "null", 3, "2022-08-01"),
      row(2, "5", 1, "2021-08-01"),
      row(3, "5", 2, "2021-08-02"),
    ],
    ...[
      row(4, "5", 1, "2021-08-01"),
      row(4, "5", 2, "2021-08-02"),
      row(5, "6", 1, "2021-08-01"),
      row(5, "6", 2, "2021-09-01"),
    ],
  );
  const record = "[n for n in range(1, 6) if hash('p.csv', n::integer) = course_key][1]";
  expect(await small.model("suspect_course", `${record}, several_names, doses_suspect`)).toEqual([
    ...[1, 3, 4].map((n) => `${n} ${ours}`),
  ]);
});
