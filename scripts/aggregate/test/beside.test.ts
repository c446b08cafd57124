import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onAllCores } from "./all-cores.ts";
import { figureFile, figureRow } from "./figure-rows.ts";
import { bytesOf, Workspace } from "./workspace.ts";

onAllCores();

let workspace: Workspace;
beforeAll(async () => {
  workspace = await (await Workspace.create()).empty();
});
afterAll(() => workspace.remove());

const folderOf = (asOf = "2022-09-01") => workspace.path("published", workspace.id, asOf);

test("files read side by side are each accounted for, and give the same bytes whichever ends first", async () => {
  const units = ["01", "02", "04", "06", "08", "10", "11"];
  for (const [at, unit] of units.entries())
    await workspace.send(
      `${at}.csv`,
      figureFile(...Array.from({ length: 1 + 40 * (at % 2) }, () => figureRow({ unit_code: unit }))),
    );
  // The bytes of another: what is stored of the one is that of the other.
  await workspace.send("9.csv", figureFile(figureRow({ unit_code: "01" })));
  await workspace.send("8.csv", "no header of ours\n1\n");
  await workspace.run();
  const first = await bytesOf(folderOf());
  const account = await workspace.published<{ input_file: string; records_in: number }>("row_account");
  expect(account.map(({ input_file, records_in }) => [input_file, records_in])).toEqual([
    ["0.csv", 1],
    ["1.csv", 41],
    ["2.csv", 1],
    ["3.csv", 41],
    ["4.csv", 1],
    ["5.csv", 41],
    ["6.csv", 1],
    ["8.csv", 0],
    ["9.csv", 1],
  ]);
  const again = await (await Workspace.create()).empty();
  for (const { input_file } of account.toReversed())
    await again.send(input_file, await readFile(workspace.raw(input_file)));
  await again.run();
  expect(await bytesOf(again.path("published", again.id, "2022-09-01"))).toEqual(first);
  await again.remove();
});
