import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { checkWhatBlocks } from "../../src/model/what-blocks.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;

beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run(`create table person as
    select person_id, unit_code, false as foreigner from (values
      (1, '25195'), (2, '25195'), (3, '25195'), (4, '25195'), (5, '25198'), (6, '25198'), (7, '689'), (8, '25216')
    ) as person (person_id, unit_code)`);
  await db.run(`create table subject as from (values
    (1, '25195', 'to_list', 'a'), (2, '25195', 'to_list', 'c'), (3, '25195', 'updated', 'b'), (4, '25195', 'verified', 'a'),
    (5, '25198', 'to_list', 'c'), (6, '25198', 'mismatched', 'c'), (7, '689', 'reviewed', 'a')
  ) as subject (person_id, unit_code, state, ministry_class)`);
  await build(db, "cleaning_progress", "what_blocks");
});

describe("what_blocks", () => {
  const reasons = (where: string) =>
    lines(db, `select reason, waiting, class_a, class_b, class_c from what_blocks where ${where} order by position`);

  test("each subject that is not cleaned waits for one thing, in its unit and every unit above", async () => {
    expect(await reasons("unit_code = '25195' and waiting > 0")).toEqual([
      "not_listed 2 1 0 1",
      "not_compared_again 1 0 1 0",
    ]);
    expect(await reasons("unit_code = '70' and scope = 'all'")).toEqual([
      "not_listed 3 1 0 2",
      "not_reviewed 0 0 0 0",
      "not_compared 1 1 0 0",
      "not_handed_back 0 0 0 0",
      "not_updated 0 0 0 0",
      "not_compared_again 1 0 1 0",
      "mismatched_again 1 0 0 1",
    ]);
  });

  test("a parent is the sum of its children and its own row", async () => {
    expect(await reasons("scope = 'at_this_level' and waiting > 0")).toEqual(["not_compared 1 1 0 0"]);
  });

  test("a unit without subjects has no row", async () => {
    expect(await reasons("unit_code = '25216'")).toEqual([]);
  });
});

test("each state waits for a step of its own: one, two, three … of each, so that none is taken for another", async () => {
  const own = await Database.open();
  await binhPhuoc(own);
  const states = ["to_list", "listed", "reviewed", "matched", "handed_back", "updated", "mismatched", "verified"];
  // As many of class a, one more of b and two more of c; in another commune one of each state, of class c.
  const subjects = states.flatMap((state, at) =>
    ["a", "b", "c"].flatMap((one, more) =>
      Array.from({ length: at + 1 + more }, () => `('25195', '${state}', '${one}')`),
    ),
  );
  subjects.push(
    ...states.map((state) => `('25198', '${state}', 'c')`),
    "('25198', 'updated', 'b')",
    "('25198', 'updated', 'a')",
  );
  await own.run(
    `create table subject as from (values ${subjects.join(", ")}) as subject (unit_code, state, ministry_class)`,
  );
  await build(own, "what_blocks");
  const waiting = `select reason, position, waiting, class_a, class_b, class_c from what_blocks where unit_code = '70' order by position`;
  expect(await lines(own, waiting)).toEqual([
    "not_listed 1 7 1 2 4",
    "not_reviewed 2 10 2 3 5",
    "not_compared 3 13 3 4 6",
    "not_handed_back 4 16 4 5 7",
    "not_updated 5 19 5 6 8",
    "not_compared_again 6 24 7 8 9",
    "mismatched_again 7 25 7 8 10",
  ]);
});

test("subjects of units outside the report are in none of it", async () => {
  await db.run("update subject set unit_code = '01'");
  await build(db, "what_blocks");
  expect(await lines(db, "from what_blocks")).toEqual([]);
});

