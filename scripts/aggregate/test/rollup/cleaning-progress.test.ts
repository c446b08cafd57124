import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { counted, folders, published, sums } from "./folder-rows.ts";

let db: Database;

beforeEach(async () => {
  db = await folders();
});

describe("published_cleaning_progress of folders", () => {
  const names = [
    "persons",
    "subjects",
    "to_list",
    "listed",
    "reviewed",
    "matched",
    "handed_back",
    "updated",
    "mismatched",
  ];
  const all = [...names, "cleaned", "remaining", "class_a", "class_b", "class_c"];

  test("each count is the sum of its own column, with the reason where there is none", async () => {
    const numbers = Object.fromEntries(all.map((name, at) => [name, at % 2 === 0 ? `${20 + at} ∅` : "∅ c"]));
    const others = Object.fromEntries(all.map((name, at) => [name, at % 2 === 1 ? `${20 + at} ∅` : "∅ c"]));
    await sums(db, "cleaning_progress", ...counted("75", { ...numbers, reviewed: "24 p" }), ...counted("01", others));
    const cellsOf = all.map((name, at) => (at % 2 === 1 ? "∅ c" : `${20 + at} ${name === "reviewed" ? "p" : "∅"}`));
    const [first, second] = await published(
      db,
      "cleaning_progress",
      `unit_code, scope, ${all.map((name) => `${name}, ${name}_status`).join(", ")}`,
    );
    const othersOf = all.map((_, at) => (at % 2 === 0 ? "∅ c" : `${20 + at} ∅`));
    expect(first).toBe(`01 all ${othersOf.join(" ")}`);
    expect(second).toBe(`75 all ${cellsOf.join(" ")}`);
  });

  test("the share is that of the sums, where both are told and of at least so many", async () => {
    const share = async (subjects: string, cleaned: string) => {
      await sums(db, "cleaning_progress", ...counted("75", { subjects, cleaned }));
      return (await published(db, "cleaning_progress", "as_of::varchar, cleaned_pct, cleaned_pct_status"))[0];
    };
    // 5 of 12 are 41.66 %.
    expect(await share("12 ∅", "5 ∅")).toBe("2022-04-26 41.7 ∅");
    expect([await share("0 ∅", "0 ∅"), await share("4 ∅", "1 ∅"), await share("5 ∅", "1 ∅")]).toEqual([
      ...["2022-04-26 ∅ z", "2022-04-26 ∅ c", "2022-04-26 20 ∅"],
    ]);
    expect([await share("∅ x", "1 ∅"), await share("9 ∅", "∅ c"), await share("∅ x", "∅ c")]).toEqual([
      ...["2022-04-26 ∅ x", "2022-04-26 ∅ c", "2022-04-26 ∅ x"],
    ]);
  });
});
