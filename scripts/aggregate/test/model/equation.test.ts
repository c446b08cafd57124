import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { build } from "./units.ts";

let db: Database;

beforeAll(async () => {
  db = await Database.open();
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

test("SUM.PARTS is told of the number that states the whole of an equation that does not close", async () => {
  await db.run(`create or replace table equation as from (values ('a', 'total', 99, 100, false), ('b', 'value', 41, 40, true))
    as equation (whole_figure_id, whole_quantity, parts_sum, whole, closes)`);
  await db.run(`create or replace table figure_quantity as from (values
      ('a', 'done', 'f.csv', 1), ('a', 'total', 'f.csv', 1), ('b', 'value', 'f.csv', 2), ('b', 'total', 'f.csv', 3)
    ) as figure_quantity (figure_id, quantity, input_file, record)`);
  expect(await lines(db, sqlFile("checks/model/sum_parts").sql)).toEqual(["f.csv 1 total 99 100 100"]);
});
