import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { counted, folders, published, row, sums } from "./folder-rows.ts";

let db: Database;

beforeEach(async () => {
  db = await folders();
});

describe("published_indicator_progress of folders", () => {
  const nothing = {
    ...{
      return_as_of: "2022-04-19",
      measure_unit: "person",
      qualifier: "exact",
      done: null,
      done_status: "z",
      total: null,
    },
    ...{ total_status: "z", value: null, value_status: "z", done_pct: null, done_pct_status: "z", before_as_of: null },
    ...{
      before_as_of_status: "z",
      pace: null,
      pace_status: "z",
      due_date: null,
      due_date_status: "z",
      finish_on: null,
    },
    ...{ finish_on_status: "z", verdict: "not_judged", verdict_status: null },
  };
  const sent = (part: string, indicator: string, changes: object = {}) =>
    row(db, part, "indicator_progress", { ...nothing, indicator, ...changes });
  /** The sum of an indicator's numbers in 75. */
  const summed = (indicator: string, done: string, total: string, value = "∅ z") =>
    counted("75", { done, total, value }, indicator);

  test("a unit of one part has what that published; services and systems of others do not add up", async () => {
    await sent("c", "i", {
      ...{
        done: 9,
        done_status: null,
        total: 11,
        total_status: null,
        done_pct: 81.8,
        done_pct_status: null,
        value: 4,
        value_status: null,
      },
      ...{
        before_as_of: "2022-04-12",
        before_as_of_status: null,
        pace: 0.1,
        pace_status: null,
        due_date: "2022-06-01",
      },
      ...{
        due_date_status: null,
        finish_on: "2022-05-03",
        finish_on_status: null,
        verdict: "on_track",
        qualifier: "at_least",
      },
    });
    await sent("c", "h", { verdict: null, verdict_status: "c" });
    for (const indicator of ["service", "group", "system"])
      await sent("a", indicator, {
        measure_unit: { service: "public_service", group: "service_group" }[indicator] ?? "system",
      });
    await row(db, "c", "coverage", { indicator: "x" });
    await sums(
      db,
      "indicator_progress",
      ...["service", "group", "system"].flatMap((indicator) => summed(indicator, "9 ∅", "11 ∅")),
      ...counted("01", { done: "9 ∅", total: "12 ∅" }, "i"),
    );
    expect(
      await published(
        db,
        "indicator_progress",
        "* replace (return_as_of::varchar as return_as_of, before_as_of::varchar as before_as_of, due_date::varchar as due_date, finish_on::varchar as finish_on)",
      ),
    ).toEqual([
      "01 h 2022-04-19 person exact ∅ z ∅ z ∅ z ∅ z ∅ z ∅ z ∅ z ∅ z ∅ c",
      "01 i 2022-04-19 person at_least 9 ∅ 11 ∅ 4 ∅ 81.8 ∅ 2022-04-12 ∅ 0.1 ∅ 2022-06-01 ∅ 2022-05-03 ∅ on_track ∅",
    ]);
  });

  const judged = async (done: string, total: string, due: string | null = null) => {
    await db.run("delete from part_row");
    await sent("a", "i", { due_date: due });
    await sent("b", "i", { due_date: due === null ? null : "2022-12-31", return_as_of: "2022-04-12" });
    await sums(db, "indicator_progress", ...summed("i", done, total));
    const columns = "done, done_status, total, total_status, done_pct, done_pct_status, verdict, verdict_status";
    return (await published(db, "indicator_progress", columns))[0];
  };

  test("the verdict is of the sums: complete, overdue, not told or not judged", async () => {
    expect(await judged("5 ∅", "12 ∅")).toBe("5 ∅ 12 ∅ 41.7 ∅ not_judged ∅");
    expect(await judged("12 ∅", "12 ∅", "2022-04-01")).toBe("12 ∅ 12 ∅ 100 ∅ complete ∅");
    expect(await judged("13 ∅", "12 ∅")).toBe("13 ∅ 12 ∅ 108.3 ∅ complete ∅");
    expect(await judged("11 ∅", "12 ∅", "2022-04-25")).toBe("11 ∅ 12 ∅ 91.7 ∅ overdue ∅");
    expect(await judged("11 ∅", "12 ∅", "2022-04-26")).toBe("11 ∅ 12 ∅ 91.7 ∅ not_judged ∅");
    expect(await judged("∅ c", "12 ∅")).toBe("∅ c 12 ∅ ∅ c ∅ c");
    expect(await judged("∅ x", "12 ∅")).toBe("∅ x 12 ∅ ∅ x ∅ x");
    expect(await judged("∅ z", "∅ z")).toBe("∅ z ∅ z ∅ z not_judged ∅");
    expect(await judged("0 ∅", "0 ∅")).toBe("0 ∅ 0 ∅ ∅ z complete ∅");
    expect(await judged("1 ∅", "4 ∅")).toBe("1 ∅ 4 ∅ ∅ c not_judged ∅");
    expect(await judged("1 ∅", "5 ∅")).toBe("1 ∅ 5 ∅ 20 ∅ not_judged ∅");
    expect(await judged("∅ c", "∅ x")).toBe("∅ c ∅ x ∅ x ∅ c");
    expect(await judged("5 ∅", "∅ x")).toBe("5 ∅ ∅ x ∅ x not_judged ∅");
    // One part hides how few it counts of, another counts nothing of a total.
    expect(await judged("∅ z", "∅ c")).toBe("∅ z ∅ c ∅ c ∅ z");
    // What is hidden may be all of the total: nobody can say that it is overdue.
    expect(await judged("∅ c", "12 ∅", "2022-04-01")).toBe("∅ c 12 ∅ ∅ c ∅ c");
  });

  test("is of the oldest return and the earliest due date, and without a pace; of a row that no part sent of the report's day", async () => {
    await judged("5 ∅", "12 ∅", "2022-06-01");
    const columns =
      "unit_code, indicator, return_as_of::varchar, due_date::varchar, due_date_status, value, value_status, before_as_of_status, pace_status, finish_on_status";
    expect(await published(db, "indicator_progress", columns)).toEqual(["75 i 2022-04-12 2022-06-01 ∅ ∅ z z z z"]);
    await sums(
      db,
      "indicator_progress",
      ...counted("02", { value: "7 ∅" }, "i"),
      ...counted("02", { value: "7 ∅" }, "unknown"),
    );
    expect(await published(db, "indicator_progress", columns)).toEqual(["02 i 2022-04-26 2022-06-01 ∅ 7 ∅ z z z"]);
  });

  test("each indicator of each unit has its own days, in the order of units and indicators", async () => {
    await sent("a", "i", { due_date: "2022-06-01" });
    for (const indicator of ["g", "h", "k"])
      await sent("a", indicator, { return_as_of: `2022-04-1${indicator === "h" ? 2 : 3}` });
    await sent("c", "i", { return_as_of: "2022-04-20" });
    const rows = ["k", "h", "g", "i"].flatMap((indicator) => summed(indicator, "5 ∅", "12 ∅"));
    // Hà Nội is one part: of what that published its own row counts, of what it did not the sum.
    await sums(
      db,
      "indicator_progress",
      ...rows,
      ...counted("01", { done: "9 ∅" }, "i"),
      ...counted("01", { done: "8 ∅" }, "h"),
    );
    const columns = "unit_code, indicator, return_as_of::varchar, done, due_date::varchar, due_date_status";
    expect(await published(db, "indicator_progress", columns)).toEqual([
      ...["01 h 2022-04-26 8 ∅ z", "01 i 2022-04-20 ∅ ∅ z"],
      ...["75 g 2022-04-13 5 ∅ z", "75 h 2022-04-12 5 ∅ z", "75 i 2022-04-19 5 2022-06-01 ∅", "75 k 2022-04-13 5 ∅ z"],
    ]);
  });

  test("what is exact takes on the qualifier of the other; two other ones are about so much", async () => {
    const qualifier = async (one: string | null, other: string | null) => {
      await db.run("delete from part_row");
      await sent("a", "i", { qualifier: one });
      await sent("b", "i", { qualifier: other });
      await sums(db, "indicator_progress", ...summed("i", "5 ∅", "12 ∅"));
      return (await published(db, "indicator_progress", "qualifier"))[0];
    };
    expect([
      await qualifier("exact", "exact"),
      await qualifier("exact", "at_least"),
      await qualifier("at_most", null),
      await qualifier("exact", "rounded"),
    ]).toEqual([...["exact", "at_least", "at_most", "rounded"]]);
    expect([
      await qualifier("at_least", "at_least"),
      await qualifier("at_least", "rounded"),
      await qualifier(null, null),
    ]).toEqual([...["at_least", "approx", "exact"]]);
  });
});
