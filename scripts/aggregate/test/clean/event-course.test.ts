import { beforeAll, expect, test } from "vitest";
import { eventTable } from "./event-rows.ts";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  await small.table("params", "as_of", "date '2022-04-26'");
});

/** 2022-04-01 is day 821 after the first day of 2020; an order is eight times the day and the step. */
const DAY_0 = 820;
const at = (day: number, position: number) => (DAY_0 + day) * 8 + position;

const course = async (...events: string[]) => {
  await eventTable(small, ...events);
  const columns = "person_id, central_order, steps, plain, settled, central_wrong, since_day, last_order";
  return small.model("event_course", columns);
};
/** Which of the courses are plain, in the order of persons; the other columns mean nothing of those that are not. */
const plain = async (...courses: string[][]) => {
  await eventTable(
    small,
    ...courses.flatMap((steps, person) => steps.map((step, at) => `${person + 1} ${at} ${step}`)),
  );
  return (await small.model("event_course", "person_id, plain")).map((line) => line.split(" ")[1] === "true");
};

test("each step alone and all of them in order: their bits, the first day and the last", async () => {
  expect(
    await course(
      ...["1 1 listed 1", "1 2 reviewed 2", "1 3 matched 3 wrong", "1 4 handed_back 4"],
      ...["1 5 updated 5", "1 6 rematched 6 right"],
      ...["2 1 listed 1", "3 1 reviewed 2", "4 1 handed_back 3", "5 1 updated 4", "6 1 rematched 26 right"],
      ...["7 1 listed 27", "0 1 listed 1", "90 1 listed 1"],
    ),
  ).toEqual([
    `1 ∅ 126 true true false ${DAY_0 + 1} ${at(6, 6)}`,
    `2 ∅ 2 true true false ${DAY_0 + 1} ${at(1, 1)}`,
    `3 ∅ 4 true true false ${DAY_0 + 2} ${at(2, 2)}`,
    `4 ∅ 16 true true false ${DAY_0 + 3} ${at(3, 4)}`,
    `5 ∅ 32 true true false ${DAY_0 + 4} ${at(4, 5)}`,
    `6 ∅ 64 true true false ${DAY_0 + 26} ${at(26, 6)}`,
    `7 ∅ 2 true false false ${DAY_0 + 27} ${at(27, 1)}`,
  ]);
});

test("a comparison before any list is told apart from the one after it, and makes a subject where it is wrong", async () => {
  expect(
    await course(
      ...["1 1 matched 1 wrong"],
      ...["2 1 matched 1 right"],
      ...["3 1 matched 1"],
      ...["4 1 matched 1 wrong", "4 2 listed 3"],
      ...["5 1 matched 1 right", "5 2 listed 3"],
      ...["6 1 matched 1 wrong", "6 2 listed 3", "6 3 matched 5 right"],
      ...["7 1 matched 1 not_found", "7 2 reviewed 3", "7 3 matched 5 right", "7 4 handed_back 5"],
      ...["8 1 listed 3", "8 2 matched 5 wrong"],
    ),
  ).toEqual([
    `1 ${at(1, 3)} 0 true true true ${DAY_0 + 1} ${at(1, 3)}`,
    `2 ${at(1, 3)} 0 true true false ∅ ${at(1, 3)}`,
    `3 ${at(1, 3)} 0 true true false ∅ ${at(1, 3)}`,
    `4 ${at(1, 3)} 2 true true true ${DAY_0 + 1} ${at(3, 1)}`,
    `5 ${at(1, 3)} 2 true true false ${DAY_0 + 3} ${at(3, 1)}`,
    `6 ${at(1, 3)} 10 true true true ${DAY_0 + 1} ${at(5, 3)}`,
    `7 ${at(1, 3)} 28 true true true ${DAY_0 + 1} ${at(5, 4)}`,
    `8 ∅ 10 true true false ${DAY_0 + 3} ${at(5, 3)}`,
  ]);
});

test("all steps on one day are in order; any step before one that stands ahead of it is not", async () => {
  const names = ["listed", "reviewed", "matched", "handed_back", "updated", "rematched"];
  const step = (name: string, day: number) => `${name} ${day}${name === "rematched" ? " right" : ""}`;
  const swapped = names.flatMap((late, at) =>
    names.slice(0, at).map((early) => [
      // Of two comparisons the first may stand before any list.
      ...(late === "matched" ? [early === "listed" ? "matched 1 right" : "listed 1"] : []),
      ...(early === "matched" ? ["listed 1"] : []),
      step(late, 3),
      step(early, 4),
    ]),
  );
  expect(
    await plain(
      names.map((name) => step(name, 1)),
      ...swapped,
    ),
  ).toEqual([true, ...swapped.map(() => false)]);
});

test("what is said twice or found wrong again needs a walk, but for one comparison before any list", async () => {
  expect(
    await plain(
      ["listed 1", "listed 2"],
      ["listed 1", "matched 2 right", "matched 3 right"],
      ["matched 1 wrong", "matched 2 wrong"],
      ["matched 1 wrong", "matched 2 wrong", "handed_back 3"],
      ["matched 1 wrong", "listed 2", "listed 3"],
      ["matched 1 wrong", "listed 2", "listed 2"],
      ["matched 1 wrong", "reviewed 2", "reviewed 3"],
      ["matched 1 wrong", "listed 2", "handed_back 3", "handed_back 4"],
      ["matched 1 wrong", "listed 2", "matched 3 right", "matched 4 right"],
      ["listed 1", "rematched 2 wrong"],
      ["listed 1", "rematched 2"],
      ["matched 1 wrong", "listed 2", "reviewed 3", "matched 4 wrong", "rematched 5 right"],
    ),
  ).toEqual([...Array(11).fill(false), true]);
});

test("days that do not fit in what is kept of them need a walk", async () => {
  expect(
    await plain(["listed 2019-12-31"], ["listed 2020-01-01"], ["rematched 3455-06-14 right"], ["listed 3455-06-15"]),
  ).toEqual([false, true, true, false]);
});
