import { generateSample } from "@tiendo/sample";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cleaningDaily, cleaningProgress, type Subject, whatBlocks } from "./recompute/cleaning.ts";
import { coursesOf } from "./recompute/course.ts";
import { coverage, doseDue, doseWeekly, entryBacklog } from "./recompute/doses.ts";
import { differences, type Recounted, type Row } from "./recompute/row.ts";
import { objects } from "./recompute/sources.ts";
import { trueWorld } from "./recompute/truth.ts";
import { type World, worldOf } from "./recompute/world.ts";
import { AS_OF, run, syntheticWorkspace } from "./worklist/given.ts";
import type { Workspace } from "./workspace.ts";

// Dirt that sure rules repair or an exact key joins: nothing is left to a score, so that every count is that of the truth.
let workspace: Workspace;
let world: World;
let subjects: Subject[];

beforeAll(async () => {
  workspace = await syntheticWorkspace();
  await generateSample({
    people: 6000,
    data: workspace.data,
    report: workspace.id,
    asOf: AS_OF,
    format: "parquet",
    filesBy: "province",
    dirt: "certain",
  });
  await run(workspace);
  ({ world, subjects } = await trueWorld(workspace, await worldOf(workspace, AS_OF)));
}, 900_000);
afterAll(() => workspace.remove());

/** What the pipeline counts otherwise than the truth, in rows of a kind. */
async function untrue({ table, keys, exact }: Recounted, isAsked: (row: Row) => boolean = () => true) {
  const rows = await objects<Row>(workspace.path("private", workspace.id, "models", `${table}.parquet`));
  const [found, expected] = [rows.filter(isAsked), exact.filter(isAsked)];
  expect(expected.length).toBeGreaterThan(100);
  return differences(found, expected, keys);
}

test("there is dirt in the sample, and everybody is told apart as in truth", async () => {
  const dirt = await objects<{ dirt: string }>(
    workspace.path("private", workspace.id, "truth", "record.parquet"),
    "dirt",
  );
  expect(dirt.filter(({ dirt: one }) => one !== "").length).toBeGreaterThan(2000);
  const people = await objects(workspace.path("private", workspace.id, "clean", "person.parquet"), "person_id");
  expect(people).toHaveLength(world.people.length);
});

test("where the subjects truly stand, what blocks them, and the days on which they became cleaned", async () => {
  const progress = cleaningProgress(world, subjects);
  expect(await untrue(progress)).toEqual([]);
  expect(await untrue(whatBlocks(world, subjects, progress))).toEqual([]);
  expect(await untrue(cleaningDaily(world, subjects, progress))).toEqual([]);
});

test("the doses truly given, by week and vaccine and kind, and the days to their entry", async () => {
  expect(await untrue(doseWeekly(world, coursesOf(world)))).toEqual([]);
  expect(await untrue(entryBacklog(world, coursesOf(world)))).toEqual([]);
});

// Of whom birth date or sex is wrong in the file, nothing but the five steps will tell: ages and sexes are left out.
test("how far people have truly come, and the doses due to them whatever their age", async () => {
  const courses = coursesOf(world);
  const isOfAll = ({ age_group, sex }: Row) => age_group === "all" && sex === "all";
  expect(await untrue(coverage(world, courses), isOfAll)).toEqual([]);
  const isOfAnyAge = ({ dose_kind }: Row) => dose_kind === "primary" || dose_kind === "additional";
  expect(await untrue(doseDue(world, courses), isOfAnyAge)).toEqual([]);
});
