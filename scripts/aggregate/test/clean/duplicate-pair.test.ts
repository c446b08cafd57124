import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  const { db, table } = small;
  await table("params", "review_score, merge_score", "18, 28");
  await db.run("create table exact_person as from range(200000)");
  const shares = ["one, 1", "two, 2", "three, 3", "hundred, 100", "all, 200000"];
  await table("name_share", "name_key, people", ...shares.map((share) => `'${share.replace(",", "',")}`));
});

const columns =
  "first_key, second_key, names, first_name, second_name, birth_score, sex_score, id_score, phone_score, place_score, first_record, second_record, id_changed";
/** Pairs as "names first second", with what else speaks for them. */
const pairs = (...told: [names: string, scores: string][]) =>
  small.table(
    "pair_likeness",
    columns,
    ...told.map(([names, scores], at) => {
      const [kind, first = "", second = ""] = names.split(" ");
      const name = (key: string) => (key === "" ? "null::varchar" : `'${key}'`);
      return `${2 * at + 1}, ${2 * at + 2}, '${kind}', ${name(first)}, ${name(second)}, ${scores}, 'a', 'b', ${at % 2 === 0}`;
    }),
  );
const doses = (...told: string[]) =>
  small.table(
    "dose_in",
    "exact_key, dose_number, dose_date, vaccine, lot",
    "0, 1, date '2021-08-01', 'a', 'L'",
    ...told,
  );

test("a name counts by how rare it is, from 1 to 16 bits; names that differ by what they have in common", async () => {
  const names = [
    ...["unknown", "same one one", "same three three", "same hundred hundred", "same all all"],
    ...["without_accents hundred hundred", "other_accents hundred hundred", "near two hundred", "near hundred two"],
    ...["near three three", "part", "other"],
  ];
  await pairs(...names.map((told): [string, string] => [told, "0, 0, 0, 0, 0"]));
  await doses();
  const found = await small.model("duplicate_pair", "first_key, name_score");
  expect(found.map((line) => Number(line.split(" ")[1]))).toEqual([0, 16, 16, 10, 1, 9, 2, 8, 8, 3, 3, -10]);
});

test("a score is the sum of what speaks for and against", async () => {
  await pairs(["same all all", "2, 4, 8, 16, 32"], ["unknown", "-1, -1, -1, -1, -1"]);
  await doses();
  expect(await small.model("duplicate_pair")).toEqual([
    "1 2 a b 1 2 4 8 16 32 0 63 true",
    "3 4 a b 0 -1 -1 -1 -1 -1 0 -5 false",
  ]);
});

test("doses are compared where they may matter: 8 bits about what is reviewed or merged", async () => {
  await pairs(...[9, 10, 36, 37].map((score): [string, string] => ["unknown", `${score}, 0, 0, 0, 0`]));
  await doses(...[1, 2, 3, 4, 5, 6, 7, 8].map((key) => `${key}, 1, date '2021-08-01', 'a', 'L'`));
  expect(await small.model("duplicate_pair", "first_key, dose_score, score")).toEqual([
    "1 0 9",
    "3 8 18",
    "5 8 44",
    "7 0 37",
  ]);
});

test("doses speak for their own pair alone, whatever other pairs one of its people is in", async () => {
  const row = (first: number, second: number) =>
    `${first}, ${second}, 'unknown', null::varchar, null::varchar, 20, 0, 0, 0, 0, 'a', 'b', false`;
  await small.table("pair_likeness", columns, row(1, 2), row(1, 3), row(5, 2));
  await doses("1, 1, date '2021-08-01', 'a', 'L'", "2, 1, date '2021-08-03', 'a', 'L'");
  expect(await small.model("duplicate_pair", "first_key, second_key, dose_score")).toEqual([
    "1 2 -4",
    "1 3 0",
    "5 2 0",
  ]);
});

test("one dose in both speaks for a pair, one number on two days against, and doses that the other lacks for it", async () => {
  type Doses = [number: number | null, day: number, vaccine?: string, lot?: string | null][];
  const cases: [expected: number, mine: Doses, theirs: Doses][] = [
    [
      8,
      [
        [1, 1],
        [2, 60],
      ],
      [
        [1, 1],
        [2, 90],
      ],
    ],
    [0, [[1, 1]], [[1, 1, "b"]]],
    [0, [[1, 1]], [[1, 1, "a", "M"]]],
    [0, [[1, 1]], [[1, 1, "a", null]]],
    [-4, [[1, 1]], [[1, 2]]],
    [-4, [[1, 4]], [[1, 1]]],
    [-8, [[1, 1]], [[1, 5]]],
    [
      -8,
      [
        [1, 1],
        [2, 60],
      ],
      [
        [1, 3],
        [2, 90],
      ],
    ],
    [
      -4,
      [
        [1, 1],
        [2, 60],
      ],
      [
        [1, 1, "b"],
        [2, 62],
      ],
    ],
    [
      0,
      [
        [1, 10],
        [2, 5],
      ],
      [[1, 10, "a", "M"]],
    ],
    [-4, [[2, 1]], [[1, 30]]],
    [-4, [[1, 30]], [[2, 1]]],
    [-4, [[1, 1]], [[2, 1]]],
    [
      -4,
      [
        [1, 1],
        [2, 30],
      ],
      [[3, 20]],
    ],
    [6, [[1, 1]], [[2, 30]]],
    [6, [[2, 30]], [[1, 1]]],
    [6, [[null, 1]], [[1, 30]]],
    [0, [[1, 1]], []],
  ];
  await pairs(...cases.map((): [string, string] => ["unknown", "20, 0, 0, 0, 0"]));
  const rows = (key: number, told: Doses) =>
    told.map(
      ([number, day, vaccine = "a", lot = "L"]) =>
        `${key}, ${number}, date '2021-08-01' + ${day}, '${vaccine}', ${lot === null ? null : `'${lot}'`}`,
    );
  await doses(...cases.flatMap(([, mine, theirs], at) => [...rows(2 * at + 1, mine), ...rows(2 * at + 2, theirs)]));
  const found = await small.model("duplicate_pair", "first_key, dose_score");
  expect(found.map((line) => Number(line.split(" ")[1]))).toEqual(cases.map(([expected]) => expected));
});
