import { type PublishedTable, publishedTables } from "@tiendo/schema";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { additiveTables, checkSums } from "../../src/model/additive.ts";

let db: Database;

/** A province, a district and two communes; a lot in the province's own store, another in a commune's. */
beforeEach(async () => {
  db = await Database.open();
  await db.run("create table params as select '2022' as edition, '70' as root_unit");
  await db.run(`create table unit as from (values
    ('VN', '2022', 0, null), ('70', '2022', 1, 'VN'), ('689', '2022', 2, '70'), ('25195', '2022', 3, '689'), ('25198', '2022', 3, '689')
    ) as unit (unit_code, edition, level_position, parent_code)`);
  await db.run(`create table dose_due as from (values
    ('70', 'all', 'booster_1', 16), ('70', 'at_this_level', 'booster_1', 1), ('689', 'all', 'booster_1', 15),
    ('25195', 'all', 'booster_1', 7), ('25198', 'all', 'booster_1', 8)
    ) as due (unit_code, scope, dose_kind, persons)`);
  await db.run(`create table stock_left as from (values
    ('70', 'all', 'pfizer', null, 100), ('70', 'at_this_level', 'pfizer', null, 60), ('689', 'all', 'pfizer', null, 40),
    ('25195', 'all', 'pfizer', null, 40)
    ) as stock (unit_code, scope, vaccine, expiry, doses)`);
});

const both = () => checkSums(db, ["dose_due", "stock_left"]);

describe("a unit is what is below it and its own level", () => {
  test("where it is, nothing is said", async () => {
    await expect(both()).resolves.toBeUndefined();
  });

  test("a part that is missing, or counted twice, is named with what its parts come to", async () => {
    await db.run("delete from dose_due where unit_code = '25198'");
    await expect(both()).rejects.toThrow(
      "a unit in dose_due is not the sum of its parts: unit_code 689, dose_kind booster_1, persons_found 15, persons_expected 7",
    );
    await db.run("insert into dose_due values ('25198', 'all', 'booster_1', 8), ('25198', 'all', 'booster_1', 8)");
    await expect(both()).rejects.toThrow("persons_found 15, persons_expected 23");
  });

  test("a stock of a store of the unit's own counts, and one that lost its row is missed", async () => {
    await db.run("delete from stock_left where scope = 'at_this_level'");
    await expect(both()).rejects.toThrow(
      "unit_code 70, vaccine pfizer, expiry null, doses_found 100, doses_expected 40",
    );
  });

  test("a unit without a row though there are some below it is found", async () => {
    await db.run("delete from stock_left where unit_code = '689'");
    await expect(both()).rejects.toThrow(/unit_code (70|689), vaccine pfizer/);
  });
});

test("every public table of units and scopes is looked at, by its whole key", () => {
  const scoped = Object.entries(publishedTables as Record<string, PublishedTable>).flatMap(([table, { primaryKey }]) =>
    primaryKey.includes("scope")
      ? [[table, primaryKey.filter((name) => name !== "unit_code" && name !== "scope")]]
      : [],
  );
  expect(Object.fromEntries(additiveTables.map(({ table, keys }) => [table, keys]))).toEqual(
    Object.fromEntries(scoped),
  );
});