describe("the reasons close", () => {
  test("on the subjects that are not cleaned", async () => {
    await checkWhatBlocks(db);
  });

  test("or the run stops: where a state has no reason, or a subject no class", async () => {
    await db.run("update subject set state = 'lost' where person_id = 1");
    await build(db, "cleaning_progress", "what_blocks");
    await expect(checkWhatBlocks(db)).rejects.toThrow("25195 all: reasons 2, not cleaned 3");
    await db.run("update subject set state = 'to_list', ministry_class = null where person_id = 1");
    await build(db, "cleaning_progress", "what_blocks");
    await expect(checkWhatBlocks(db)).rejects.toThrow("25195 all: reasons 2, not cleaned 3");
  });
});

test("small counts are hidden, and those that leave so few of the whole", async () => {
  // In 25195 1 of 4 subjects waits for the second match: whoever is in no class of it would show the one who is.
  const published = `select reason, waiting, waiting_status, class_a, class_a_status, class_b, class_b_status
    from (${sqlFile("published_what_blocks").sql}) where unit_code = '25195'`;
  await db.run("update params set suppress_below = 2");
  expect(await lines(db, published)).toEqual([
    "not_listed 2 ∅ ∅ c 0 ∅",
    "not_reviewed 0 ∅ 0 ∅ 0 ∅",
    "not_compared 0 ∅ 0 ∅ 0 ∅",
    "not_handed_back 0 ∅ 0 ∅ 0 ∅",
    "not_updated 0 ∅ 0 ∅ 0 ∅",
    "not_compared_again ∅ c ∅ c ∅ c",
    "mismatched_again 0 ∅ 0 ∅ 0 ∅",
  ]);
  await db.run("update params set suppress_below = 3");
  expect((await lines(db, published))[0]).toBe("not_listed ∅ c ∅ c ∅ c");
});

test("where all but a few of the subjects wait for one thing, how many do is hidden", async () => {
  const own = await Database.open();
  await binhPhuoc(own);
  await own.run("create table cleaning_progress as select '70' as unit_code, 'all' as scope, 20 as subjects");
  await own.run(`create table what_blocks as from (values ('not_listed', 1, 18), ('not_reviewed', 2, 0)) as blocks (reason, position, waiting),
    (select '70' as unit_code, 'all' as scope, 0 as class_a, 0 as class_b, 0 as class_c)`);
  expect(
    await lines(
      own,
      `select reason, waiting, waiting_status from (${sqlFile("published_what_blocks").sql}) order by reason`,
    ),
  ).toEqual(["not_listed ∅ c", "not_reviewed 0 ∅"]);
});

test("each class is hidden by itself, of the subjects of its own scope, in the order of units, scopes and steps", async () => {
  const own = await Database.open();
  await binhPhuoc(own);
  await own.run(`create table cleaning_progress as from (values ('70', 'all', 40), ('70', 'at_this_level', 20), ('689', 'all', 40))
    as progress (unit_code, scope, subjects)`);
  await own.run(`create table what_blocks as from (values
    ('70', 'at_this_level', 'not_listed', 1, 20, 0, 0, 20), ('70', 'all', 'not_reviewed', 2, 20, 9, 9, 2),
    ('70', 'all', 'not_listed', 1, 20, 2, 9, 9), ('689', 'all', 'not_listed', 1, 20, 9, 2, 9),
    ('689', 'all', 'not_compared', 3, 20, 0, 0, 18)
  ) as blocks (unit_code, scope, reason, position, waiting, class_a, class_b, class_c)`);
  const published = `select unit_code, scope, reason, waiting, waiting_status, class_a, class_a_status, class_b, class_b_status,
    class_c, class_c_status from (${sqlFile("published_what_blocks").sql})`;
  expect(await lines(own, published)).toEqual([
    "689 all not_listed 20 ∅ 9 ∅ ∅ c 9 ∅",
    "689 all not_compared 20 ∅ 0 ∅ 0 ∅ ∅ c",
    "70 all not_listed 20 ∅ ∅ c 9 ∅ 9 ∅",
    "70 all not_reviewed 20 ∅ 9 ∅ 9 ∅ ∅ c",
    "70 at_this_level not_listed 20 ∅ 0 ∅ 0 ∅ 20 ∅",
  ]);
});
