import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rowKindNames, rowKinds } from "@tiendo/schema";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { templateCommand } from "../../src/commands/template-command.ts";
import { folder, newPath } from "./given.ts";

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((text) => said.push(text));
  vi.spyOn(console, "error").mockImplementation((text) => said.push(text));
  vi.stubEnv("INIT_CWD", folder);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("writes the form into the working directory, says where and what to do next", async () => {
  expect(await templateCommand("population", {})).toBe(0);
  const path = join(folder, "mau-population.xlsx");
  expect((await stat(path)).size).toBeGreaterThan(1000);
  expect(said.join()).toContain(`tiendo check ${path}`);
});

test("puts the form into a folder that is named", async () => {
  expect(await templateCommand("figure", { out: folder })).toBe(0);
  expect((await stat(join(folder, "mau-figure.xlsx"))).isFile()).toBe(true);
});

test("leaves a file that is there alone unless it is forced", async () => {
  const path = newPath();
  await writeFile(path, "mine");
  expect(await templateCommand("figure", { out: path, lang: "en" })).toBe(2);
  expect(await readFile(path, "utf8")).toBe("mine");
  expect(said.join()).toContain("--force");
  expect(await templateCommand("figure", { out: path, force: true })).toBe(0);
  expect(await readFile(path, "latin1")).toMatch(/^PK/);
});

test.each(["forms", "__proto__", ""])("refuses the kind %j and lists the kinds with their titles", async (kind) => {
  expect(await templateCommand(kind, {})).toBe(2);
  for (const name of rowKindNames) expect(said.join()).toContain(rowKinds[name].title.vi);
});

test("refuses a place that cannot be written", async () => {
  expect(await templateCommand("figure", { out: join(folder, "none", "a.xlsx") })).toBe(2);
  expect(said.join()).toContain("ENOENT");
});
