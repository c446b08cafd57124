import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { Workspace } from "./workspace.ts";

const cli = fileURLToPath(new URL("../bin/tiendo.js", import.meta.url));
let workspace: Workspace;
afterEach(() => workspace?.remove());

function tiendo(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("tiendo aggregate", () => {
  test("ends with 0, then says that nothing has changed, then runs again when a raw file has", async () => {
    workspace = await Workspace.create();
    expect(tiendo("aggregate", "--data", workspace.data)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("xong | done"),
    });
    expect(tiendo("aggregate", "--data", workspace.data)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("nothing changed"),
    });
    const raw = workspace.raw("published_figures_2022.csv");
    await writeFile(raw, (await readFile(raw, "utf8")).replace("240000,at_most", "239000,at_most"));
    expect(tiendo("aggregate", "--data", workspace.data)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("xong | done"),
    });
  });

  test("makes a published folder again that was altered by hand", async () => {
    workspace = await Workspace.create();
    tiendo("aggregate", "--data", workspace.data);
    const file = workspace.path("published", workspace.id, "2022-09-01", "figure.csv");
    const before = await readFile(file, "utf8");
    await writeFile(file, before.replace("240000", "424000"));
    tiendo("aggregate", "--data", workspace.data);
    expect(await readFile(file, "utf8")).toBe(before);
  });

  test("ends with 1 for a refused file, naming it, and again when nothing has changed", async () => {
    workspace = await Workspace.create();
    await workspace.send("empty.csv", "");
    for (const _ of ["first", "second"]) {
      const { status, stderr } = tiendo("aggregate", "--data", workspace.data);
      expect([status, stderr.includes("empty.csv: FILE.EMPTY")]).toEqual([1, true]);
    }
  });

  test("ends with 2 for a bad report.json, naming the file", async () => {
    workspace = await Workspace.create();
    await writeFile(workspace.path("reports", workspace.id, "report.json"), "{}");
    expect(tiendo("aggregate", "--data", workspace.data)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("report.json"),
    });
  });

  test("ends with 2 for wrong use, and says how to use it", () => {
    expect(tiendo("aggregate", "--as-of", "26/4/2022")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("2022-04-26"),
    });
    expect(tiendo("agregate")).toMatchObject({ status: 2 });
    expect(tiendo("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("aggregate") });
  });
});
