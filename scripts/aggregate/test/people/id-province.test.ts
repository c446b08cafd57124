import { expect, test } from "vitest";
import { smallTables } from "../clean/small-tables.ts";

test("provinces of 2022 after a 0, countries one by one, and after a 9 only people who belong to nobody", async () => {
  const { table, model } = await smallTables("");
  await table(
    "unit",
    "edition, unit_code, level",
    ...[
      "'2022', '70', 'province'",
      "'2025', '75', 'province'",
      "'2022', '689', 'district'",
      "'2022', '01', 'province'",
    ],
  );
  await table("country_codes", "code_from, code_to", "'101', '103'", "'295', '295'");
  await table("params", "synthetic", "false");
  expect(await model("id_province")).toEqual(["001", "070", "101", "102", "103", "295"]);
  await table("params", "synthetic", "true");
  expect(await model("id_province")).toEqual(["001", "070", "101", "102", "103", "295", "901", "970"]);
});
