import { EDITIONS, UNIT_LEVELS, unitsOf } from "@tiendo/units";
import { expect, test } from "vitest";
import { Database } from "../src/db.ts";
import { loadUnits } from "../src/unit-table.ts";

test.each(EDITIONS)("the table of units of %s is the list of the units package", async (edition) => {
  const db = await Database.open();
  await loadUnits(db);
  const rows = await db.all(`select * from unit where edition = '${edition}' order by level_position, unit_code`);
  const units = unitsOf(edition).map((unit) => ({
    edition,
    unit_code: unit.code,
    level: unit.level,
    level_position: UNIT_LEVELS.indexOf(unit.level),
    parent_code: unit.parent_code,
    name_vi: unit.full_name,
    name_en: unit.name_en ?? unit.full_name,
    slug: unit.slug,
  }));
  expect(rows).toEqual(units);
  db.close();
});
