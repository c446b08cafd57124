import { beforeAll, expect, test } from "vitest";
import { eventTable } from "./event-rows.ts";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  await small.table("event_course", "person_id, plain", "1, false", "2, false", "3, true", "90, false");
});

/** The events as followed: person, event, round, outcome and the step reached before. */
const walked = async (...events: string[]) => {
  await eventTable(small, ...events);
  return small.model("walked_step", "person_id, event_id, round, outcome, reached");
};

test("a second match that is wrong ends the round, and the steps begin again", async () => {
  expect(
    await walked(
      ...["1 11 listed 1", "1 12 reviewed 2", "1 13 matched 3 wrong", "1 14 handed_back 4", "1 15 updated 5"],
      ...["1 16 rematched 6 wrong", "1 17 reviewed 8", "1 18 rematched 10 right", "1 19 rematched 12 wrong"],
      ...[
        "2 21 listed 1",
        "2 23 rematched 6 not_found",
        "2 22 rematched 6 wrong",
        "2 24 rematched 7",
        "2 25 updated 8",
      ],
    ),
  ).toEqual([
    ...["1 11 0 applied 0", "1 12 0 applied 1", "1 13 0 applied 2", "1 14 0 applied 3", "1 15 0 applied 4"],
    ...["1 16 0 applied 5", "1 17 1 applied 0", "1 18 1 applied 2", "1 19 1 applied 6"],
    ...["2 21 0 applied 0", "2 22 0 applied 1", "2 23 1 applied 0", "2 24 2 applied 0", "2 25 2 out_of_order 6"],
  ]);
});

test("comparisons before any list move nobody, and the first after it does", async () => {
  expect(
    await walked(
      ...["1 19 matched 1 wrong", "1 18 matched 2 wrong", "1 17 matched 3 right", "1 16 listed 4"],
      ...["1 15 matched 5 right", "1 14 matched 6 right", "1 13 matched 7 wrong"],
    ),
  ).toEqual([
    ...["1 13 0 out_of_order 3", "1 14 0 repeated 3", "1 15 0 applied 1", "1 16 0 applied 0"],
    ...["1 17 0 central 0", "1 18 0 repeated 0", "1 19 0 central 0"],
  ]);
});

test("of events of one day and step the one sent first moves, and a step behind the one reached does not", async () => {
  expect(
    await walked(
      ...["1 12 listed 3", "1 11 listed 3", "1 13 reviewed 2", "1 15 matched 4 wrong", "1 14 matched 4 right"],
      ...["2 21 listed 1", "2 22 reviewed 2", "2 23 listed 4", "3 31 listed 1", "90 91 listed 1", "0 92 listed 1"],
    ),
  ).toEqual([
    ...["1 11 0 out_of_order 2", "1 12 0 repeated 2", "1 13 0 applied 0", "1 14 0 applied 2", "1 15 0 out_of_order 3"],
    ...["2 21 0 applied 0", "2 22 0 applied 1", "2 23 0 repeated 2"],
  ]);
});

test("an event keeps what was told of it", async () => {
  await eventTable(small, "1 11 matched 1 wrong họ_tên");
  expect(await small.model("walked_step", "* replace (event_date::varchar as event_date)")).toEqual([
    "11 1 3 2022-04-01 25195 wrong họ_tên 0 central 0",
  ]);
});
