import { beforeAll, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;
const columns = "unit_code, scope, persons, subjects, to_list, updated, cleaned, remaining, class_a, class_c";

/** One person of district 689 only, one of Hanoi. */
beforeAll(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run(`create table person as
    select person_id, unit_code, false as foreigner from (values
      (1, '25195'), (2, '25195'), (3, '25195'), (4, '25198'), (5, '689'), (6, '25216'), (7, '01')
    ) as person (person_id, unit_code)
    union all select 8, '25195', true`);
  await db.run(`create table subject as from (values
    (1, '25195', 'verified', 'c'), (2, '25195', 'to_list', 'a'), (4, '25198', 'verified', 'c'), (5, '689', 'updated', 'c'), (7, '01', 'verified', 'a')
  ) as subject (person_id, unit_code, state, ministry_class)`);
  await build(db, "cleaning_progress");
});

describe("cleaning_progress", () => {
  test("counts each person in the unit and in every unit above it up to the root", async () => {
    expect(await lines(db, `select ${columns} from cleaning_progress order by scope, unit_code`)).toEqual([
      "25195 all 3 2 1 0 1 1 1 1",
      "25198 all 1 1 0 0 1 0 0 1",
      "25216 all 1 0 0 0 0 0 0 0",
      "688 all 1 0 0 0 0 0 0 0",
      "689 all 5 4 1 1 2 2 1 3",
      "70 all 6 4 1 1 2 2 1 3",
      // A parent is the sum of its children and its own row.
      "689 at_this_level 1 1 0 1 0 1 0 1",
    ]);
  });
});

test("each subject stands in one state and is of one class: one, two, three … of each, so that none is taken for another", async () => {
  const own = await Database.open();
  await binhPhuoc(own);
  const states = ["to_list", "listed", "reviewed", "matched", "handed_back", "updated", "mismatched", "verified"];
  const subjects = states.flatMap((state, at) => Array.from({ length: at + 1 }, () => `('25195', '${state}')`));
  // In another commune one of each, and one person of a third is no subject.
  subjects.push(...states.map((state) => `('25198', '${state}')`));
  await own.run(`create table subject as select row_number() over () as person_id, unit_code, state,
    case when person_id <= 3 or person_id = 37 then 'a' when person_id <= 13 or person_id = 38 then 'b' else 'c' end as ministry_class
    from (values ${subjects.join(", ")}) as subject (unit_code, state)`);
  await own.run(`create table person as select person_id, unit_code, false as foreigner from subject
    union all select 99, '25216', false`);
  await build(own, "cleaning_progress");
  const all = `${states.slice(0, 7).join(", ")}, cleaned, remaining, subjects, persons, class_a, class_b, class_c`;
  expect(await lines(own, `select unit_code, ${all} from cleaning_progress order by scope, unit_code`)).toEqual([
    "25195 1 2 3 4 5 6 7 8 28 36 36 3 10 23",
    "25198 1 1 1 1 1 1 1 1 7 8 8 1 1 6",
    "25216 0 0 0 0 0 0 0 0 0 0 1 0 0 0",
    "688 0 0 0 0 0 0 0 0 0 0 1 0 0 0",
    "689 2 3 4 5 6 7 8 9 35 44 44 4 11 29",
    "70 2 3 4 5 6 7 8 9 35 44 45 4 11 29",
  ]);
});

