import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
});

const columns = "person_id, event_id, position, outcome, result, round, event_date, unit_code, wrong_fields, settled";
/** Events as "person, event, position, outcome, result, round", all of one day. */
const told = (...rows: string[]) =>
  small.table("cleaning_step", columns, ...rows.map((row) => `${row}, date '2022-04-01', '25195', 'sex', true`));

test("each step applied makes a state, a wrong comparison before any list one to be listed, all else none", async () => {
  await told(
    ...["1, 1, 1, 'applied', null, 0", "2, 1, 2, 'applied', null, 0", "3, 1, 3, 'applied', 'wrong', 0"],
    ...["4, 1, 4, 'applied', null, 0", "5, 1, 5, 'applied', null, 0", "6, 1, 6, 'applied', 'right', 0"],
    ...["7, 1, 6, 'applied', 'wrong', 0", "8, 1, 6, 'applied', null, 0", "9, 1, 3, 'central', 'wrong', 0"],
    ...["10, 1, 3, 'central', 'right', 0", "11, 1, 3, 'central', null, 0", "12, 1, 1, 'repeated', 'wrong', 0"],
  );
  expect(await small.model("state_change", "person_id, state")).toEqual([
    ...["1 listed", "2 reviewed", "3 matched", "4 handed_back", "5 updated", "6 verified"],
    ...["7 mismatched", "8 mismatched", "9 to_list"],
  ]);
});

test("changes are in the order of days, rounds, steps and rows sent, as one number", async () => {
  await told("1, 5, 2, 'applied', null, 1", "1, 6, 6, 'applied', 'wrong', 0", "1, 4, 2, 'applied', null, 1");
  const expected = [
    [821_00012n, 4n, "1 2 reviewed"],
    [821_00012n, 5n, "1 2 reviewed"],
    [821_00006n, 6n, "0 6 mismatched"],
  ] as const;
  expect(
    await small.model(
      "state_change",
      "* replace (entered_on::varchar as entered_on, change_order::varchar as change_order)",
    ),
  ).toEqual(
    expected.map(([order, event, told]) => `1 2022-04-01 ${told} 25195 sex true ${order * 2n ** 60n + event}`).sort(),
  );
});
