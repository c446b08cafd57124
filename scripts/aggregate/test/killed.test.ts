import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { standingFolders } from "@tiendo/schema";
import { afterEach, expect, test } from "vitest";
import { figureFile, figureRow } from "./figure-rows.ts";
import { AS_OF, cleanLines, communes, nameOf, peopleFile, sendPrivately, workspaceOfPeople } from "./worklist/given.ts";
import { bytesOf, type Workspace } from "./workspace.ts";

const cli = fileURLToPath(new URL("../bin/tiendo.js", import.meta.url));
const KILLS = 20;
const KILLS_A_RUN = 5;
let workspace: Workspace;
afterEach(() => workspace?.remove());

const words = () => [cli, "aggregate", "--data", workspace.data];
const published = (...names: string[]) => workspace.path("published", workspace.id, ...names);

/** A run to its end: it finds rows to correct among the people. @returns how many milliseconds it took */
function runWhole(): number {
  const start = performance.now();
  expect(spawnSync(process.execPath, words()).status).toBe(0);
  return performance.now() - start;
}

/** A run that is killed after so many milliseconds, and whether that came before its end. */
async function runKilled(after: number): Promise<boolean> {
  const child = spawn(process.execPath, words(), { stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), after);
  const [, signal] = await once(child, "exit");
  clearTimeout(timer);
  return signal === "SIGKILL";
}

/** What stands for the day to whoever reads published folders. */
async function standing(): Promise<Record<string, string>> {
  return bytesOf(published(standingFolders(await readdir(published())).get(AS_OF) ?? "nothing stands"));
}

/** Numbers from 0 to 1, the same in each run. */
function* draws(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** What localities send, by day and by day in two ways: people, of whom one is spelt otherwise, and a figure. */
async function send(way: 0 | 1): Promise<void> {
  const name = nameOf(0, 0);
  await sendPrivately(workspace, "people.csv", peopleFile().replace(name, way === 0 ? name : `${name} Em`));
  await writeFile(workspace.raw("so.csv"), figureFile(figureRow({ as_of: "2022-04-05", done: `${239_000 + way}` })));
}

test("runs killed at any of twenty moments leave the old folder or the new one, and the next run succeeds", async () => {
  workspace = await workspaceOfPeople();
  await workspace.send("so.csv", "");
  const folders: Array<Record<string, string>> = [];
  let took = 0;
  for (const way of [0, 1] as const) {
    await send(way);
    took = runWhole();
    folders.push(await standing());
  }
  expect(folders[0]).not.toEqual(folders[1]);
  const moments = draws(20_220_901);
  let killed = 0;
  let way: 0 | 1 = 1;
  let ended = false;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // What killed runs leave is left lying, so that the next ones meet the remains of several. After a run that came to its end, the
    // next has something else to do.
    if (kill % KILLS_A_RUN === 0 || ended) way = way === 0 ? 1 : 0;
    await send(way);
    ended = !(await runKilled(took * (moments.next().value as number)));
    if (!ended) killed += 1;
    expect(folders).toContainEqual(await standing());
    if (kill % KILLS_A_RUN < KILLS_A_RUN - 1) continue;
    const whole = runWhole();
    // After a run that came to its end there was nothing to do.
    if (!ended) took = Math.min(took, whole);
    expect(await bytesOf(published(AS_OF))).toEqual(folders[way]);
    expect(await readdir(published())).toEqual([AS_OF]);
    expect(await cleanLines(workspace, "select count(*) from person")).toEqual([`${20 * communes.length}`]);
  }
  expect(killed).toBeGreaterThan(KILLS / 2);
}, 1_800_000);
