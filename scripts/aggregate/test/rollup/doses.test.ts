import { beforeEach, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { counted, folders, published, sums } from "./folder-rows.ts";

let db: Database;

beforeEach(async () => {
  db = await folders();
});

test("doses due, doses by week and what blocks are the sums, in the order of their keys", async () => {
  await sums(db, "dose_due", "75 primary persons 9 ∅", "75 booster_1 persons ∅ c", "01 primary persons 8 p");
  expect(await published(db, "dose_due")).toEqual(["01 all primary 8 p", "75 all booster_1 ∅ c", "75 all primary 9 ∅"]);

  const weeks = ["75 2022-04-18|b|a", "75 2022-04-11|b|b", "75 2022-04-11|b|a", "75 2022-04-11|a|b"];
  await sums(
    db,
    "dose_weekly",
    ...[...weeks, "01 2022-04-25|b|b"].map((row, at) => `${row} doses ${10 + at} ∅`),
    "75 2022-04-25|a|a doses ∅ x",
  );
  expect(
    await published(db, "dose_weekly", "unit_code, scope, week::varchar, vaccine, dose_kind, doses, doses_status"),
  ).toEqual([
    ...[
      "01 all 2022-04-25 b b 14 ∅",
      "75 all 2022-04-11 a b 13 ∅",
      "75 all 2022-04-11 b a 12 ∅",
      "75 all 2022-04-11 b b 11 ∅",
    ],
    ...["75 all 2022-04-18 b a 10 ∅", "75 all 2022-04-25 a a ∅ x"],
  ]);

  const reasons = [
    "mismatched_again",
    "not_compared_again",
    "not_updated",
    "not_handed_back",
    "not_compared",
    "not_reviewed",
    "not_listed",
  ];
  const each = (at: number) => ({
    waiting: `${40 + at} ∅`,
    class_a: `${30 + at} ∅`,
    class_b: `${20 + at} p`,
    class_c: "∅ c",
  });
  const rows = reasons.flatMap((reason, at) => counted("75", each(at), reason));
  await sums(db, "what_blocks", ...rows, ...counted("01", each(7), "not_listed"));
  expect(await published(db, "what_blocks")).toEqual([
    "01 all not_listed 47 ∅ 37 ∅ 27 p ∅ c",
    ...reasons.map((reason, at) => `75 all ${reason} ${40 + at} ∅ ${30 + at} ∅ ${20 + at} p ∅ c`).reverse(),
  ]);
});
