import { generateSample } from "@tiendo/sample";
import { unitByCode } from "@tiendo/units";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onAllCores } from "./all-cores.ts";
import {
  cleaningDaily,
  cleaningProgress,
  paceSince,
  type Subject,
  subjectsOf,
  whatBlocks,
} from "./recompute/cleaning.ts";
import { coverage, doseWeekly } from "./recompute/doses.ts";
import { countsOf, nameOf } from "./recompute/tally.ts";
import { csvRows, objects, rulesPath, type World, worldOf } from "./recompute/world.ts";
import { AS_OF, run, syntheticWorkspace } from "./worklist/given.ts";
import type { Workspace } from "./workspace.ts";

onAllCores();

// Nothing here is taken from the program but rows: what it counts is counted again, one person, dose and event after another.
const PEOPLE = 88_000;
let workspace: Workspace;
let world: World;
let subjects: Subject[];

beforeAll(async () => {
  workspace = await syntheticWorkspace();
  await generateSample({
    people: PEOPLE,
    data: workspace.data,
    report: workspace.id,
    asOf: AS_OF,
    format: "parquet",
    filesBy: "province",
    only: ["persons", "doses", "events", "returns"],
  });
  await run(workspace);
  world = await worldOf(workspace);
  subjects = subjectsOf(world, AS_OF);
}, 300_000);
afterAll(() => workspace.remove());

const model = (name: string) =>
  objects<Record<string, unknown>>(workspace.path("private", workspace.id, "models", `${name}.parquet`));
/**
 * What of a public table is not as the model, which is recomputed, has it: a number that is told is the same, also where it is 0,
 * and no row is left out that counts somebody, where rows like it are told.
 */
async function publicDiffers(name: string, keys: readonly string[], columns: readonly string[]): Promise<string[]> {
  const rows = await model(name);
  const exact = countsOf(rows, keys, columns);
  const published = await workspace.published<Record<string, unknown>>(name, AS_OF);
  const cells = published.flatMap((row) => columns.map((column) => ({ row, column, name: nameOf(row, keys, column) })));
  const told = cells.filter(({ row, column }) => row[`${column}_status`] === null);
  const wrong = told.filter((cell) => Number(cell.row[cell.column]) !== (exact.get(cell.name) ?? 0));
  const names = new Set(cells.map((cell) => cell.name));
  const likes = new Set(published.map((row) => likeOf(row, keys)));
  const expected = rows.filter((row) => likes.has(likeOf(row, keys)));
  const missing = [...countsOf(expected, keys, columns).keys()].filter((key) => !names.has(key));
  return [...wrong.map((cell) => `${cell.name}: ${cell.row[cell.column]}`), ...missing].slice(0, 10);
}

/** What rows are told of alike: their level, and which of their keys stand for everybody. */
function likeOf(row: Readonly<Record<string, unknown>>, keys: readonly string[]): string {
  const level = unitByCode("2022", String(row.unit_code))?.level;
  return [level, ...keys.map((key) => row[key] === "all")].join(" ");
}

/** What two counts do not agree on, at most ten. */
function differences(found: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): string[] {
  const names = new Set([...found.keys(), ...expected.keys()]);
  const differ = [...names].filter((name) => found.get(name) !== expected.get(name));
  return differ.slice(0, 10).map((name) => `${name}: ${found.get(name)}, recomputed ${expected.get(name)}`);
}

test("the sample has 200,000 doses", () => {
  expect(world.doses.length).toBeGreaterThanOrEqual(200_000);
});

test("where the subjects stand, and what blocks them", async () => {
  const counts = [
    "persons",
    "subjects",
    "to_list",
    "listed",
    "reviewed",
    "matched",
    "handed_back",
    "updated",
    "mismatched",
  ];
  const all = [...counts, "cleaned", "class_a", "class_b", "class_c"];
  const progress = countsOf(await model("cleaning_progress"), [], all);
  expect(progress.size).toBeGreaterThan(1000);
  expect(differences(progress, cleaningProgress(world, subjects))).toEqual([]);
  expect(await publicDiffers("cleaning_progress", [], all)).toEqual([]);
  const waiting = ["waiting", "class_a", "class_b", "class_c"];
  expect(differences(countsOf(await model("what_blocks"), ["reason"], waiting), whatBlocks(subjects))).toEqual([]);
  expect(await publicDiffers("what_blocks", ["reason"], waiting)).toEqual([]);
});

test("cleaned by day, to date and the pace of 7 and 28 days", async () => {
  const daily = cleaningDaily(subjects).counts;
  const rows = await model("cleaning_daily");
  const changes = new Map([...daily].filter(([name]) => name.split(" ")[1] === "all"));
  expect(changes.size).toBeGreaterThan(1000);
  expect(differences(countsOf(rows, ["day"], ["newly_cleaned", "fell_back"]), changes)).toEqual([]);
  const wrong = rows.filter(({ unit_code, day, cleaned_to_date }) => {
    const until = [...changes].filter(
      ([name]) => name.startsWith(`${unit_code} all `) && (name.split(" ")[2] ?? "") <= String(day),
    );
    const sum = until.reduce((all, [name, count]) => all + (name.endsWith("fell_back") ? -count : count), 0);
    return unit_code === "70" && Number(cleaned_to_date) !== sum;
  });
  expect(wrong).toEqual([]);
  const pace = await model("pace");
  const byUnit = (column: string) =>
    new Map(
      pace.map((row) => [String(row.unit_code), Number(row[column])] as const).filter(([, count]) => count !== 0),
    );
  expect(differences(byUnit("cleaned_7_days"), paceSince(daily, "2022-04-19"))).toEqual([]);
  expect(differences(byUnit("cleaned_28_days"), paceSince(daily, "2022-03-29"))).toEqual([]);
});

test("doses by week, vaccine and kind", async () => {
  const keys = ["week", "vaccine", "dose_kind"];
  const weekly = countsOf(await model("dose_weekly"), keys, ["doses"]);
  expect(weekly.size).toBeGreaterThan(1000);
  expect(differences(weekly, doseWeekly(world))).toEqual([]);
  expect(await publicDiffers("dose_weekly", keys, ["doses"])).toEqual([]);
});

test("coverage by age group, sex and kind of dose", async () => {
  const rules = (await csvRows(rulesPath(workspace))).filter(({ dose_kind }) => dose_kind === "primary");
  const primaryDoses = new Map<string, number>();
  for (const { vaccine = "", doses } of rules)
    primaryDoses.set(vaccine, Math.max(primaryDoses.get(vaccine) ?? 0, Number(doses)));
  const keys = ["age_group", "sex", "reached"];
  const found = countsOf(await model("coverage"), keys, ["persons", "unlinked"]);
  expect(found.size).toBeGreaterThan(1000);
  expect(differences(found, coverage(world, primaryDoses, AS_OF))).toEqual([]);
  expect(await publicDiffers("coverage", keys, ["persons", "unlinked"])).toEqual([]);
});
