import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { counted, folders, published, sums } from "./folder-rows.ts";

let db: Database;

beforeEach(async () => {
  db = await folders();
});

describe("published_coverage of folders", () => {
  const columns =
    "persons, persons_status, population, population_status, coverage_pct, coverage_pct_status, unlinked, unlinked_status, unlinked_pct, unlinked_pct_status";
  const one = async (persons: string, population: string, unlinked: string) => {
    await sums(db, "coverage", ...counted("75", { persons, population, unlinked }, "all|all|booster_1"));
    return (await published(db, "coverage", columns))[0];
  };

  test("shares are those of the sums, where both are told and of at least so many", async () => {
    expect(await one("12 ∅", "24 ∅", "5 ∅")).toBe("12 ∅ 24 ∅ 50 ∅ 5 ∅ 41.7 ∅");
    expect(await one("12 ∅", "36 ∅", "0 ∅")).toBe("12 ∅ 36 ∅ 33.3 ∅ 0 ∅ 0 ∅");
    expect(await one("5 ∅", "5 ∅", "5 ∅")).toBe("5 ∅ 5 ∅ 100 ∅ 5 ∅ 100 ∅");
    expect(await one("4 ∅", "4 ∅", "0 ∅")).toBe("4 ∅ 4 ∅ ∅ c 0 ∅ ∅ c");
    expect(await one("0 ∅", "0 ∅", "0 ∅")).toBe("0 ∅ 0 ∅ ∅ z 0 ∅ ∅ z");
    expect(await one("12 ∅", "∅ x", "∅ c")).toBe("12 ∅ ∅ x ∅ x ∅ c ∅ c");
    expect(await one("∅ c", "24 ∅", "1 ∅")).toBe("∅ c 24 ∅ ∅ c 1 ∅ ∅ c");
    expect(await one("∅ x", "∅ z", "∅ c")).toBe("∅ x ∅ z ∅ z ∅ c ∅ x");
  });

  test("rows are told apart by unit, age group, sex and kind of dose, and come in this order", async () => {
    const rows = ["75 b|a|a", "75 a|b|a", "75 a|a|b", "75 a|a|a", "01 b|b|b"].map(
      (row, at) => `${row} persons ${10 + at} ∅`,
    );
    await sums(db, "coverage", ...rows);
    expect(await published(db, "coverage", "unit_code, scope, age_group, sex, reached, persons")).toEqual([
      ...["01 all b b b 14", "75 all a a a 13", "75 all a a b 12", "75 all a b a 11", "75 all b a a 10"],
    ]);
  });
});
