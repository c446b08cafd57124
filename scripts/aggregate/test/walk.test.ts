import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DataPackage } from "@tiendo/schema";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "../src/run.ts";
import { onAllCores } from "./all-cores.ts";
import { figureFile, figureRow } from "./figure-rows.ts";
import { bytesOf, Workspace } from "./workspace.ts";

onAllCores();

let workspace: Workspace;

describe("the real figures of 2022", () => {
  let outcome: Outcome;
  let folder: string;
  beforeAll(async () => {
    workspace = await Workspace.create();
    outcome = await workspace.run();
    folder = outcome.folder;
  });
  afterAll(() => workspace.remove());

  test("36 rows come in and 36 are published", async () => {
    expect(outcome).toMatchObject({
      exitStatus: 0,
      rows: { records_in: 36, accepted: 36, quarantined: 0, rejected: 0 },
    });
    expect(await workspace.published("figure")).toHaveLength(36);
  });

  test("the March 2022 equations close; the one of 30 March misses by one dose, as its source does", async () => {
    const equations = await workspace.published<{ equation: string; gap: number; closes: string }>("equation");
    expect(equations.map(({ equation, gap, closes }) => `${equation} ${gap} ${closes}`)).toEqual([
      "ket_qua_doi_chieu 0 yes",
      "mui_gui_xac_minh -1 no",
      "nguoi_gui_xac_minh 0 yes",
    ]);
  });

  test("the published files are what a reviewer has seen", async () => {
    for (const name of ["figure.csv", "equation.csv", "unit.csv", "row_account.csv", "issue_count.csv"]) {
      await expect(await readFile(join(folder, name), "utf8")).toMatchFileSnapshot(`snapshots/vietnam-2022/${name}`);
    }
  });

  test("two runs give the same bytes, in another folder too", async () => {
    const first = await bytesOf(folder);
    const second = await bytesOf((await workspace.run()).folder);
    const other = await Workspace.create();
    const elsewhere = await bytesOf((await other.run()).folder);
    await other.remove();
    expect([second, elsewhere]).toEqual([first, first]);
  });

  test("the data package names every file with its hash, and every line of SHA256SUMS holds", async () => {
    const bytes = await bytesOf(folder);
    const described = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
    for (const { path, hash, bytes: size } of described.resources) {
      expect([path, hash, size]).toEqual([path, `sha256:${bytes[path]}`, (await stat(join(folder, path))).size]);
    }
    const { SHA256SUMS: _, ...others } = bytes;
    const lines = Object.entries(others).map(([name, sha256]) => `${sha256}  ${name}\n`);
    expect(await readFile(join(folder, "SHA256SUMS"), "utf8")).toBe(lines.join(""));
    const descriptions = ["datapackage.json", "dataset.jsonld", "dcat.jsonld"];
    expect(new Set([...described.resources.map(({ path }) => path), ...descriptions])).toEqual(
      new Set(Object.keys(others)),
    );
  });

  test("as of an earlier day, later figures wait", async () => {
    const earlier = await workspace.run("2022-04-26");
    const figures = await workspace.published<{ as_of: string }>("figure", "2022-04-26");
    expect(figures.every(({ as_of }) => as_of <= "2022-04-26")).toBe(true);
    expect(earlier.rows.quarantined).toBe(36 - figures.length);
    expect(await workspace.issueList()).toContain("DATE.AFTER_REPORT");
  });

  test("private files can be read by their owner alone", async () => {
    expect((await stat(workspace.path("private", workspace.id))).mode & 0o777).toBe(0o700);
  });
});

describe("rows are accounted for", () => {
  afterEach(() => workspace.remove());

  test("repeated, superseded, blank and broken lines each have their place", async () => {
    workspace = await (await Workspace.create()).empty();
    const earlier = figureRow({ done: "1" });
    await workspace.send(
      "figures.csv",
      figureFile(
        earlier,
        figureRow(),
        figureRow(),
        "",
        ",,,,,,,,,,,,,,,",
        "70,2022",
        '"open',
        figureRow({ unit_code: "60", done: "-1" }),
      ),
    );
    await workspace.run();
    expect(await workspace.published("row_account")).toMatchObject([
      {
        records_in: 8,
        accepted: 1,
        quarantined: 1,
        rejected: 2,
        exact_duplicates: 1,
        superseded: 1,
        blank: 2,
        kept: 1,
        merged: 0,
      },
    ]);
    expect(await workspace.published("figure")).toMatchObject([{ done: 240000 }]);
  });

  test("a file sent again under another name counts once", async () => {
    workspace = await (await Workspace.create()).empty();
    await workspace.send("a.csv", figureFile(figureRow()));
    await workspace.send("b.csv", figureFile(figureRow()));
    expect(await workspace.run()).toMatchObject({ rows: { records_in: 2, accepted: 1 } });
  });

  test("a file is held when 6 of 10 rows are usable, and taken when 7 are", async () => {
    for (const [bad, status, accepted] of [
      [4, "held", 1],
      [3, "partially_accepted", 8],
    ] as const) {
      workspace = await (await Workspace.create()).empty();
      await workspace.send("good.csv", figureFile(figureRow({ unit_code: "01" })));
      const rows = ["02", "04", "06", "08", "10", "11", "12", "14", "15", "17"].map((unit_code, at) =>
        figureRow({ unit_code, done: at < bad ? "-1" : "1" }),
      );
      await workspace.send("mixed.csv", figureFile(...rows));
      expect(await workspace.run()).toMatchObject({ exitStatus: 1, rows: { accepted } });
      expect((await workspace.published<{ status: string }>("row_account"))[1]?.status).toBe(status);
      if (status === "held") await workspace.remove();
    }
  });
});
