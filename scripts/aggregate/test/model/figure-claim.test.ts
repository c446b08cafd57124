import { beforeAll, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { acceptedFigures, type Figure } from "./accepted-figures.ts";

let db: Database;

beforeAll(async () => {
  db = await Database.open();
});

describe("figure_claim", () => {
  /** The verdict on a claim about done of total, and the explanation. */
  async function verdict(done: number, total: number, pct: string, more: Figure = {}, ...others: Figure[]) {
    await acceptedFigures(db, { done, total, reported_pct: pct, ...more }, ...others);
    return (await lines(db, "select verdict, explanation from figure_claim where record = 1"))[0];
  }
  const of1000 = (done: number, pct: string, more: Figure = {}) => verdict(done, 1000, pct, more);

  test("a percentage is what lies within half its last place, either end with it, of what the numbers' intervals allow", async () => {
    // 50 is 49.5 to 50.5; 50.0 is 49.95 to 50.05; 50,00 is read as 50.00.
    expect([await of1000(505, "50"), await of1000(495, "50")]).toEqual(["agrees ∅", "agrees ∅"]);
    // 5.6 + 0.05 is 5.65, though not in floating point.
    expect([await verdict(565, 10_000, "5.6"), await verdict(555, 10_000, "5.6")]).toEqual(["agrees ∅", "agrees ∅"]);
    expect(await verdict(5005, 10_000, "50.0")).toBe("agrees ∅");
    expect(await verdict(4995, 10_000, "50,0")).toBe("agrees ∅");
    expect(await verdict(50_006, 100_000, "50,00")).toMatch(/^differs/);
    // "About 500" is 450 to 550, "about 1,000" 500 to 1,500: 450 of 1,500 is 30 %, 550 of 500 is 110 %.
    const about = { done_qualifier: "approx", total_qualifier: "approx" };
    expect([await of1000(500, "29.50", about), await of1000(500, "30.00", about)]).toEqual([
      "differs unexplained",
      "agrees ∅",
    ]);
    // Beyond them, it is what 500 to 1,500 of 450 to 550 may be.
    expect([await of1000(500, "110.0", about), await of1000(500, "110.1", about)]).toEqual([
      "agrees ∅",
      "differs swapped_numbers",
    ]);
  });

  test("a hundredth beyond either end differs, and does not round to the claim", async () => {
    expect([await verdict(5051, 10_000, "50"), await verdict(4949, 10_000, "50")]).toEqual([
      ...["differs unexplained", "differs rounding"],
    ]);
    expect([await verdict(5647, 10_000, "57.0"), await verdict(5753, 10_000, "57.0")]).toEqual([
      ...["differs unexplained", "differs unexplained"],
    ]);
  });

  test("no percentage, or no number to compute it from", async () => {
    await acceptedFigures(
      db,
      { done: 5, total: 10 },
      { done: 5, reported_pct: "50" },
      { done: 0, total: 0, reported_pct: "0" },
    );
    expect(
      await lines(db, "select verdict, computed_pct, pct_gap, explanation from figure_claim order by record"),
    ).toEqual(["not_reported 50 ∅ ∅", "not_computable ∅ ∅ ∅", "not_computable ∅ ∅ ∅"]);
  });

  test("says what was computed and between what, and the gap, to two places", async () => {
    await acceptedFigures(db, { done: 36_366, total: 309_663, reported_pct: "11,9" });
    await acceptedFigures(db, {
      done: 240_000,
      done_qualifier: "at_most",
      total: 424_000,
      total_qualifier: "rounded",
      reported_pct: "50,25",
    });
    // 235,000 of 424,500 is 55.36; 240,000 of 423,500 is 56.67; of 424,000 it is 56.60, and 56.60 − 50.25 is 6.35.
    expect(
      await lines(
        db,
        "select figure_id, reported_pct::double, reported_pct_decimals, computed_pct, computed_pct_low, computed_pct_high, pct_gap, line from figure_claim",
      ),
    ).toEqual(["2022-04-26.70.lam_sach.doi_tuong 50.25 2 56.6 55.36 56.67 6.35 2"]);
  });

  test("a claim without any number keeps its address", async () => {
    await acceptedFigures(db, { reported_pct: "50" });
    expect(await lines(db, "select figure_id, verdict from figure_claim")).toEqual([
      "2022-04-26.70.lam_sach.doi_tuong not_computable",
    ]);
  });

  test("rounding: tens stand for 5 either way, a whole number with places for half", async () => {
    // 45.0 and 55.0 are within 5 of 50; 44.9 is not. What lies above 50 might be cut down to tens as well: nobody can tell.
    expect([await of1000(450, "50"), await of1000(449, "50")]).toEqual(["differs rounding", "differs unexplained"]);
    expect([await of1000(550, "50"), await of1000(551, "50")]).toEqual([
      "differs unexplained",
      "differs truncation_to_tens",
    ]);
    // 57.0 is 56.95 to 57.05; 56.5 and 57.5 round to it, 56.4 and 57.6 do not; 57.1 is no whole number.
    expect([await of1000(565, "57.0"), await of1000(575, "57.0")]).toEqual(["differs rounding", "differs rounding"]);
    expect([await of1000(564, "57.0"), await of1000(576, "57.0"), await of1000(575, "57.1")]).toEqual(
      Array.from({ length: 3 }, () => "differs unexplained"),
    );
    // Whole numbers without places say no more than they show, and tens with places are tens too.
    expect([await of1000(564, "57"), await of1000(460, "50.0")]).toEqual(["differs unexplained", "differs rounding"]);
  });

  test("truncation to tens: up to the next ten, which is not among them", async () => {
    expect([await of1000(599, "50"), await of1000(600, "50")]).toEqual([
      "differs truncation_to_tens",
      "differs unexplained",
    ]);
    expect([await of1000(570, "51"), await of1000(551, "50.0")]).toEqual([
      "differs unexplained",
      "differs truncation_to_tens",
    ]);
  });

  test("a slipped unit: ten, a hundred or a thousand times too much or too little", async () => {
    for (const pct of ["5.66", "0.566", "0.0566", "566.0", "5660.0", "56601.0"])
      expect([pct, await of1000(566, pct)]).toEqual([
        pct,
        `differs ${pct === "56601.0" ? "unexplained" : "slipped_unit"}`,
      ]);
    expect(await of1000(566, "56600.0")).toBe("differs slipped_unit");
    // 56.6 ÷ 10 is 5.66: 5.7 reaches down to 5.65, 5.6 up to 5.65, which is too little.
    expect([
      await of1000(566, "5.7"),
      await of1000(566, "5.6"),
      await of1000(565, "5.6"),
      await of1000(565, "5.7"),
    ]).toEqual(["differs slipped_unit", "differs unexplained", "differs slipped_unit", "differs slipped_unit"]);
    // Each of the other five at both of its ends: what just reaches it, and what does not.
    for (const [pct, reached] of [
      ["0.57", true],
      ["0.56", false],
      ["0.058", false],
      ["0.057", true],
      ["0.056", false],
      ["565.0", false],
      ["567.0", false],
      ["5659.0", false],
      ["5661.0", false],
      ["56599.0", false],
    ] as const)
      expect([pct, await of1000(566, pct)]).toEqual([pct, `differs ${reached ? "slipped_unit" : "unexplained"}`]);
  });

  test("swapped numbers: total of done", async () => {
    // 100 of 40 is 250 %; 249.5 would be 249.45 to 249.55.
    expect([await verdict(40, 100, "250.0"), await verdict(40, 100, "249.5")]).toEqual([
      "differs swapped_numbers",
      "differs unexplained",
    ]);
    // 5,001 of 2,000 is 250.05 %, where 250.0 ends and 250.1 begins; 2 of 1 is 200 %.
    expect([
      await verdict(2000, 5001, "250.0"),
      await verdict(2000, 5001, "250.1"),
      await verdict(1, 2, "200.0"),
    ]).toEqual(Array.from({ length: 3 }, () => "differs swapped_numbers"));
    // "About 40" is 35 to 45: 100 of 45 is 222.2 %, 100 of 35 is 285.7 %.
    const about = { done_qualifier: "approx" };
    expect([await verdict(40, 100, "222.2", about), await verdict(40, 100, "222.1", about)]).toEqual([
      "differs swapped_numbers",
      "differs unexplained",
    ]);
    expect([await verdict(40, 100, "285.7", about), await verdict(40, 100, "285.8", about)]).toEqual([
      "differs swapped_numbers",
      "differs unexplained",
    ]);
  });

  test("another denominator: a published whole or count of the same unit, edition and measure", async () => {
    // 240 of 500 is 48 %.
    const claimed = (...others: Figure[]) => verdict(240, 424, "48.0", {}, ...others);
    const whole = { as_of: "2022-03-01", indicator: "khac" };
    expect(await claimed({ ...whole, total: 500 })).toBe("differs another_denominator");
    expect(await claimed({ ...whole, value: 500 })).toBe("differs another_denominator");
    for (const other of [
      { done: 500 },
      { total: 500, unit_code: "01" },
      { total: 500, edition: "2025" },
      { total: 500, measure_unit: "dose" },
      { total: 502 },
      { total: 498 },
    ])
      expect([other, await claimed({ ...whole, ...other })]).toEqual([other, "differs unexplained"]);
    // 240 of 500.5 is 47.952 %, and 240 of 499.5 is 48.048 %: both ends of 47.95 to 48.05 are reached.
    expect(await verdict(2400, 4240, "48.0", {}, { ...whole, total: 5005 })).toBe("differs another_denominator");
    expect(await verdict(2400, 4240, "48.0", {}, { ...whole, total: 4995 })).toBe("differs another_denominator");
    expect(await verdict(9590, 15_000, "47.9", {}, { ...whole, total: 20_000 })).toBe("differs another_denominator");
    expect(await verdict(9610, 15_000, "48.1", {}, { ...whole, total: 20_000 })).toBe("differs another_denominator");
    // "About 5,000" is 4,500 to 5,500, of which 2,400 is 43.6 to 53.3 %.
    const about = { ...whole, total: 5000, total_qualifier: "approx" };
    expect([await verdict(2400, 4240, "43.6", {}, about), await verdict(2400, 4240, "43.5", {}, about)]).toEqual([
      "differs another_denominator",
      "differs unexplained",
    ]);
    expect([await verdict(2400, 4240, "53.3", {}, about), await verdict(2400, 4240, "53.4", {}, about)]).toEqual([
      "differs another_denominator",
      "differs unexplained",
    ]);
  });

  test("the claim's own total is no other one, and what two hypotheses explain nothing does", async () => {
    const elsewhere = { as_of: "2022-03-01", total: 400, total_qualifier: "approx" };
    // 240 of 400 is 60 %; of 350 to 450 it is 53.3 to 68.6 %.
    expect(await verdict(240, 400, "57.0", {}, elsewhere)).toBe("differs unexplained");
    // 462 of 1,000 rounds to 50, and is 50 % of 924.
    expect(await verdict(462, 1000, "50", {}, { ...elsewhere, total: 924, total_qualifier: "exact" })).toBe(
      "differs unexplained",
    );
    // Without a total there is none to be told from.
    expect(await verdict(240, 0, "48.0", { total: null }, { ...elsewhere, total: 500 })).toBe("not_computable ∅");
  });
});

test("CLAIM.MISMATCH is told of a claim that differs, as it is written, with the ends of what its numbers allow", async () => {
  const rounded = { done: 240_000, done_qualifier: "at_most", total: 424_000, total_qualifier: "rounded" };
  await acceptedFigures(
    db,
    { done: 1, total: 2, reported_pct: "50" },
    { ...rounded, source: "Báo khác", reported_pct: "50,2512" },
    { ...rounded, source: "Báo nữa" },
    { ...rounded, source: "Báo tròn", reported_pct: "50" },
    { ...rounded, source: "Báo lẻ", reported_pct: "50.0" },
  );
  expect(await lines(db, sqlFile("checks/model/claim_mismatch").sql)).toEqual([
    "f.csv 2 reported_pct 50,2512 55,36–56,67 55.36–56.67",
    "f.csv 4 reported_pct 50 55,36–56,67 55.36–56.67",
    "f.csv 5 reported_pct 50,0 55,36–56,67 55.36–56.67",
  ]);
});
