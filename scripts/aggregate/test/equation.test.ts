import { afterEach, expect, test } from "vitest";
import { aggregate } from "../src/main.ts";
import { figureFile, figureRow } from "./figure-rows.ts";
import { Workspace } from "./workspace.ts";

let workspace: Workspace;
afterEach(() => workspace.remove());

type Equation = Record<"equation" | "as_of" | "parts" | "parts_sum" | "whole" | "gap" | "closes", unknown>;

async function equations(...rows: string[]): Promise<Equation[]> {
  workspace = await (await Workspace.create()).empty();
  await workspace.send("figures.csv", figureFile(...rows));
  await aggregate(workspace.id, { data: workspace.data, say: () => undefined });
  return workspace.published<Equation>("equation");
}

const right = { unit_code: "VN", measure_unit: "mũi", indicator: "xac_minh.mui_dung", done: "60", total: "100" };
const wrong = {
  unit_code: "VN",
  measure_unit: "mũi",
  indicator: "xac_minh.mui_sai",
  done: "",
  done_qualifier: "",
  total: "",
  total_qualifier: "",
  value_qualifier: "exact",
};

test("60 right and 40 wrong of 100 close", async () => {
  const found = await equations(figureRow(right), figureRow({ ...wrong, value: "40" }));
  expect(found).toMatchObject([
    { equation: "mui_gui_xac_minh", parts: "60 + 40", parts_sum: 100, whole: 100, gap: 0, closes: "yes" },
  ]);
});

test("60 right and 39 wrong of 100 do not close, by −1, and the figure is warned of", async () => {
  const found = await equations(figureRow(right), figureRow({ ...wrong, value: "39" }));
  expect(found).toMatchObject([{ gap: -1, closes: "no" }]);
  expect(await workspace.published("issue_count")).toMatchObject([
    { code: "SUM.PARTS", column_name: "total", records: 1 },
  ]);
});

test("60 right and about 30 wrong, 25 to 35, do not reach 100; about 40 do", async () => {
  expect(
    await equations(figureRow(right), figureRow({ ...wrong, value: "30", value_qualifier: "approx" })),
  ).toMatchObject([{ closes: "no" }]);
  await workspace.remove();
  const found = await equations(figureRow(right), figureRow({ ...wrong, value: "44", value_qualifier: "exact" }));
  expect(found).toMatchObject([{ closes: "no" }]);
  await workspace.remove();
  expect(
    await equations(figureRow({ ...right, done_qualifier: "approx" }), figureRow({ ...wrong, value: "44" })),
  ).toMatchObject([{ gap: 4, closes: "yes" }]);
});

test("an equation one of whose terms is missing, or of another day or unit, is left out", async () => {
  expect(await equations(figureRow(right))).toEqual([]);
  await workspace.remove();
  expect(await equations(figureRow(right), figureRow({ ...wrong, value: "40", as_of: "2022-04-25" }))).toEqual([]);
  await workspace.remove();
  expect(await equations(figureRow(right), figureRow({ ...wrong, value: "40", unit_code: "70" }))).toEqual([]);
});
