import { beforeAll, expect, test } from "vitest";
import { eventTable } from "./event-rows.ts";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  await small.table("params", "as_of", "date '2022-04-26'");
});

const people = (...rows: string[]) =>
  small.table(
    "person",
    "person_id, ministry_class, wrong_bits, foreigner, record_key, unit_code, residence_kind",
    ...rows.map((row) => `${row}, 'hs', '25195', 'permanent'`),
  );
const courses = (...rows: string[]) =>
  small.table(
    "event_course",
    "person_id, settled, steps, central_wrong, central_order, last_order, since_day",
    ...rows,
  );
const changes = (...rows: string[]) =>
  small.table("state_change", "person_id, settled, state, entered_on, change_order, wrong_fields", ...rows);
const none = "0, false, 'listed', date '2022-04-01', 1, 'sex'";
const subjects = () =>
  small.model(
    "subject",
    "person_id, ministry_class, wrong_fields, state, entered_on::varchar, since::varchar, cleaned",
  );

test("of most the last event says all: the state, its day, the first day, and what was last found wrong", async () => {
  await people(
    ...["1, 'a', 15, false", "2, null, null, false", "3, null, null, false", "4, 'b', 3, false"],
    ...["5, null, null, false", "6, 'a', 1, true"],
  );
  await courses(
    ...["1, true, 30, false, null, 6644, 821", "2, true, 0, true, 6571, 6571, 821"],
    ...["3, true, 0, false, 6571, 6571, null", "4, true, 2, false, 6571, 6577, 822"],
    ...["5, true, 64, false, null, 6662, 832", "6, true, 2, false, null, 6577, 822"],
  );
  await eventTable(
    small,
    ...["1 2 rematched 9 wrong sex", "1 1 matched 3 wrong full_name", "1 3 handed_back 10"],
    ...["2 1 matched 1 wrong birth_date", "3 1 matched 1 right birth_date", "4 1 matched 1 right birth_date"],
    ...["4 2 listed 2", "5 1 rematched 12 right", "6 1 listed 2"],
  );
  await changes(none, "1, true, 'updated', date '2022-04-20', 9, 'id_number'");
  expect(await subjects()).toEqual([
    "1 a sex handed_back 2022-04-10 2022-04-01 false",
    "2 c birth_date to_list 2022-04-01 2022-04-01 false",
    "4 b birth_date,full_name listed 2022-04-02 2022-04-02 false",
    "5 c ∅ verified 2022-04-12 2022-04-12 true",
  ]);
});

test("of others the changes up to the report's day say it, in their order", async () => {
  await people("1, 'a', 15, false", "2, null, null, false", "3, 'c', 0, false");
  await courses(
    ...[
      "1, false, 30, true, null, 6644, 800",
      "2, false, 2, true, null, 6644, 800",
      "3, false, 2, true, null, 6644, 800",
    ],
  );
  await eventTable(small, "1 1 matched 3 wrong full_name");
  await changes(
    ...["1, false, 'mismatched', date '2022-04-05', 2, 'sex'", "1, false, 'verified', date '2022-04-05', 3, null"],
    ...[
      "1, false, 'listed', date '2022-04-01', 1, 'full_name'",
      "1, false, 'listed', date '2022-04-27', 4, 'id_number'",
    ],
    ...["2, false, 'updated', date '2022-04-26', 1, null", "3, false, 'updated', date '2022-04-27', 1, null"],
  );
  expect(await subjects()).toEqual([
    "1 a sex verified 2022-04-05 2022-04-01 true",
    "2 c ∅ updated 2022-04-26 2022-04-26 false",
    "3 c ∅ to_list ∅ ∅ false",
  ]);
});

test("whoever has a class is to be listed, with what its rows have wrong; foreigners and the rest are no subjects", async () => {
  await people(
    ...["1, 'a', 15, false", "2, 'b', 0, false", "3, 'c', 1, false", "4, 'c', 2, false", "5, 'a', 4, false"],
    ...["6, 'c', 8, false", "7, 'a', 4, true", "8, null, null, false"],
  );
  await courses("0, true, 2, false, null, 6577, 822");
  await eventTable(small, "0 1 listed 1");
  await changes(none);
  expect(await small.model("subject", "* exclude (entered_on, since)")).toEqual([
    "1 hs 25195 permanent a birth_date,full_name,id_number,sex to_list false",
    "2 hs 25195 permanent b ∅ to_list false",
    "3 hs 25195 permanent c birth_date to_list false",
    "4 hs 25195 permanent c full_name to_list false",
    "5 hs 25195 permanent a id_number to_list false",
    "6 hs 25195 permanent c sex to_list false",
  ]);
});
