import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decrypt, isEncrypted } from "officecrypto-tool";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { decryptCommand } from "../../src/commands/decrypt-command.ts";
import { worklistCommand } from "../../src/commands/worklist-command.ts";
import { openTables } from "../../src/read/open-tables.ts";
import type { Workspace } from "../workspace.ts";
import { FilledList, LISTED, nameOf, run, workspaceOfPeople } from "./given.ts";

const PASSWORD = "mật khẩu đi đường";
const NAME = "25195-phuong-tan-phu.xlsx";
let workspace: Workspace;
let passwordFile: string;
let outside: string;
const said: string[] = [];
function listen(): void {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((text) => said.push(text));
  vi.spyOn(console, "error").mockImplementation((text) => said.push(text));
}
beforeAll(async () => {
  workspace = await workspaceOfPeople();
  await run(workspace, LISTED);
  passwordFile = workspace.path("mat-khau.txt");
  outside = workspace.path("elsewhere");
  await writeFile(passwordFile, `${PASSWORD}\n`);
});
afterAll(() => workspace.remove());
beforeEach(listen);
afterEach(() => {
  vi.restoreAllMocks();
});

const write = (options: Partial<Parameters<typeof worklistCommand>[0]> = {}) =>
  worklistCommand({ data: workspace.data, unit: "25195", listDate: LISTED, ...options });

describe("an encrypted list", () => {
  beforeAll(async () => {
    listen();
    await worklistCommand({ data: workspace.data, unit: "25195", listDate: LISTED });
    await worklistCommand({ data: workspace.data, unit: "25195", listDate: LISTED, out: outside, passwordFile });
  });

  test("may lie outside data/private, and holds the very bytes of the open one", async () => {
    const locked = await readFile(join(outside, NAME));
    expect(isEncrypted(locked)).toBe(true);
    const open = await readFile(workspace.path("private", workspace.id, "worklists", LISTED, NAME));
    expect(await decrypt(locked, { password: PASSWORD })).toEqual(open);
  });

  test("gives nothing away: neither to another password nor to whoever looks into it", async () => {
    const locked = await readFile(join(outside, NAME));
    await expect(decrypt(locked, { password: `${PASSWORD}!` })).rejects.toThrow("password");
    await expect(FilledList.open(locked)).rejects.toThrow();
    const name = nameOf(0, 12);
    for (const encoding of ["utf8", "utf16le"] as const)
      expect(locked.includes(Buffer.from(name, encoding))).toBe(false);
  });

  test("leaves no open copy behind", async () => {
    expect((await readdir(outside)).sort()).toEqual([NAME]);
    expect((await readdir(workspace.path("private", workspace.id, "worklists"))).sort()).toEqual([
      LISTED,
      "written.json",
    ]);
    expect((await stat(join(outside, NAME))).mode & 0o777).toBe(0o600);
  });

  test("is refused when it is read, with what to do", async () => {
    await expect(openTables(join(outside, NAME), null)).rejects.toMatchObject({
      code: "FILE.PASSWORD",
      text: { vi: expect.stringContaining("tiendo decrypt"), en: expect.stringContaining("tiendo decrypt") },
    });
  });
});

describe("tiendo decrypt", () => {
  const unlock = (options: Partial<Parameters<typeof decryptCommand>[1]> = {}) =>
    decryptCommand([join(outside, NAME)], { data: workspace.data, passwordFile, ...options });

  test("puts a list that came back where it is read, once", async () => {
    await write({ out: outside, passwordFile, force: true });
    expect(await unlock()).toBe(0);
    const target = workspace.path("private", workspace.id, "raw", NAME);
    expect((await FilledList.open(await readFile(target))).rows()).toHaveLength(10);
    expect((await stat(target)).mode & 0o777).toBe(0o600);
    expect(await unlock()).toBe(2);
    expect(await unlock({ force: true })).toBe(0);
  });

  test("refuses a wrong password, an open workbook, and a folder outside data/private", async () => {
    await writeFile(workspace.path("wrong.txt"), "another password");
    expect(await unlock({ passwordFile: workspace.path("wrong.txt"), force: true })).toBe(2);
    expect(said.at(-1)).toContain("a wrong password");
    const open = workspace.path("private", workspace.id, "worklists", LISTED, NAME);
    const raw = { data: workspace.data, passwordFile, force: true };
    expect(await decryptCommand([open], raw)).toBe(2);
    expect(said.at(-1)).toContain("no encrypted workbook");
    expect(await decryptCommand([workspace.path("none.xlsx")], raw)).toBe(2);
    expect(await unlock({ out: outside })).toBe(2);
    expect(said.at(-1)).toContain("data/private");
  });
});

describe("a password", () => {
  test("has ten characters or more, and is read from the first line alone", async () => {
    for (const [text, status] of [
      ["ngắn quá", 2],
      ["", 2],
      ["9 ký tự.\n0", 2],
      ["10 ký tự .", 0],
    ] as const) {
      await writeFile(workspace.path("tried.txt"), text);
      expect([text, await write({ passwordFile: workspace.path("tried.txt"), force: true })]).toEqual([text, status]);
    }
  });

  test("opens the list however its accents were composed", async () => {
    await writeFile(workspace.path("nfd.txt"), PASSWORD.normalize("NFD"));
    await mkdir(workspace.path("nfd"));
    await write({ out: workspace.path("nfd"), passwordFile: workspace.path("nfd.txt") });
    const locked = await readFile(workspace.path("nfd", NAME));
    await expect(decrypt(locked, { password: PASSWORD })).resolves.toBeInstanceOf(Buffer);
  });

  test("is asked for only where there is a terminal", async () => {
    expect(await write({ password: true })).toBe(2);
    expect(said.at(-1)).toContain("--password-file");
    expect(await write({ passwordFile: workspace.path("none.txt") })).toBe(2);
  });
});
