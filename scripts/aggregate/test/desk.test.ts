import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, readFile, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { literal, replacedName } from "@tiendo/schema";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { statusCommand } from "../src/commands/status-command.ts";
import { Database } from "../src/db.ts";
import { deskViews } from "../src/desk/desk-views.ts";
import { foldersOf } from "../src/report/folders.ts";
import { Workspace } from "./workspace.ts";

const cli = fileURLToPath(new URL("../bin/tiendo.js", import.meta.url));
let workspace: Workspace;
let published: string;
beforeAll(async () => {
  workspace = await Workspace.create();
  published = (await workspace.run()).folder;
});
afterAll(() => workspace.remove());

function tiendo(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const query = (...words: string[]) => tiendo("query", ...words, "--data", workspace.data);

describe("tiendo query", () => {
  test("lists the tables where nothing is asked, and the file that opens them in any DuckDB", async () => {
    const { status, stdout } = query();
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^equation\n(.+\n)*published_figure\n/)]);
    const db = await Database.open();
    await db.run(await readFile(workspace.path("private", workspace.id, "desk.sql"), "utf8"));
    expect(await db.all("select count(*) > 0 as filled from published_figure")).toEqual([{ filled: true }]);
    db.close();
  });

  test("answers as a table, as CSV with quotes, and as JSON with numbers", () => {
    const select = "select 1 as n, 'a,\"b\"' as t, null as x";
    expect(query(select).stdout).toBe('n  t      x\n─  ─────  ─\n1  a,"b"  ∅\n');
    expect(query(select, "--format", "csv").stdout).toBe('n,t,x\n1,"a,""b""",\n');
    expect(JSON.parse(query(`${select};`, "--format", "json").stdout)).toEqual([{ n: 1, t: 'a,"b"', x: null }]);
  });

  test("writes a file that only its owner reads", async () => {
    const out = workspace.path("answer.parquet");
    expect(query("from published_unit", "--format", "parquet", "--out", out).status).toBe(0);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    expect(query("from published_unit", "--format", "parquet")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--out"),
    });
  });

  test("writes what the ending of the file's name says", async () => {
    const [csv, json] = [workspace.path("answer.csv"), workspace.path("answer.json")];
    for (const out of [csv, json]) expect(query("select 1 as n", "--out", out).status).toBe(0);
    expect([await readFile(csv, "utf8"), JSON.parse(await readFile(json, "utf8"))]).toEqual(["n\n1\n", [{ n: 1 }]]);
  });

  test("shows 200 rows of a long answer and says how to have them all", () => {
    const long = query("select range as n from range(1000)").stdout;
    expect([long.split("\n").filter((line) => /^ *\d+$/.test(line)).length, long]).toEqual([
      200,
      expect.stringContaining("The first 200 rows"),
    ]);
    expect(query("from range(1000)", "--format", "csv").stdout.trim().split("\n")).toHaveLength(1001);
  });

  test("says what is wrong with a question, and with a report that was not run", () => {
    expect(query("select nothing from nowhere")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/cannot be run: .*nowhere/),
    });
    expect(query("--report", "nobody").status).toBe(2);
  });
});

test("query and status find the release before where a run was killed between its two renames", async () => {
  const folders = foldersOf(workspace.data, workspace.id);
  const day = basename(published);
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await rename(published, join(dirname(published), replacedName(day)));
  try {
    const view = (await deskViews(folders, workspace.id, day)).find(({ name }) => name === "published_figure");
    expect(view?.sql).toContain(`/${replacedName(day)}/figure.parquet`);
    expect(await statusCommand([], { data: workspace.data, json: true })).toBe(1);
    const [{ days }] = JSON.parse(String(said.mock.lastCall)) as [{ days: unknown[] }];
    expect(days).toMatchObject([{ as_of: day, state: "changed", published_at: expect.stringMatching(/^20/) }]);
  } finally {
    said.mockRestore();
    await rename(join(dirname(published), replacedName(day)), published);
  }
});

