import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { build } from "./units.ts";

let db: Database;

beforeAll(async () => {
  db = await Database.open();
});

interface Figure {
  unit_code?: string;
  edition?: string;
  as_of?: string;
  indicator?: string;
  source?: string;
  measure_unit?: string;
  done?: number | null;
  done_qualifier?: string;
  total?: number | null;
  total_qualifier?: string;
  value?: number | null;
  value_qualifier?: string;
  reported_pct?: string | null;
}

const right = {
  ...{ unit_code: "70", edition: "2022", as_of: "2022-04-26", indicator: "lam_sach.doi_tuong", source: "Báo" },
  ...{ measure_unit: "person", done: null, done_qualifier: "exact", total: null, total_qualifier: "exact" },
  ...{ value: null, value_qualifier: "exact", reported_pct: null },
} satisfies Figure;

/** Accepted figures, each a row of a file in this order. */
async function given(...figures: Figure[]): Promise<void> {
  await db.run(`create or replace table accepted_figure (input_file varchar, record bigint, line bigint, unit_code varchar, edition varchar,
    as_of date, indicator varchar, source varchar, measure_unit varchar, done bigint, done_qualifier varchar, total bigint,
    total_qualifier varchar, value bigint, value_qualifier varchar, reported_pct varchar)`);
  for (const [at, figure] of figures.entries()) {
    const cells = Object.values({ ...right, ...figure });
    const values = cells.map((cell) => (typeof cell === "string" ? `'${cell}'` : String(cell)));
    await db.run(`insert into accepted_figure values ('f.csv', ${at + 1}, ${at + 2}, ${values.join(", ")})`);
  }
  await build(db, "figure_quantity", "figure_claim");
}

describe("figure_quantity", () => {
  const intervals = () =>
    lines(db, "select quantity, number, low::double, high::double from figure_quantity order by record, quantity");

  test("a number stands for half the place of its last digit that is not zero, to the sides that its qualifier allows", async () => {
    await given(
      { done: 240, done_qualifier: "exact", total: 424_000, total_qualifier: "rounded" },
      { done: 1200, done_qualifier: "approx", total: 1200, total_qualifier: "at_least" },
      { value: 7_600_000, value_qualifier: "at_least", total: 1205, total_qualifier: "at_most" },
      { done: 0, done_qualifier: "approx", total: 0, total_qualifier: "at_least" },
      { done: 100, done_qualifier: "at_most" },
    );
    expect(await intervals()).toEqual([
      ...["done 240 240 240", "total 424000 423500 424500"],
      ...["done 1200 1150 1250", "total 1200 1200 1250"],
      ...["total 1205 1204.5 1205", "value 7600000 7600000 7650000"],
      ...["done 0 0 0", "total 0 0 0"],
      "done 100 50 100",
    ]);
  });

  test("the address is day, unit and indicator; a second source of one figure is told by its place among their names", async () => {
    await given(
      ...[
        { value: 1, source: "B" },
        { value: 2, source: "A" },
        { value: 3, source: "C" },
      ],
      ...[
        { value: 4, edition: "2025" },
        { value: 5, unit_code: "01" },
        { value: 6, as_of: "2022-04-25" },
      ],
      { value: 7, indicator: "xac_minh.mui_sai" },
    );
    expect(await lines(db, "select number, figure_id from figure_quantity order by number")).toEqual([
      "1 2022-04-26.70.lam_sach.doi_tuong.2",
      "2 2022-04-26.70.lam_sach.doi_tuong",
      "3 2022-04-26.70.lam_sach.doi_tuong.3",
      "4 2022-04-26.70.lam_sach.doi_tuong",
      "5 2022-04-26.01.lam_sach.doi_tuong",
      "6 2022-04-25.70.lam_sach.doi_tuong",
      "7 2022-04-26.70.xac_minh.mui_sai",
    ]);
  });
});

