import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { logRun } from "../src/refresh/log.ts";
import { runProgram, runStages, type Stage } from "../src/refresh/stages.ts";
import { givenFolders } from "./site.ts";

const given = givenFolders();

describe("a refresh", () => {
  const stage = (name: string, status: number, goesOn = [0]): Stage => ({
    name,
    run: async () => ({ status, message: status === 0 ? null : `${name} hỏng` }),
    goesOn,
  });
  const clock = () => {
    let time = 0;
    return () => {
      time += 750;
      return time;
    };
  };

  test("stops at the first stage that fails, and the stages after it do not run", async () => {
    const ends = await runStages([stage("a", 0), stage("b", 2), stage("c", 0)], clock());
    expect(ends).toEqual([
      { name: "a", status: 0, seconds: 0.8, message: null },
      { name: "b", status: 2, seconds: 0.8, message: "b hỏng" },
    ]);
  });

  test("goes on where rows have to be corrected, as is said of the stage", async () => {
    const ends = await runStages([stage("a", 1, [0, 1]), stage("b", 0)], clock());
    expect(ends.map(({ name, status }) => `${name} ${status}`)).toEqual(["a 1", "b 0"]);
  });

  test("takes exit status and last complaint of a program", async () => {
    const { status, message } = await runProgram("scripts/deliver/src/cli.ts", [
      "list",
      "--to",
      join(given.folder, "khong-co"),
    ]);
    expect([status, message]).toEqual([2, expect.stringContaining("there is no such folder")]);
  });

  test("adds one JSON line a run to a log that only its owner reads", async () => {
    const file = join(given.folder, "private/refresh.jsonl");
    const run = {
      started: "2022-04-26T05:00:00.000Z",
      seconds: 1,
      exit_status: 0,
      failed: null,
      release: "x",
      stages: [],
    };
    await logRun(file, run);
    await logRun(file, { ...run, exit_status: 75, failed: "deliver", release: null });
    const lines = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ exit_status, failed }) => [exit_status, failed])).toEqual([
      [0, null],
      [75, "deliver"],
    ]);
    expect([statSync(file).mode & 0o777, statSync(join(file, "..")).mode & 0o777]).toEqual([0o600, 0o700]);
  });
});

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

test.skipIf(!hasSystemd)("systemd understands the sample service and timer", () => {
  const server = join(import.meta.dirname, "../server");
  const { stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", `${server}/tiendo-refresh.timer`], {
    encoding: "utf8",
  });
  expect(
    stderr.split("\n").filter((line) => /tiendo-refresh/.test(line) && !/not executable|Unit .* not found/.test(line)),
  ).toEqual([]);
});