describe("tiendo explain", () => {
  const explain = (...words: string[]) => tiendo("explain", ...words, "--data", workspace.data);

  test("prints the SQL, what it reads, the rows behind it and the files with their hashes", async () => {
    const { status, stdout } = explain("equation");
    expect(status).toBe(0);
    expect(stdout).toContain(
      await readFile(new URL("../sql/equation.sql", import.meta.url), "utf8").then((sql) => sql.split("\n")[0]),
    );
    expect(stdout).toMatch(/Made of\n {2}figure_quantity ← /);
    const [figures] = await workspace.published<{ accepted: number; records_in: number }>("row_account");
    const raw = await readFile(workspace.raw("published_figures_2022.csv"));
    expect(stdout).toContain(
      `sha256 ${createHash("sha256").update(raw).digest("hex")}, ${figures?.accepted} nhận trong | accepted of ${figures?.records_in}`,
    );
  });

  test("counts for one unit and what is below it", async () => {
    const all = explain("figure_quantity").stdout;
    const some = explain("figure_quantity", "--unit", "70").stdout;
    const total = Number(/figure_quantity: (\d+)/.exec(all)?.[1]);
    const within = Number(/figure_quantity: \d+, (\d+) thuộc/.exec(some)?.[1]);
    const rows = await workspace.published<{ unit_code: string }>("figure");
    const own = rows.filter(({ unit_code }) => unit_code === "70" || /^(68|69|7[01])\d$/.test(unit_code));
    expect(total).toBeGreaterThan(within);
    expect(within).toBeGreaterThanOrEqual(own.length);
  });

  test("refuses a unit that there is none of, rather than count nothing", () => {
    expect(explain("figure_quantity", "--unit", "999")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no unit with the code "999"'),
    });
  });

  test("says which tables there are where it knows none of that name", () => {
    expect(explain("nothing")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/"nothing".*cleaning_progress/),
    });
  });
});

describe("tiendo status", () => {
  const status = (...words: string[]) => tiendo("status", ...words, "--json", "--data", workspace.data);

  test("tells a report that was run, one whose input has changed, and one that was never run", async () => {
    const own = await Workspace.create();
    const told = () => {
      const { status: code, stdout } = tiendo("status", "--json", "--data", own.data);
      return [code, JSON.parse(stdout)[0].days[0]];
    };
    expect(told()).toEqual([1, expect.objectContaining({ state: "never_run", published_at: null, newer: [] })]);
    tiendo("aggregate", "--data", own.data);
    expect(told()).toEqual([
      0,
      expect.objectContaining({ as_of: "2022-09-01", state: "current", inputs: 1, newer: [] }),
    ]);
    await own.send("more.csv", "a,b\n1,2\n");
    expect(told()).toEqual([1, expect.objectContaining({ state: "changed", inputs: 2, newer: ["more.csv"] })]);
    await own.remove();
  });

  test("refuses a report that is not there", () => {
    expect(status("nobody").status).toBe(2);
  });
});

describe("tiendo diff", () => {
  /** A copy of the published folder with its figures selected in another way. */
  async function changed(name: string, select: string, where = "true"): Promise<string> {
    const folder = workspace.path(name);
    await cp(published, folder, { recursive: true });
    const db = await Database.open();
    await db.run(
      `create table t as ${select} from read_parquet(${literal(`${published}/figure.parquet`)}) where ${where}`,
    );
    await db.run(`copy t to ${literal(`${folder}/figure.parquet`)} (format parquet)`);
    db.close();
    return folder;
  }

  test("finds no difference between a folder and itself, whatever the order of rows", async () => {
    expect(tiendo("diff", published, published)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("the same tables"),
    });
    const turned = await changed("turned", "select *", "true order by figure_id desc");
    expect(tiendo("diff", published, turned).status).toBe(0);
  });

  test("names the rows and the cells that differ, and stops at the limit", async () => {
    const raised = await changed("raised", "select * replace (done + 1 as done)");
    const { status, stdout } = tiendo("diff", published, raised, "--limit", "1");
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/figure: \+0 −0 dòng \| rows, \d+ ô đổi[\s\S]*· done: \d+ → \d+\n {2}… \d+ ô nữa/),
    ]);
  });

  test("counts rows that only one has, either way", async () => {
    const figures = JSON.parse(await readFile(`${published}/figure.json`, "utf8")) as unknown[];
    const none = await changed("none", "select *", "false");
    const [added] = JSON.parse(tiendo("diff", none, published, "--json").stdout);
    const [removed] = JSON.parse(tiendo("diff", published, none, "--json").stdout);
    expect(added).toMatchObject({ table: "figure", added: figures.length, removed: 0, changed: 0 });
    expect(removed).toMatchObject({ table: "figure", added: 0, removed: figures.length, changed: 0 });
  });

  test("refuses a limit that is no number", () => {
    expect(tiendo("diff", published, published, "--limit", "few").status).toBe(2);
  });

  test("refuses a folder without tables", () => {
    expect(tiendo("diff", published, workspace.path("reference"))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("holds no table"),
    });
  });
});
