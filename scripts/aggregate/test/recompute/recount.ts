import type { Workspace } from "../workspace.ts";
import { cleaningDaily, cleaningProgress, pace, paceNeeded, subjectsOf, whatBlocks } from "./cleaning.ts";
import { coursesOf } from "./course.ts";
import { coverage, doseDue, doseWeekly, entryBacklog } from "./doses.ts";
import { issueCount, Owners, personIssueCount, returnIssueCount, rowAccount } from "./issues.ts";
import { reconciliation } from "./reconciliation.ts";
import { indicatorProgress, restatements, returnCompleteness, returnsDue } from "./returns.ts";
import type { Recounted } from "./row.ts";
import { inputFiles, sentRows } from "./sent-rows.ts";
import { signals } from "./signals.ts";
import { stockAndDue, stockLeft } from "./stock.ts";
import { units } from "./units.ts";
import { type World, worldOf } from "./world.ts";

/** Every table of a report that counts anything, counted again from what was accepted: one person, dose, event and return after another. */
export async function recount(workspace: Workspace, asOf: string): Promise<{ world: World; tables: Recounted[] }> {
  const world = await worldOf(workspace, asOf);
  const counted = [...cleaning(world), ...doses(world)];
  const of = (name: string) => counted.find(({ table }) => table === name) as Recounted;
  const files = await inputFiles(workspace, asOf);
  const rows = await sentRows(workspace, files);
  const owners = new Owners(world, files, rows.values());
  const due = returnsDue(world);
  const inUnits = [
    ...counted,
    personIssueCount(world, rows, owners, of("cleaning_progress")),
    returnCompleteness(world, due),
    returnIssueCount(world),
    restatements(world),
    indicatorProgress(world),
    reconciliation(world, of("cleaning_progress"), of("cleaning_daily"), of("entry_backlog")),
    signals(world, of("coverage"), coursesOf(world), due),
  ];
  return { world, tables: [...inUnits, units(world, inUnits), issueCount(world), rowAccount(world, rows, files)] };
}

function cleaning(world: World): Recounted[] {
  const subjects = subjectsOf(world);
  const progress = cleaningProgress(world, subjects);
  const daily = cleaningDaily(world, subjects, progress);
  const paces = pace(world, progress, daily);
  return [progress, whatBlocks(world, subjects, progress), daily, paces, paceNeeded(world, progress, paces)];
}

function doses(world: World): Recounted[] {
  const courses = coursesOf(world);
  const due = doseDue(world, courses);
  const stock = stockLeft(world);
  return [
    doseWeekly(world, courses),
    coverage(world, courses),
    due,
    entryBacklog(world, courses),
    stock,
    stockAndDue(world, stock, due, courses),
  ];
}
