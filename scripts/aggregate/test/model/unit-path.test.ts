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

const told = () =>
  lines(db, `select unit_code, edition, level, parent_code, figures from (${sqlFile("published_unit").sql})`);

/** Units with names and slugs, and what has figures or is counted. */
async function named(figures: readonly string[], counted: readonly string[]) {
  await db.run(`create or replace table unit as
    select *, unit_code || ' vi' as name_vi, unit_code || ' en' as name_en, unit_code || '-slug' as slug from unit`);
  await db.run("create table counted_unit (unit_code varchar)");
  await db.run("create table accepted_figure (unit_code varchar, edition varchar)");
  for (const unit of counted) await db.run(`insert into counted_unit values ('${unit}')`);
  for (const figure of figures) {
    const [unit, edition = "2022"] = figure.split(" ");
    await db.run(`insert into accepted_figure values ('${unit}', '${edition}')`);
  }
}

test("units are told of that are the root, below it, have figures or are counted, with all that lies above these", async () => {
  await root("70");
  await named(["01", "01", "688"], ["25195"]);
  // Codes do not come in their order.
  for (const unit of ["692", "690", "691"])
    await db.run(
      `insert into unit by name select * replace ('${unit}' as unit_code) from unit where unit_code = '689'`,
    );
  expect(await told()).toEqual([
    "VN 2022 country ∅ 0",
    "01 2022 province VN 2",
    "70 2022 province VN 0",
    "688 2022 district 70 1",
    "689 2022 district 70 0",
    "690 2022 district 70 0",
    "691 2022 district 70 0",
    "692 2022 district 70 0",
    "25195 2022 commune 689 0",
  ]);
  const names = await lines(db, `select name_vi, name_en, slug from (${sqlFile("published_unit").sql}) limit 2`);
  expect(names).toEqual(["VN vi VN en VN-slug", "01 vi 01 en 01-slug"]);
});

test("a root with nothing below it is told, and all above it", async () => {
  await root("25216");
  await named([], []);
  expect(await told()).toEqual([
    ...["VN 2022 country ∅ 0", "70 2022 province VN 0", "688 2022 district 70 0", "25216 2022 commune 688 0"],
  ]);
});

test("units of another edition are told only where figures are of it, with those above them there", async () => {
  await db.run("insert into unit values ('2025', '70', 'province', 1, 'VN'), ('2025', 'VN', 'country', 0, null)");
  await root("25195");
  await named(["25195"], ["70"]);
  expect(await told()).toEqual([
    ...["VN 2022 country ∅ 0", "70 2022 province VN 0", "689 2022 district 70 0", "25195 2022 commune 689 1"],
  ]);
  for (let at = 0; at < 2; at += 1) await db.run("insert into accepted_figure values ('25195', '2025')");
  expect(await told()).toEqual([
    ...["VN 2022 country ∅ 0", "VN 2025 country ∅ 0", "70 2022 province VN 0", "70 2025 province VN 0"],
    ...["689 2022 district 70 0", "25195 2022 commune 689 1", "25195 2025 commune 70 2"],
  ]);
});
