import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { replacedName } from "@tiendo/schema";
import { afterEach, describe, expect, test } from "vitest";
import { bytesOf, Workspace } from "./workspace.ts";

const FIGURES = "published_figures_2022.csv";
let workspace: Workspace;
afterEach(() => workspace.remove());

describe("a run that is refused leaves the earlier folder as it was", () => {
  async function publishedThenBroken(
    breakIt: (folder: string) => Promise<unknown>,
  ): Promise<[unknown, unknown, unknown]> {
    workspace = await Workspace.ran();
    const folder = workspace.path("published", workspace.id, "2022-09-01");
    const before = await bytesOf(folder);
    await breakIt(folder);
    const error = await workspace.run().then(
      () => null,
      (reason: unknown) => reason,
    );
    return [error, before, await bytesOf(folder)];
  }

  test("no usable file", async () => {
    const [error, before, after] = await publishedThenBroken(() => writeFile(workspace.raw(FIGURES), ""));
    expect(error).toMatchObject({ name: "ReportError", message: expect.stringContaining("no usable file") });
    expect(after).toEqual(before);
  });

  const badReports: Array<[name: string, content: string, said: string]> = [
    ["no JSON", "{", "is not JSON"],
    ["a missing title", "{}", "title"],
    ["a wrong day", '{"as_of": "2022-13-01"}', "as_of"],
  ];
  for (const [name, content, said] of badReports) {
    test(`a report.json with ${name}`, async () => {
      const [error, before, after] = await publishedThenBroken(() =>
        writeFile(workspace.path("reports", workspace.id, "report.json"), content),
      );
      expect(error).toMatchObject({ name: "ReportError", message: expect.stringContaining(said) });
      expect(String(error)).toContain("report.json");
      expect(after).toEqual(before);
    });
  }

  test("a folder left between the two renames of a killed run is brought back, and the next run leaves nothing beside it", async () => {
    const day = "2022-09-01";
    let figures = "";
    const [, before, after] = await publishedThenBroken(async (folder) => {
      await rename(folder, join(folder, "..", replacedName(day)));
      await mkdir(join(folder, "..", `.${day}.partial`));
      figures = await readFile(workspace.raw(FIGURES), "utf8");
      await writeFile(workspace.raw(FIGURES), "");
    });
    expect(after).toEqual(before);
    await writeFile(workspace.raw(FIGURES), figures);
    await workspace.run();
    expect(await readdir(workspace.path("published", workspace.id))).toEqual([day]);
  });
});
