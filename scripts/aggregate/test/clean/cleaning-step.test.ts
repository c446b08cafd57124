import { beforeAll, expect, test } from "vitest";
import { eventTable } from "./event-rows.ts";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
});

const walkedColumns =
  "event_id, person_id, position, event_date, unit_code, result, wrong_fields, round, outcome, reached";
const steps = () => small.model("cleaning_step", "person_id, event_id, round, outcome, settled, steps_skipped");

test("plain events are applied one after the other, with the steps left out before each", async () => {
  const { table, emptyTable } = small;
  await emptyTable(
    "walked_step",
    "event_id integer, person_id integer, position integer, event_date date, unit_code varchar, result varchar, wrong_fields varchar, round integer, outcome varchar, reached integer",
  );
  await table(
    "event_course",
    "person_id, settled, steps, plain, central_order",
    ...["1, true, 126, true, null", "2, false, 36, true, null", "3, true, 24, true, null", "4, true, 80, true, null"],
    ...[
      "5, true, 96, true, null",
      "6, true, 34, true, 6571",
      "7, true, 12, false, null",
      "8, true, 40, true, null",
      "90, true, 2, true, null",
    ],
  );
  await eventTable(
    small,
    ...["1 1 listed 1", "1 2 reviewed 2", "1 3 matched 3 wrong", "1 4 handed_back 4", "1 5 updated 5"],
    ...["1 6 rematched 6 right", "2 1 reviewed 1", "2 2 updated 2", "3 1 matched 1 right", "3 2 handed_back 2"],
    ...["4 1 handed_back 1", "4 2 rematched 2 right", "5 1 updated 1", "5 2 rematched 2 right"],
    ...[
      "6 1 matched 1 wrong",
      "6 2 listed 2",
      "6 3 updated 2",
      "7 1 reviewed 1",
      "8 1 matched 1 right",
      "8 2 updated 2",
      "90 1 listed 1",
      "0 1 updated 1",
    ],
  );
  expect(await steps()).toEqual([
    ...["1 1 0 applied true 0", "1 2 0 applied true 0", "1 3 0 applied true 0", "1 4 0 applied true 0"],
    ...["1 5 0 applied true 0", "1 6 0 applied true 0", "2 1 0 applied false 1", "2 2 0 applied false 2"],
    ...["3 1 0 applied true 2", "3 2 0 applied true 0", "4 1 0 applied true 3", "4 2 0 applied true 1"],
    ...["5 1 0 applied true 4", "5 2 0 applied true 0"],
    ...["6 1 0 central true 0", "6 2 0 applied true 0", "6 3 0 applied true 3"],
    ...["8 1 0 applied true 2", "8 2 0 applied true 1"],
    ...["90 1 ∅ exempt ∅ 0", "∅ 1 ∅ unknown_record ∅ 0"],
  ]);
});

test("events that were walked keep what became of them; only what moves its subject skips steps", async () => {
  const { table } = small;
  await table("event_course", "person_id, settled, steps, plain, central_order", "1, false, 126, false, 6571");
  await eventTable(small, "1 1 listed 1");
  const told = (event: number, position: number, outcome: string, reached: number) =>
    `${event}, 1, ${position}, date '2022-04-01', '25195', 'right', 'sex', ${event % 2}, '${outcome}', ${reached}`;
  await table(
    "walked_step",
    walkedColumns,
    told(1, 5, "applied", 1),
    told(2, 6, "applied", 6),
    told(3, 6, "repeated", 1),
    told(4, 3, "central", 0),
  );
  expect(await small.model("cleaning_step", "* replace (event_date::varchar as event_date)")).toEqual([
    "1 1 updated 5 2022-04-01 25195 right sex 1 applied false 3",
    "2 1 rematched 6 2022-04-01 25195 right sex 0 applied false 0",
    "3 1 rematched 6 2022-04-01 25195 right sex 1 repeated false 0",
    "4 1 matched 3 2022-04-01 25195 right sex 0 central false 0",
  ]);
});

test("every step has its name", async () => {
  await small.emptyTable("walked_step", "event_id integer");
  await small.table(
    "event_in",
    "event_id, person_id, foreigner, position, event_order, event_date, unit_code, result, wrong_fields",
    ...[1, 2, 3, 4, 5, 6].map((at) => `${at}, null, false, ${at}, 0, null, null, null, null`),
  );
  expect(await small.model("cleaning_step", "position, step")).toEqual([
    ...["1 listed", "2 reviewed", "3 matched", "4 handed_back", "5 updated", "6 rematched"],
  ]);
});
