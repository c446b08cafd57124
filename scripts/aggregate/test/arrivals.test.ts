import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { aggregateCommand } from "../src/commands/aggregate-command.ts";
import { Release } from "../src/commands/release.ts";
import { aggregate } from "../src/main.ts";
import { foldersOf } from "../src/report/folders.ts";
import { figureFile, figureRow } from "./figure-rows.ts";
import { bytesOf, Workspace } from "./workspace.ts";

let workspace: Workspace;
afterEach(() => workspace.remove());

const filesOf = async (asOf: string) =>
  (await workspace.published<{ input_file: string }>("row_account", asOf)).map(({ input_file }) => input_file);
const run = (asOf?: string) => aggregate(workspace.id, { data: workspace.data, asOf, say: () => {} });

describe("a folder named by a day says when its files came in", () => {
  test("those of a later day than the report's are left out, those of the day itself are read", async () => {
    workspace = await Workspace.create();
    await workspace.send("2022-08-31/a.csv", figureFile(figureRow({})));
    await workspace.send("2022-09-01/b.csv", figureFile(figureRow({ unit_code: "71" })));
    await workspace.send("2022-09-02/c.csv", figureFile(figureRow({ unit_code: "72" })));
    await run();
    expect(await filesOf("2022-09-01")).toEqual(["2022-08-31/a.csv", "2022-09-01/b.csv", "published_figures_2022.csv"]);
    await run("2022-08-31");
    expect(await filesOf("2022-08-31")).toEqual(["2022-08-31/a.csv", "published_figures_2022.csv"]);
  });
});

describe("earlier releases of a report", () => {
  async function withReleases(releases: string[]): Promise<void> {
    workspace = await Workspace.create();
    const path = workspace.path("reports", workspace.id, "report.json");
    const definition = JSON.parse(await readFile(path, "utf8"));
    await writeFile(path, JSON.stringify({ ...definition, releases }));
  }

  test("are made before the latest, each with what had come in by its day", async () => {
    await withReleases(["2022-08-25"]);
    await workspace.send("2022-08-30/a.csv", figureFile(figureRow({})));
    expect(await aggregateCommand([workspace.id], { data: workspace.data })).toBeLessThan(2);
    expect(await readdir(workspace.path("published", workspace.id))).toEqual(["2022-08-25", "2022-09-01"]);
    expect(await filesOf("2022-08-25")).toEqual(["published_figures_2022.csv"]);
    expect(await filesOf("2022-09-01")).toContain("2022-08-30/a.csv");
  });

  test("are the same bytes made together, each computed while the one before is published, as made one by one", async () => {
    await withReleases(["2022-08-28"]);
    await workspace.send("2022-08-30/b.csv", figureFile(figureRow({ unit_code: "71" })));
    const days = ["2022-08-28", "2022-09-01"];
    const published = () => Promise.all(days.map((day) => bytesOf(workspace.path("published", workspace.id, day))));
    await aggregateCommand([workspace.id], { data: workspace.data });
    const together = await published();
    await rm(workspace.path("published"), { recursive: true });
    for (const day of days) await run(day);
    expect(await published()).toEqual(together);
  });

  test("are computed anew where a file changes after they were computed ahead", async () => {
    await withReleases(["2022-08-28"]);
    const [first, last] = ["2022-08-28", "2022-09-01"].map(
      (day) =>
        new Release(workspace.id, day, day === "2022-09-01", foldersOf(workspace.data, workspace.id), {
          data: workspace.data,
        }),
    ) as [Release, Release];
    await first.make(undefined);
    last.begin();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await workspace.send("2022-08-30/b.csv", figureFile(figureRow({ unit_code: "71" })));
    await last.make(undefined);
    expect(await filesOf("2022-09-01")).toContain("2022-08-30/b.csv");
    expect((await last.make(undefined)).unchanged).toBe(true);
  });

  test("that cannot be written keep the next from being published, though it was computed", async () => {
    await withReleases(["2022-08-25"]);
    await writeFile(workspace.path("published"), "not a folder");
    expect(await aggregateCommand([workspace.id], { data: workspace.data })).toBe(3);
    expect(await readFile(workspace.path("published"), "utf8")).toBe("not a folder");
  });

  test("out of order refuse the report", async () => {
    await withReleases(["2022-09-01"]);
    await expect(run()).rejects.toThrow("expected days in order");
  });
});
