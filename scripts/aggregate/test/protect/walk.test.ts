import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AS_OF, run, workspaceOfPeople } from "../worklist/given.ts";
import type { Workspace } from "../workspace.ts";

const cli = fileURLToPath(new URL("../../bin/tiendo.js", import.meta.url));
let workspace: Workspace;
beforeAll(async () => {
  workspace = await workspaceOfPeople();
});
afterAll(() => workspace.remove());

const define = async (change: Readonly<Record<string, unknown>>) => {
  const path = workspace.path("reports", workspace.id, "report.json");
  const { protection: _, ...report } = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({ ...report, ...change }));
};

test("a report of people that does not say otherwise is protected against arithmetic, as an audit of its folder shows", async () => {
  await define({});
  await run(workspace);
  expect(existsSync(workspace.path("private", workspace.id, `mask-${AS_OF}.parquet`))).toBe(true);
  const audited = spawnSync(process.execPath, [cli, "audit", workspace.path("published", workspace.id, AS_OF)]);
  expect(audited).toMatchObject({ status: 0 });
});

test("a report that began earlier is refused where no earlier release is found, unless it is said to be the first", async () => {
  await define({ first_as_of: "2022-04-12" });
  await expect(run(workspace)).rejects.toThrow(/releases.*first_as_of.*--first-release/);
  await define({ first_as_of: "2022-04-12", protection: "primary" });
  await expect(run(workspace)).rejects.toThrow("--first-release");
});