describe("figure_claim", () => {
  /** The verdict on a claim about done of total, and the explanation. */
  async function verdict(done: number, total: number, pct: string, more: Figure = {}, ...others: Figure[]) {
    await given({ done, total, reported_pct: pct, ...more }, ...others);
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
    await given({ done: 5, total: 10 }, { done: 5, reported_pct: "50" }, { done: 0, total: 0, reported_pct: "0" });
    expect(
      await lines(db, "select verdict, computed_pct, pct_gap, explanation from figure_claim order by record"),
    ).toEqual(["not_reported 50 ∅ ∅", "not_computable ∅ ∅ ∅", "not_computable ∅ ∅ ∅"]);
  });

  test("says what was computed and between what, and the gap, to two places", async () => {
    await given({ done: 36_366, total: 309_663, reported_pct: "11,9" });
    await given({
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
    await given({ reported_pct: "50" });
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

describe("published_figure", () => {
  test("says of each number whether it does not apply or was not reported, in the order of days, units and indicators", async () => {
    await db.run(`create or replace table figure_claim as select figure_id, unit_code, '2022' as edition, cast(as_of as date) as as_of,
        'day' as as_of_precision, indicator, done, 'exact' as done_qualifier, total, 'exact' as total_qualifier, value,
        'exact' as value_qualifier, 'person' as measure_unit, reported_pct, 1 as reported_pct_decimals, computed_pct,
        computed_pct as computed_pct_low, computed_pct as computed_pct_high, null as pct_gap, 'agrees' as verdict,
        null as explanation, 'Báo' as source, null as note, null as note_en, 'f.csv' as input_file, 2 as line
      from (values
        ('whole', '70', '2022-04-26', 'b', 5, 10, null, 50, 50.0), ('whole', '70', '2022-04-25', 'b', 5, 10, null, 50, 50.0),
        ('part', '70', '2022-04-26', 'a', 5, null, null, null, null), ('count', '01', '2022-04-26', 'b', null, null, 9, null, null),
        ('of none', '70', '2022-04-26', 'c', 0, 0, null, 0, null), ('of nobody', '70', '2022-04-26', 'c', 0, 0, null, 0, null),
        ('total alone', '70', '2022-04-26', 'd', null, 10, null, 50, null)
      ) as claim (figure_id, unit_code, as_of, indicator, done, total, value, reported_pct, computed_pct)`);
    expect(
      await lines(
        db,
        `select day(as_of), figure_id, done_status, total_status, value_status, reported_pct_status, computed_pct_status
          from (${sqlFile("published_figure").sql})`,
      ),
    ).toEqual([
      "25 whole ∅ ∅ z ∅ ∅",
      "26 count z z ∅ z z",
      "26 part ∅ x z x x",
      "26 whole ∅ ∅ z ∅ ∅",
      "26 of nobody ∅ ∅ z ∅ z",
      "26 of none ∅ ∅ z ∅ z",
      "26 total alone z ∅ z ∅ z",
    ]);
  });
});

describe("equation", () => {
  /** "right + wrong = sent" in doses, and another of a part alone. */
  beforeEach(async () => {
    await db.run(`create or replace table equation_term as from (values
      ('sent', 'part', 2, 'wrong', 'value'), ('sent', 'part', 1, 'right', 'value'), ('sent', 'whole', 3, 'right', 'total'),
      ('alike', 'part', 1, 'wrong', 'value'), ('alike', 'whole', 2, 'lost', 'value')
    ) as term (equation, side, position, indicator, quantity), (select 'Tổng' as title_vi, 'Sum' as title_en)`);
    await db.run(`create or replace table figure_quantity (figure_id varchar, indicator varchar, quantity varchar, unit_code varchar,
      edition varchar, as_of date, number bigint, low decimal(18, 1), high decimal(18, 1))`);
  });

  /** A number of Bình Phước for 26 April, as "figure indicator quantity number low high", with some cells changed. */
  async function stated(text: string, { unit = "70", edition = "2022", day = "2022-04-26" } = {}): Promise<void> {
    const [id, indicator, quantity, number, low = number, high = number] = text.split(" ");
    await db.run(`insert into figure_quantity values
      ('${id}', '${indicator}', '${quantity}', '${unit}', '${edition}', date '${day}', ${number}, ${low}, ${high})`);
  }
  const equations = async () => {
    await build(db, "equation");
    return lines(
      db,
      `select equation, unit_code, day(as_of), parts, parts_sum, whole, whole_figure_id, whole_quantity, closes from equation order by all`,
    );
  };

  test("the parts are added in their order; an equation that lacks a term, of the unit, edition or day, is left out", async () => {
    await stated("a right value 60");
    await stated("b wrong value 40");
    expect(await equations()).toEqual([]);
    for (const elsewhere of [{ unit: "01" }, { edition: "2025" }, { day: "2022-04-25" }])
      await stated("c right total 100", elsewhere);
    expect(await equations()).toEqual([]);
    await stated("a right total 100");
    await stated("c lost value 41");
    expect(await equations()).toEqual([
      "alike 70 26 40 40 41 c value false",
      "sent 70 26 60 + 40 100 100 a total true",
    ]);
  });

  test("it closes where the interval of the sum meets that of the whole, be it at an end", async () => {
    await stated("a right value 60 55 65");
    await stated("b wrong value 40 35 40");
    await stated("a right total 110 105 120");
    expect(await equations()).toEqual(["sent 70 26 60 + 40 100 110 a total true"]);
    await db.run("update figure_quantity set low = 105.5 where quantity = 'total'");
    expect(await equations()).toEqual(["sent 70 26 60 + 40 100 110 a total false"]);
    await db.run("update figure_quantity set number = 90, low = 80, high = 90 where quantity = 'total'");
    expect(await equations()).toEqual(["sent 70 26 60 + 40 100 90 a total true"]);
    await db.run("update figure_quantity set high = 89.5 where quantity = 'total'");
    expect(await equations()).toEqual(["sent 70 26 60 + 40 100 90 a total false"]);
  });

  test("of two sources of one figure the one with the shorter address stands for it, or the first by name", async () => {
    await stated("b wrong value 40");
    await stated("a.2 right total 99");
    await stated("z right total 100");
    await stated("x.9 right value 59");
    await stated("b.9 right value 60");
    expect(await equations()).toEqual(["sent 70 26 60 + 40 100 100 z total true"]);
  });

  test("is published with the gap, in the order of equations, units and days", async () => {
    await db.run(`create or replace table equation as from (values
      ('b', '70', date '2022-04-26', 99, false), ('b', '70', date '2022-04-25', 100, true), ('b', '01', date '2022-04-26', 100, true),
      ('a', '70', date '2022-04-26', 102, true)
    ) as equation (equation, unit_code, as_of, parts_sum, closes),
      (select 'Tổng' as title_vi, 'Sum' as title_en, '1 + 2' as parts, 100 as whole)`);
    expect(
      await lines(
        db,
        `select equation, unit_code, day(as_of), gap, closes from (${sqlFile("published_equation").sql})`,
      ),
    ).toEqual(["a 70 26 2 yes", "b 01 26 0 yes", "b 70 25 0 yes", "b 70 26 -1 no"]);
  });
});

test("indicators are published in the order of their list", async () => {
  await db.run(`create or replace table indicator as from (values ('b', 2), ('c', 1), ('a', 3)) as t (indicator, position),
    (select 'x' as indicator_group, 'x' as kind, 'person' as measure_unit, 'x' as title_vi, 'x' as title_en, 'x' as description_vi,
      'x' as description_en, 'x' as source)`);
  expect(await lines(db, `select indicator from (${sqlFile("published_indicator").sql})`)).toEqual(["c", "b", "a"]);
});