describe("published_cleaning_progress", () => {
  const published = (where: string, names: string) =>
    lines(db, `select ${names} from (${sqlFile("published_cleaning_progress").sql}) where ${where}`);

  test("counts below the limit are hidden, and those that leave so few of the whole; zero may stand", async () => {
    // Of 5 people 4 are subjects: the one who is not would show, as would the one of 25216. Of 4 subjects 2 are cleaned.
    expect(
      await published(
        "unit_code = '689' and scope = 'all'",
        "persons, subjects, subjects_status, cleaned, cleaned_status",
      ),
    ).toEqual(["5 ∅ c ∅ c"]);
    expect(
      await published("unit_code = '25216'", "persons_status, subjects, subjects_status, cleaned, cleaned_status"),
    ).toEqual(["c ∅ c 0 ∅"]);
  });

  test("all but a few of the subjects in one state are hidden, and the share that tells them; all of a class are not", async () => {
    const own = await Database.open();
    await binhPhuoc(own);
    await own.run(`create table cleaning_progress as select '70' as unit_code, 'all' as scope, date '2022-04-26' as as_of,
      100 as persons, 20 as subjects, 0 as to_list, 0 as listed, 0 as reviewed, 2 as matched, 0 as handed_back, 0 as updated,
      0 as mismatched, 18 as cleaned, 2 as remaining, 20 as class_a, 0 as class_b, 0 as class_c`);
    const names =
      "matched_status, cleaned, cleaned_status, remaining, remaining_status, cleaned_pct, cleaned_pct_status, class_a, class_a_status";
    expect(await lines(own, `select ${names} from (${sqlFile("published_cleaning_progress").sql})`)).toEqual([
      "c ∅ c ∅ c ∅ c 20 ∅",
    ]);
  });

  /** One row of 100 people, 40 of them subjects, with these counts and 20 of each other; hidden below 3. */
  async function told(counts: Record<string, number>, names: string): Promise<string[]> {
    const own = await Database.open();
    await binhPhuoc(own);
    const row = Object.entries({
      ...Object.fromEntries(parts.map((part) => [part, 20])),
      persons: 100,
      subjects: 40,
      ...counts,
    });
    await own.run(`create table cleaning_progress as select '70' as unit_code, 'all' as scope, date '2022-04-26' as as_of,
      20 as remaining, ${row.map(([name, count]) => `${count} as ${name}`).join(", ")}`);
    return lines(own, `select ${names} from (${sqlFile("published_cleaning_progress").sql})`);
  }
  const states = ["to_list", "listed", "reviewed", "matched", "handed_back", "updated", "mismatched"];
  const parts = [...states, "cleaned", "class_a", "class_b", "class_c"];

  test.for(parts)(
    "%s is hidden where it is few or leaves few of the subjects, and nothing but what says the same",
    async (part) => {
      const all = parts.map((name) => `${name}, ${name}_status`).join(", ");
      const expected = parts.map((name) => (name === part ? "∅ c" : "20 ∅")).join(" ");
      for (const few of [2, 38]) expect(await told({ [part]: few }, all)).toEqual([expected]);
      for (const enough of [0, 3, 37, 40])
        expect(await told({ [part]: enough }, `${part}, ${part}_status`)).toEqual([`${enough} ∅`]);
    },
  );

  test("what remains is hidden with what is cleaned, and so is the share; a share to one place", async () => {
    const names = "remaining, remaining_status, cleaned_pct, cleaned_pct_status";
    expect(await told({ cleaned: 13 }, names)).toEqual(["20 ∅ 32.5 ∅"]);
    expect(await told({ cleaned: 2 }, names)).toEqual(["∅ c ∅ c"]);
    // 5 of 12 are 41.66 %.
    expect(await told({ subjects: 12, cleaned: 5 }, names)).toEqual(["20 ∅ 41.7 ∅"]);
    // Nobody to be put on a list is not the same as nobody to be cleaned.
    expect(await told({ to_list: 0 }, names)).toEqual(["20 ∅ 50 ∅"]);
    // Of 99 subjects of 100 people one is none: the subjects are hidden, and with them the share.
    expect(await told({ subjects: 99 }, `subjects_status, ${names}`)).toEqual(["c 20 ∅ ∅ c"]);
    // Shares are told of 5 or more.
    expect(await told({ subjects: 5, cleaned: 0 }, names)).toEqual(["20 ∅ 0 ∅"]);
    expect(await told({ subjects: 4, cleaned: 0 }, names)).toEqual(["20 ∅ ∅ c"]);
    // Of one subject, whom nobody has cleaned, that is as much as to say that one is not.
    expect(await told({ subjects: 1, cleaned: 0, persons: 1 }, names)).toEqual(["∅ c ∅ c"]);
  });

  test("people are hidden where they are few", async () => {
    expect(await told({ persons: 2, subjects: 0 }, "persons, persons_status")).toEqual(["∅ c"]);
    expect(await told({ persons: 3, subjects: 0 }, "persons, persons_status")).toEqual(["3 ∅"]);
  });

  test("subjects are told beside the people, and hidden where all but few people are; the report's day is told", async () => {
    const names = "unit_code, scope, as_of::varchar, persons, persons_status, subjects, subjects_status";
    expect(await told({}, names)).toEqual(["70 all 2022-04-26 100 ∅ 40 ∅"]);
    expect(await told({ subjects: 98 }, names)).toEqual(["70 all 2022-04-26 100 ∅ ∅ c"]);
    expect(await told({ subjects: 97 }, names)).toEqual(["70 all 2022-04-26 100 ∅ 97 ∅"]);
    expect(await told({ subjects: 100 }, names)).toEqual(["70 all 2022-04-26 100 ∅ 100 ∅"]);
  });

  test("rows come in the order of units and scopes", async () => {
    const own = await Database.open();
    await binhPhuoc(own);
    const counts = ["persons", "subjects", "remaining", ...parts].map((name) => `20 as ${name}`).join(", ");
    await own.run(`create table cleaning_progress as select *, date '2022-04-26' as as_of, ${counts}
      from (values ('70', 'at_this_level'), ('689', 'at_this_level'), ('70', 'all'), ('689', 'all')) as place (unit_code, scope)`);
    expect(await lines(own, `select unit_code, scope from (${sqlFile("published_cleaning_progress").sql})`)).toEqual([
      ...["689 all", "689 at_this_level", "70 all", "70 at_this_level"],
    ]);
  });

  test("a share of nobody does not apply; a share of few is hidden", async () => {
    expect(
      await published("unit_code in ('25216', '689') and scope = 'all'", "unit_code, cleaned_pct, cleaned_pct_status"),
    ).toEqual(["25216 ∅ z", "689 ∅ c"]);
    await db.run("update params set suppress_below = 2, min_denominator = 2");
    expect(await published("unit_code = '70' and scope = 'all'", "cleaned_pct, cleaned_pct_status")).toEqual(["50 ∅"]);
  });
});
