import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cp, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { replacedName } from "@tiendo/schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskFull } from "../src/commands/disk-full.ts";
import { undoFolder } from "../src/publish/files.ts";
import { AS_OF, peopleFile, run, sendPrivately, workspaceOfPeople } from "./worklist/given.ts";
import { bytesOf, Workspace } from "./workspace.ts";

const cli = fileURLToPath(new URL("../bin/tiendo.js", import.meta.url));
let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.ran();
});
afterEach(() => workspace.remove());

const words = () => [cli, "aggregate", "--force", "--data", workspace.data];
const published = () => workspace.path("published", workspace.id);
const standing = () => bytesOf(workspace.path("published", workspace.id, "2022-09-01"));

/** Waits until a child has said something. */
async function hasSaid(child: ChildProcess, said: string): Promise<void> {
  for await (const chunk of child.stdout ?? []) if (String(chunk).includes(said)) return;
}

test.for([
  ["Ctrl-C", "SIGINT", 130],
  ["a signal to end", "SIGTERM", 143],
] as const)(
  "%s (%s) while the result is written ends with %i, leaves the old folder and nothing beside it",
  { timeout: 180_000 },
  async ([, signal, status]) => {
    const before = await standing();
    const child = spawn(process.execPath, words(), { stdio: ["ignore", "pipe", "pipe"] });
    await hasSaid(child, "writing the result");
    child.kill(signal);
    let told = "";
    child.stderr?.on("data", (chunk) => {
      told += String(chunk);
    });
    expect(await once(child, "exit")).toEqual([status, null]);
    expect(told).toContain("đã dừng theo yêu cầu; số liệu đã công bố giữ nguyên");
    expect(await readdir(published())).toEqual(["2022-09-01"]);
    expect(await standing()).toEqual(before);
    expect(spawnSync(process.execPath, words()).status).toBe(0);
    expect(await standing()).toEqual(before);
  },
);

// `ulimit` stands for a full disk: a file can grow no further, and the shell is told to go on all the same.
test.runIf(process.platform === "linux")(
  "where the disk is full the run says which file, and the old folder stands",
  async () => {
    const before = await standing();
    const full = ["-c", `trap '' XFSZ; ulimit -f 16; exec "$0" "$@"`, process.execPath, ...words()];
    const { status, stderr } = spawnSync("bash", full, { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toMatch(/đĩa hết chỗ: \S+2022-09-01\.partial\/\w+\.\w+; giải phóng chỗ/);
    expect(await readdir(published())).toEqual(["2022-09-01"]);
    expect(await standing()).toEqual(before);
  },
  180_000,
);

test.runIf(process.platform === "linux")(
  "where the disk is full while rows of people are kept, the earlier folder stands, and the next run succeeds",
  async () => {
    const people = await workspaceOfPeople();
    try {
      await run(people);
      const folder = people.path("published", people.id, AS_OF);
      const before = await bytesOf(folder);
      await sendPrivately(people, "more.csv", peopleFile().replaceAll(",9700", ",9701"));
      const again = [cli, "aggregate", "--data", people.data];
      const full = ["-c", `trap '' XFSZ; ulimit -f 4; exec "$0" "$@"`, process.execPath, ...again];
      const { status, stderr } = spawnSync("bash", full, { encoding: "utf8" });
      expect(status).toBe(2);
      expect(stderr).toMatch(/đĩa hết chỗ: \S+; giải phóng chỗ/);
      expect(await bytesOf(folder)).toEqual(before);
      expect(spawnSync(process.execPath, again).status).toBe(0);
      expect(await bytesOf(folder)).not.toEqual(before);
    } finally {
      await people.remove();
    }
  },
  180_000,
);

test("a stop after the new folder took the old one's place takes the old one away, before it brings it back", async () => {
  const [target, partial] = [join(published(), "2022-09-01"), join(published(), ".2022-09-01.partial")];
  await cp(target, join(published(), replacedName("2022-09-01")), { recursive: true });
  undoFolder(partial, target);
  expect(await readdir(published())).toEqual(["2022-09-01"]);
  await rename(target, join(published(), replacedName("2022-09-01")));
  undoFolder(partial, target);
  expect(await readdir(published())).toEqual(["2022-09-01"]);
});

test("a full disk is known by its code or by DuckDB's words, whatever error it comes in", () => {
  const noSpace = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  expect(diskFull(noSpace, "data")).toContain("đĩa hết chỗ: data;");
  expect(diskFull(noSpace, "")).toContain("đĩa hết chỗ; giải phóng");
  const spilled = new Error('IO Error: Could not write file "spill/duckdb_temp": No space left on device');
  expect(diskFull(new Error("a statement", { cause: spilled }), "data")).toContain("spill/duckdb_temp");
  expect(diskFull(new Error("anything else"), "data")).toBeNull();
});
