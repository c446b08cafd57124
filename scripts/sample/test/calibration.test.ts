import { beforeAll, expect, test } from "vitest";
import { type Given, givenSample } from "./given.ts";

// Bình Phước at 1:20, as reported on 26 April 2022: nearly 240 of 424 thousand, of 890 thousand people with records.
const SCALE = 20;
let given: Given;
beforeAll(async () => {
  given = await givenSample({
    people: 890_000 / SCALE,
    arrivals: ["2022-04-12", "2022-04-19", "2022-04-26"],
    only: ["truth"],
  });
});

test("Bình Phước has 424 thousand subjects of cleaning", async () => {
  const { subjects = 0 } = await given.ask("select count(*) filter (subject) as subjects from person");
  expect(Math.abs((subjects * SCALE) / 424_000 - 1)).toBeLessThan(0.01);
});

test("about 240 thousand are cleaned on 26 April 2022, and fewer a week and two before", async () => {
  const weeks = await given.rows<{ cleaned: number }>(
    "select cast(count(*) filter (state = 'verified') as double) as cleaned from state group by as_of order by as_of",
  );
  const [first = 0, second = 0, third = 0] = weeks.map(({ cleaned }) => cleaned * SCALE);
  expect(Math.abs(third / 240_000 - 1)).toBeLessThan(0.02);
  expect(first).toBeGreaterThan(60_000);
  expect(second).toBeGreaterThan(first * 1.5);
  expect(third).toBeGreaterThan(second * 1.2);
});

test("everybody is in some record, and the states of subjects add up to the subjects", async () => {
  expect(
    await given.ask(`select count(*) filter (not is_known) as unknown_people,
      count(*) filter (subject) - (select count(*) from state where as_of = date '2022-04-26') as difference,
      count(*) filter (not subject and state <> 'not_needed') as moved from person`),
  ).toEqual({ unknown_people: 0, difference: 0, moved: 0 });
});
