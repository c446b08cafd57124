import { unitsOf } from "@tiendo/units";
import { beforeAll, describe, expect, test } from "vitest";
import { figureFile, figureRow } from "./figure-rows.ts";
import { Workspace } from "./workspace.ts";

type Claim = Record<
  "computed_pct" | "computed_pct_low" | "computed_pct_high" | "pct_gap" | "verdict" | "explanation",
  unknown
>;

type Change = Parameters<typeof figureRow>[0];

/** The claims of rows that differ in their day, so that each keeps its own address. */
async function claims(...changes: Change[]): Promise<Claim[]> {
  const workspace = await (await Workspace.create()).empty();
  try {
    const rows = changes.map((change, at) =>
      figureRow({ as_of: `2022-05-${String(at + 1).padStart(2, "0")}`, ...change }),
    );
    await workspace.send("figures.csv", figureFile(...rows));
    await workspace.run();
    return await workspace.published<Claim>("figure");
  } finally {
    await workspace.remove();
  }
}

/** The claims of single rows, each of a province of its own, so that none explains another. */
async function singleClaims(changes: readonly Change[]): Promise<Claim[]> {
  const provinces = unitsOf("2022").filter(({ level }) => level === "province");
  return claims(...changes.map((change, at) => ({ unit_code: provinces[at]?.code ?? "", ...change })));
}

describe("a reported percentage against the one computed", () => {
  test("nearly 240 of 424 thousand is 55,36 to 56,67 %, which 50 % is not: cut down to whole tens", async () => {
    const [claim] = await claims({ done_qualifier: "at_most", total_qualifier: "rounded", reported_pct: "50" });
    // 235,000 ÷ 424,500 = 55.36; 240,000 ÷ 423,500 = 56.67; 240 ÷ 424 = 56.60; 56.60 − 50 = 6.60
    expect(claim).toMatchObject({
      computed_pct: 56.6,
      computed_pct_low: 55.36,
      computed_pct_high: 56.67,
      pct_gap: 6.6,
      verdict: "differs",
      explanation: "truncation_to_tens",
    });
  });

  const cases: Array<[name: string, change: Change, expected: Partial<Claim>]> = [
    [
      "36,366 of 309,663 is 11.74 %, reported 11.7",
      { done: "36366", total: "309663", reported_pct: "11,7" },
      { computed_pct: 11.74, verdict: "agrees", explanation: null },
    ],
    [
      "301,043 of 873,322 is 34.47 %, reported 34.47",
      { done: "301043", total: "873322", reported_pct: "34.47" },
      { computed_pct: 34.47, verdict: "agrees" },
    ],
    [
      "50 stands for 49.5 to 50.5: 505 of 1000 agrees",
      { done: "505", total: "1000", reported_pct: "50" },
      { verdict: "agrees" },
    ],
    [
      "506 of 1000 is outside 49.5 to 50.5, and both rounding and truncation explain it: nobody can tell",
      { done: "506", total: "1000", reported_pct: "50" },
      { verdict: "differs", explanation: "unexplained" },
    ],
    [
      "50.0 stands for 49.95 to 50.05: 505 of 1000 differs",
      { done: "505", total: "1000", reported_pct: "50.0" },
      { verdict: "differs", explanation: "unexplained" },
    ],
    [
      "46.2 % reported as 50 is rounding to tens",
      { done: "462", total: "1000", reported_pct: "50" },
      { verdict: "differs", explanation: "rounding" },
    ],
    [
      "5.66 % for 56.6 is a slipped unit",
      { done: "566", total: "1000", reported_pct: "5.66" },
      { verdict: "differs", explanation: "slipped_unit" },
    ],
    [
      "250 % for 40 of 100 is the two numbers swapped",
      { done: "40", total: "100", reported_pct: "250.0" },
      { verdict: "differs", explanation: "swapped_numbers" },
    ],
    [
      "33 % for 56.6 is not explained",
      { done: "566", total: "1000", reported_pct: "33" },
      { verdict: "differs", explanation: "unexplained" },
    ],
    ["no percentage reported", { reported_pct: "" }, { verdict: "not_reported", pct_gap: null }],
    [
      "no total",
      { total: "", total_qualifier: "", reported_pct: "75.35" },
      { verdict: "not_computable", computed_pct: null },
    ],
    [
      "a total of zero",
      { done: "0", total: "0", reported_pct: "0" },
      { verdict: "not_computable", computed_pct: null },
    ],
    [
      "over 12 million of exactly 16 million: 12 to 12.5 million",
      { done: "12000000", done_qualifier: "at_least", total: "16000000" },
      { computed_pct_low: 75, computed_pct_high: 78.13 },
    ],
    [
      "about 205 of 212.6 million: 204.5 to 205.5",
      { done: "205000000", done_qualifier: "approx", total: "212600000" },
      { computed_pct_low: 96.19, computed_pct_high: 96.66 },
    ],
  ];
  // One run judges them all.
  let found: Claim[];
  beforeAll(async () => {
    found = await singleClaims(cases.map(([, change]) => change));
  });
  test.for(cases.map(([name, , expected], at) => ({ name, at, expected })))("$name", ({ at, expected }) => {
    expect(found[at]).toMatchObject(expected);
  });

  test("another published total of the same unit and measure explains 48 %, one of another unit does not", async () => {
    const found = await claims(
      { done: "240000", total: "424000", reported_pct: "48.0" },
      { done: "1", total: "500000" },
    );
    expect(found[0]).toMatchObject({ verdict: "differs", explanation: "another_denominator" });
    const other = await claims(
      { done: "240000", total: "424000", reported_pct: "48.0" },
      { unit_code: "60", done: "1", total: "500000" },
    );
    expect(other[0]).toMatchObject({ verdict: "differs", explanation: "unexplained" });
  });
});

test("the same total stated elsewhere is no other one, however loosely it is stated there", async () => {
  // 240 of 400 is 60 %; "about 400" may be 350 to 450, of which 450 would give 53 %.
  const [claim] = await claims(
    { done: "240", total: "400", reported_pct: "57.0" },
    { done: "200", total: "400", total_qualifier: "approx" },
  );
  expect(claim).toMatchObject({ verdict: "differs", explanation: "unexplained" });
});
