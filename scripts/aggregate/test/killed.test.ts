import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { access, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { bytesOf, Workspace } from "./workspace.ts";

const cli = fileURLToPath(new URL("../bin/tiendo.js", import.meta.url));
const figures = "published_figures_2022.csv";
let workspace: Workspace;
afterEach(() => workspace?.remove());

const words = () => [cli, "aggregate", "--data", workspace.data];
const published = () => workspace.path("published", workspace.id, "2022-09-01");

/** A run to its end. */
function runWhole(): number | null {
  return spawnSync(process.execPath, words()).status;
}

/** A run that is killed after so many milliseconds, and whether that came before its end. */
async function runKilled(after: number): Promise<boolean> {
  const child = spawn(process.execPath, words(), { stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), after);
  const [, signal] = await once(child, "exit");
  clearTimeout(timer);
  return signal === "SIGKILL";
}

/** What stands: the folder, or the earlier one beside it where the run was killed between two renames. */
async function standing(): Promise<Record<string, string>> {
  const there = await access(published()).then(
    () => true,
    () => false,
  );
  return bytesOf(there ? published() : `${published()}.old`);
}

/** Numbers from 0 to 1, the same in each run. */
function* draws(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

test("a run killed at any of twenty moments leaves the old folder or the new one, and the next run succeeds", async () => {
  workspace = await Workspace.create();
  const before = await readFile(workspace.raw(figures), "utf8");
  const inputs = [before, before.replace("240000,at_most", "239000,at_most")] as const;
  const folders = [];
  let took = 0;
  for (const input of inputs) {
    await writeFile(workspace.raw(figures), input);
    const start = performance.now();
    expect(runWhole()).toBe(0);
    took = performance.now() - start;
    folders.push(await bytesOf(published()));
  }
  expect(folders[0]).not.toEqual(folders[1]);
  const moments = draws(20_220_901);
  let killed = 0;
  for (let round = 0; round < 20; round += 1) {
    // The folder of the other input stands when a round begins.
    const next = round % 2;
    await writeFile(workspace.raw(figures), inputs[next] ?? "");
    if (await runKilled(took * (moments.next().value as number))) killed += 1;
    expect(folders).toContainEqual(await standing());
    expect(runWhole()).toBe(0);
    expect(await bytesOf(published())).toEqual(folders[next]);
  }
  expect(killed).toBeGreaterThan(10);
}, 400_000);
