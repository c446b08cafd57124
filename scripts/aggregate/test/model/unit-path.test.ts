import { beforeEach, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;

// Bình Phước with two districts and three communes; and the island district of Lý Sơn, which had no communes.
beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run("insert into unit values ('2022', '51', 'province', 1, 'VN'), ('2022', '536', 'district', 2, '51')");
});

const root = async (unit: string, edition = "2022") => {
  await db.run(`update params set root_unit = '${unit}', edition = '${edition}'`);
  await build(db, "unit_path", "unit_scope");
};

test("a unit counts in itself and in each one above it, up to the report's root and no further", async () => {
  await root("70");
  expect(
    await lines(
      db,
      "select unit_code, ancestor_code, ancestor_level from unit_path where unit_code like '25%' order by all",
    ),
  ).toEqual([
    "25195 25195 commune",
    "25195 689 district",
    "25195 70 province",
    "25198 25198 commune",
    "25198 689 district",
    "25198 70 province",
    "25216 25216 commune",
    "25216 688 district",
    "25216 70 province",
  ]);
  await root("689");
  expect(await lines(db, "select unit_code, ancestor_code from unit_path order by all")).toEqual([
    "25195 25195",
    "25195 689",
    "25198 25198",
    "25198 689",
    "689 689",
  ]);
});

test("of the edition of 2025, where a province has no districts, none is between", async () => {
  await db.run("insert into unit values ('2025', '70', 'province', 1, 'VN')");
  await root("70", "2025");
  expect(await lines(db, "select unit_code, ancestor_code from unit_path order by all")).toEqual([
    "25195 25195",
    "25195 70",
    "70 70",
  ]);
  expect(await lines(db, "from unit_scope order by all")).toEqual([
    ...["25195 25195 all", "25195 70 all", "70 70 all", "70 70 at_this_level"],
  ]);
});

test("where an edition ends at provinces, these are the lowest, and have no row of their own level", async () => {
  await db.run("insert into unit values ('1975', '70', 'province', 1, null)");
  await root("70", "1975");
  expect(await lines(db, "from unit_scope")).toEqual(["70 70 all"]);
});

test("what is known of no lower unit has a row of its own, at every level but that of communes", async () => {
  await root("VN");
  expect(await lines(db, "select counted_code from unit_scope where scope = 'at_this_level' order by all")).toEqual([
    "01",
    "51",
    "536",
    "688",
    "689",
    "70",
    "VN",
  ]);
  expect(await lines(db, "select counted_code, scope from unit_scope where unit_code = '536' order by all")).toEqual([
    "51 all",
    "536 all",
    "536 at_this_level",
    "VN all",
  ]);
});

test("units are told of that are the root, below it, have figures or are counted, with all that lies above these", async () => {
  await db.run(`create or replace table unit as
    select *, unit_code || ' vi' as name_vi, unit_code || ' en' as name_en, lower(unit_code) as slug from unit`);
  await root("70");
  await db.run("insert into unit by name select * replace ('690' as unit_code) from unit where unit_code = '689'");
  await db.run("create table counted_unit as select '25195' as unit_code");
  await db.run(
    `create table accepted_figure as from (values ('01', '2022'), ('01', '2022'), ('688', '2022')) as figure (unit_code, edition)`,
  );
  expect(
    await lines(db, `select unit_code, level, parent_code, figures, name_vi from (${sqlFile("published_unit").sql})`),
  ).toEqual([
    "VN country ∅ 0 VN vi",
    "01 province VN 2 01 vi",
    "70 province VN 0 70 vi",
    "688 district 70 1 688 vi",
    "689 district 70 0 689 vi",
    "690 district 70 0 689 vi",
    "25195 commune 689 0 25195 vi",
  ]);
});
