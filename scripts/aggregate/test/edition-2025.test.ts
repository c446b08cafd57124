import { readFile, writeFile } from "node:fs/promises";
import { generateSample } from "@tiendo/sample";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notAsRecounted } from "./recompute/holds.ts";
import { recount } from "./recompute/recount.ts";
import { restatedSince, revisions } from "./recompute/revision.ts";
import { differences, type Recounted, type Row } from "./recompute/row.ts";
import type { World } from "./recompute/world.ts";
import { AS_OF, run, syntheticWorkspace } from "./worklist/given.ts";
import { bytesOf, type Workspace } from "./workspace.ts";

// Lâm Đồng of 2025: 124 communes of three provinces of 2022, and no districts. Files come in for two releases.
const PROVINCE = "68";
const EARLIER = "2022-04-19";
let workspace: Workspace;
let world: World;
let tables: Recounted[];

beforeAll(async () => {
  workspace = await syntheticWorkspace();
  const path = workspace.path("reports", workspace.id, "report.json");
  const report = JSON.parse(await readFile(path, "utf8"));
  await writeFile(
    path,
    JSON.stringify({
      ...report,
      edition: "2025",
      root_unit: PROVINCE,
      protection: "primary",
      min_population: 0,
      first_as_of: EARLIER,
      releases: [EARLIER],
    }),
  );
  await generateSample({
    people: 1500,
    units: [PROVINCE],
    edition: "2025",
    data: workspace.data,
    report: workspace.id,
    asOf: AS_OF,
    arrivals: [EARLIER, AS_OF],
    memory: "1GB",
  });
  await run(workspace, EARLIER);
  await run(workspace);
  ({ world, tables } = await recount(workspace, AS_OF));
}, 900_000);
afterAll(() => workspace.remove());

interface UnitRow {
  unit_code: string;
  level: string;
  parent_code: string | null;
}
interface ProgressRow {
  unit_code: string;
  scope: string;
  persons: number | null;
  subjects: number | null;
}

test("a report without districts has its province, what lies above it and communes, and nothing between", async () => {
  const units = await workspace.published<UnitRow>("unit", AS_OF);
  const levels = Map.groupBy(units, ({ level }) => level);
  expect([...levels.keys()].sort()).toEqual(["commune", "country", "province"]);
  expect(levels.get("province")?.map(({ unit_code }) => unit_code)).toEqual([PROVINCE]);
  expect(new Set(levels.get("commune")?.map(({ parent_code }) => parent_code))).toEqual(new Set([PROVINCE]));
  expect(levels.get("commune")?.length).toBeGreaterThan(100);
});

test("the province is told, and is not less than the communes that are", async () => {
  const progress = await workspace.published<ProgressRow>("cleaning_progress", AS_OF);
  const told = progress.filter(({ persons }) => persons !== null);
  const whole = told.find(({ unit_code, scope }) => unit_code === PROVINCE && scope === "all");
  const communes = told.filter(({ unit_code }) => unit_code !== PROVINCE);
  expect(whole?.persons).toBeGreaterThan(1400);
  expect(communes.length).toBeGreaterThan(50);
  expect(communes.reduce((sum, { persons }) => sum + (persons ?? 0), 0)).toBeLessThanOrEqual(whole?.persons ?? 0);
});

test("by day it is told of the province alone, and by week of nobody below it", async () => {
  for (const table of ["cleaning_daily", "dose_weekly"]) {
    const rows = await workspace.published<{ unit_code: string }>(table, AS_OF);
    expect([table, new Set(rows.map(({ unit_code }) => unit_code))]).toEqual([table, new Set([PROVINCE])]);
  }
});

test("people, doses, events and returns are in it, some of them sent again", () => {
  const { people, doses, events, progressReturns, stockReturns, indicatorReturns, populations } = world;
  for (const rows of [people, doses, events, progressReturns, stockReturns, indicatorReturns, populations])
    expect(rows.length).toBeGreaterThan(50);
  expect(progressReturns.some(({ superseded }) => superseded)).toBe(true);
  expect(tables.find(({ table }) => table === "return_completeness")?.exact.length).toBeGreaterThan(2);
});

test("each of its tables is what is counted again, number by number", async () => {
  expect(tables.length).toBeGreaterThanOrEqual(20);
  for (const recounted of tables)
    expect([recounted.table, await notAsRecounted(workspace, AS_OF, recounted)]).toEqual([recounted.table, []]);
});

test("what the release before stated otherwise is what two published folders differ in, and what returns state anew", async () => {
  const published = await workspace.published<Row>("revision", AS_OF);
  const restated = tables.find(({ table }) => table === "restatement") as Recounted;
  const expected = [...(await revisions(workspace, EARLIER, AS_OF, world.places)), ...restatedSince(restated, EARLIER)];
  expect(new Set(expected.map(({ table_name }) => table_name)).size).toBeGreaterThan(2);
  const keys = ["table_name", "unit_code", "day", "item", "column_name"];
  expect(differences(published, expected, keys)).toEqual([]);
  expect(published.filter(({ reason }) => reason !== "late_input" && reason !== "correction")).toEqual([]);
});

test("the earlier day, run again after the later one, is told in the same bytes", async () => {
  const folder = workspace.path("published", workspace.id, EARLIER);
  const before = await bytesOf(folder);
  await run(workspace, EARLIER);
  expect(await bytesOf(folder)).toEqual(before);
});
