import { readFile, writeFile } from "node:fs/promises";
import { generateSample } from "@tiendo/sample";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onAllCores } from "./all-cores.ts";
import { notAsRecounted } from "./recompute/holds.ts";
import { recount } from "./recompute/recount.ts";
import type { Recounted } from "./recompute/row.ts";
import type { World } from "./recompute/world.ts";
import { AS_OF, run, syntheticWorkspace } from "./worklist/given.ts";
import type { Workspace } from "./workspace.ts";

onAllCores();

// Nothing here is taken from the program but rows: what it counts is counted again, one person, dose and event after another.
const PEOPLE = 88_000;
let workspace: Workspace;
let world: World;
let tables: Recounted[];

beforeAll(async () => {
  workspace = await syntheticWorkspace();
  // The province's own report: its districts are whole in it, so that their returns are due.
  const path = workspace.path("reports", workspace.id, "report.json");
  const report = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...report, root_unit: "70", protection: "primary", min_population: 0 }));
  await generateSample({
    people: PEOPLE,
    data: workspace.data,
    report: workspace.id,
    asOf: AS_OF,
    format: "parquet",
    filesBy: "province",
  });
  await run(workspace);
  ({ world, tables } = await recount(workspace, AS_OF));
}, 900_000);
afterAll(() => workspace.remove());

test("the sample has 200,000 doses", () => {
  expect(world.doses.length).toBeGreaterThanOrEqual(200_000);
});

// Figures that others published, of which the sample has none (recompute-figures.test.ts), and the list of indicators, which counts nothing.
const others = ["equation", "figure", "indicator"];
// How it comes about is counted again where there is a release before: edition-2025.test.ts.
const empty = ["revision"];

test("every table that is published is counted again", async () => {
  const path = workspace.path("published", workspace.id, AS_OF, "datapackage.json");
  const described = JSON.parse(await readFile(path, "utf8")) as { resources: Array<{ "tiendo:table"?: string }> };
  const published = new Set(described.resources.flatMap((one) => one["tiendo:table"] ?? []));
  expect([...published].sort()).toEqual([...tables.map(({ table }) => table), ...others, ...empty].sort());
  for (const name of ["equation", "figure", ...empty]) expect(await workspace.published(name, AS_OF)).toEqual([]);
});

test.for([
  ["cleaning_progress", 100],
  ["what_blocks", 800],
  ["cleaning_daily", 3000],
  ["pace", 100],
  ["pace_needed", 200],
  ["person_issue_count", 1000],
  ["coverage", 10_000],
  ["dose_weekly", 30_000],
  ["dose_due", 400],
  ["entry_backlog", 100],
  ["stock_left", 400],
  ["stock_and_due", 100],
  ["return_completeness", 3],
  ["return_issue_count", 10],
  ["restatement", 1],
  ["indicator_progress", 15],
  ["reconciliation", 40],
  ["signals", 40],
  ["unit", 100],
  ["issue_count", 4],
  ["row_account", 8],
] as const)("%s is what is counted again, number by number, and hides what is few", async ([name, rows]) => {
  const [recounted, ...more] = tables.filter(({ table }) => table === name);
  expect(more).toEqual([]);
  expect(recounted?.exact.length).toBeGreaterThanOrEqual(rows);
  expect(await notAsRecounted(workspace, AS_OF, recounted as Recounted)).toEqual([]);
});
