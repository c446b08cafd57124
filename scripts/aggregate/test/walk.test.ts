import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DataPackage } from "@tiendo/schema";
import { afterEach, describe, expect, test } from "vitest";
import { aggregate } from "../src/main.ts";
import { figureFile, figureHeader, figureRow } from "./figure-rows.ts";
import { Workspace } from "./workspace.ts";

let workspace: Workspace;
afterEach(() => workspace.remove());

const run = (asOf?: string) => aggregate(workspace.id, { data: workspace.data, asOf, say: () => undefined });

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const pairs = await Promise.all(
    names.map(
      async (name) =>
        [
          name,
          createHash("sha256")
            .update(await readFile(join(folder, name)))
            .digest("hex"),
        ] as const,
    ),
  );
  return Object.fromEntries(pairs);
}

async function issueList(): Promise<string> {
  return readFile(workspace.path("private", workspace.id, "issues.csv"), "utf8");
}

describe("the real figures of 2022", () => {
  test("36 rows come in and 36 are published", async () => {
    workspace = await Workspace.create();
    const outcome = await run();
    expect(outcome).toMatchObject({
      exitStatus: 0,
      rows: { records_in: 36, accepted: 36, quarantined: 0, rejected: 0 },
    });
    expect(await workspace.published("figure")).toHaveLength(36);
  });

  test("the March 2022 equations close; the one of 30 March misses by one dose, as its source does", async () => {
    workspace = await Workspace.create();
    await run();
    const equations = await workspace.published<{ equation: string; gap: number; closes: string }>("equation");
    expect(equations.map(({ equation, gap, closes }) => `${equation} ${gap} ${closes}`)).toEqual([
      "ket_qua_doi_chieu 0 yes",
      "mui_gui_xac_minh -1 no",
      "nguoi_gui_xac_minh 0 yes",
    ]);
  });

  test("the published files are what a reviewer has seen", async () => {
    workspace = await Workspace.create();
    const { folder } = await run();
    for (const name of ["figure.csv", "equation.csv", "unit.csv", "row_account.csv", "issue_count.csv"]) {
      await expect(await readFile(join(folder, name), "utf8")).toMatchFileSnapshot(`snapshots/vietnam-2022/${name}`);
    }
  });

  test("two runs give the same bytes, in another folder too", async () => {
    workspace = await Workspace.create();
    const first = await bytesOf((await run()).folder);
    const second = await bytesOf((await run()).folder);
    await workspace.remove();
    workspace = await Workspace.create();
    const elsewhere = await bytesOf((await run()).folder);
    expect([second, elsewhere]).toEqual([first, first]);
  });

  test("the data package names every file with its hash, and every line of SHA256SUMS holds", async () => {
    workspace = await Workspace.create();
    const { folder } = await run();
    const bytes = await bytesOf(folder);
    const described = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
    for (const { path, hash, bytes: size } of described.resources) {
      expect([path, hash, size]).toEqual([path, `sha256:${bytes[path]}`, (await stat(join(folder, path))).size]);
    }
    const { SHA256SUMS: _, ...others } = bytes;
    const lines = Object.entries(others).map(([name, sha256]) => `${sha256}  ${name}\n`);
    expect(await readFile(join(folder, "SHA256SUMS"), "utf8")).toBe(lines.join(""));
    expect(new Set([...described.resources.map(({ path }) => path), "datapackage.json"])).toEqual(
      new Set(Object.keys(others)),
    );
  });

  test("as of an earlier day, later figures wait", async () => {
    workspace = await Workspace.create();
    const outcome = await run("2022-04-26");
    const figures = await workspace.published<{ as_of: string }>("figure", "2022-04-26");
    expect(figures.every(({ as_of }) => as_of <= "2022-04-26")).toBe(true);
    expect(outcome.rows.quarantined).toBe(36 - figures.length);
    expect(await issueList()).toContain("DATE.AFTER_REPORT");
  });
});

describe("a row that breaks a rule is quarantined with its code and both messages, the good rows are published", () => {
  const broken: Array<[name: string, row: string, code: string, vi: string, en: string]> = [
    [
      "a done above its total",
      figureRow({ done: "424001" }),
      "PART.WHOLE",
      "Số đã làm 424001 lớn hơn tổng số 424000",
      "The number done, 424001, is above the total, 424000",
    ],
    [
      "a month 13",
      figureRow({ as_of: "2022-13-01" }),
      "DATE.INVALID",
      "“2022-13-01” không phải là một ngày",
      "“2022-13-01” is not a date",
    ],
    [
      "an unknown unit",
      figureRow({ unit_code: "03" }),
      "UNIT.UNKNOWN",
      "Không có đơn vị hành chính “03”",
      "There is no administrative unit “03”",
    ],
    [
      "a unit of another edition",
      figureRow({ unit_code: "70", edition: "2025" }),
      "UNIT.UNKNOWN",
      "đơn vị hành chính “70”",
      "administrative unit “70”",
    ],
    [
      "a measure unit that does not fit",
      figureRow({ measure_unit: "mũi" }),
      "MEASURE.MISFIT",
      "không khớp với chỉ tiêu; cần “người”",
      "does not fit the indicator; expected “people”",
    ],
    ["no measure unit", figureRow({ measure_unit: "" }), "MEASURE.MISFIT", "cần “người”", "expected “people”"],
    [
      "an unknown measure unit",
      figureRow({ measure_unit: "lọ" }),
      "MEASURE.UNKNOWN",
      "Không có đơn vị tính “lọ”",
      "There is no measure unit “lọ”",
    ],
    ["a missing source", figureRow({ source: "" }), "SOURCE.MISSING", "Không nêu nguồn", "No source is given"],
    [
      "an unknown indicator",
      figureRow({ indicator: "lam_sach.la" }),
      "INDICATOR.UNKNOWN",
      "Không có chỉ tiêu “lam_sach.la”",
      "There is no indicator “lam_sach.la”",
    ],
    [
      "no number and no status",
      figureRow({ done: "", done_qualifier: "" }),
      "FIGURE.EMPTY",
      "Dòng không có số nào",
      "The row holds no number",
    ],
    [
      "a number without a qualifier",
      figureRow({ total_qualifier: "" }),
      "QUALIFIER.MISSING",
      "Số “424000” không có cách nêu",
      "The number “424000” has no qualifier",
    ],
    [
      "an ambiguous number",
      figureRow({ done: "209.000" }),
      "NUMBER.AMBIGUOUS",
      "“209.000” có thể là số lẻ hoặc số hàng nghìn",
      "“209.000” may be a decimal or thousands",
    ],
    ["a negative count", figureRow({ done: "-1" }), "COUNT.NEGATIVE", "tìm thấy “-1”", "found “-1”"],
    [
      "a day after the report's",
      figureRow({ as_of: "2022-09-02" }),
      "DATE.AFTER_REPORT",
      "sau ngày của báo cáo (đến ngày 01/09/2022)",
      "after the day of the report (up to 2022-09-01)",
    ],
    [
      "a percentage that cannot be read",
      figureRow({ reported_pct: "50%" }),
      "PERCENTAGE.FORMAT",
      "Tỷ lệ “50%” không đọc được",
      "The percentage “50%” cannot be read",
    ],
  ];
  for (const [name, row, code, vi, en] of broken) {
    test(`${name}: ${code}`, async () => {
      workspace = await (await Workspace.create()).empty();
      await workspace.send(
        "figures.csv",
        figureFile(figureRow({ unit_code: "60" }), row, figureRow({ unit_code: "77" })),
      );
      const outcome = await run();
      expect(outcome).toMatchObject({ exitStatus: 1, rows: { records_in: 3, accepted: 2, quarantined: 1 } });
      expect((await workspace.published<{ unit_code: string }>("figure")).map(({ unit_code }) => unit_code)).toEqual([
        "60",
        "77",
      ]);
      expect(await workspace.published("row_account")).toMatchObject([
        { status: "partially_accepted", records_in: 3, accepted: 2, quarantined: 1 },
      ]);
      expect(await workspace.published("issue_count")).toContainEqual(
        expect.objectContaining({ code, effect: "quarantine", records: 1 }),
      );
      const [line] = (await issueList()).split("\n").filter((text) => text.includes(`,${code},`));
      expect(line).toContain("figures.csv,2,3,");
      expect([line?.includes(vi), line?.includes(en), line]).toEqual([true, true, line]);
    });
  }

  const right: Array<[name: string, row: string]> = [
    ["a done equal to its total", figureRow({ done: "424000" })],
    ["the day of the report", figureRow({ as_of: "2022-09-01" })],
    ["a Vietnamese date", figureRow({ as_of: "26/04/2022" })],
    ["grouped thousands", figureRow({ total: "32.375.467" })],
    [
      "a status without a number",
      figureRow({
        indicator: "de_an_06.cccd_thay_the_bhyt",
        done: "",
        done_qualifier: "",
        total: "",
        total_qualifier: "",
        value_qualifier: "status",
        measure_unit: "",
      }),
    ],
    ["qualifiers in Vietnamese", figureRow({ done_qualifier: "Gần", total_qualifier: "khoảng" })],
  ];
  for (const [name, row] of right) {
    test(`${name} is accepted`, async () => {
      workspace = await (await Workspace.create()).empty();
      await workspace.send("figures.csv", figureFile(row));
      expect(await run()).toMatchObject({ exitStatus: 0, rows: { accepted: 1, quarantined: 0 } });
    });
  }
});

describe("rows are accounted for", () => {
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
    await run();
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
    expect(await run()).toMatchObject({ rows: { records_in: 2, accepted: 1 } });
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
      expect(await run()).toMatchObject({ exitStatus: 1, rows: { accepted } });
      expect((await workspace.published<{ status: string }>("row_account"))[1]?.status).toBe(status);
      if (status === "held") await workspace.remove();
    }
  });
});

describe("a bad file is refused, the other files go on, exit status 1", () => {
  const refused: Array<[name: string, content: string | Uint8Array, code: string, found: string, expected: string]> = [
    ["empty.csv", "", "FILE.EMPTY", "0 byte", ""],
    ["header-only.csv", `${figureHeader}\n`, "FILE.EMPTY", "a header and no rows", ""],
    ["wrong-header.csv", "name,age\nAn,5\n", "FILE.HEADER_MISSING", "name, age", "tiendo template"],
    [
      "one-missing.csv",
      figureFile(figureRow()).replace(",source,", ",origin,"),
      "FILE.HEADER_MISSING",
      "origin",
      "missing Source (source)",
    ],
    ["twice.csv", figureFile(figureRow()).replace(",note,note_en", ",note,note"), "FILE.HEADER_REPEATED", "note", ""],
    [
      "latin.csv",
      Buffer.from(figureFile(figureRow({ source: "Báo" })), "latin1"),
      "FILE.ENCODING_UNKNOWN",
      "byte B0",
      "UTF-8",
    ],
    ["nul.csv", figureFile(figureRow({ source: "B\0o" })), "FILE.ENCODING_UNKNOWN", "byte 00", "UTF-8"],
    ["notes.pdf", "%PDF-1.7 ", "FILE.KIND_UNKNOWN", "a PDF file", "XLSX"],
  ];
  for (const [name, content, code, found, expected] of refused) {
    test(`${name}: ${code}`, async () => {
      workspace = await Workspace.create();
      await workspace.send(name, content);
      const outcome = await run();
      expect(outcome).toMatchObject({ exitStatus: 1, rows: { accepted: 36 }, refused: [{ file: name, code }] });
      expect(outcome.refused[0]?.message.en).toContain(found);
      expect(outcome.refused[0]?.message.en).toContain(expected);
      const accounts = await workspace.published<{ input_file: string }>("row_account");
      expect(accounts.find(({ input_file }) => input_file === name)).toMatchObject({
        status: "refused",
        reason_code: code,
        records_in: 0,
      });
    });
  }

  test("a link, whatever it points to, is refused and not followed", async () => {
    workspace = await Workspace.create();
    await symlink(workspace.raw("loop.csv"), workspace.raw("loop.csv"));
    expect(await run()).toMatchObject({ exitStatus: 1, refused: [{ file: "loop.csv", code: "FILE.UNREADABLE" }] });
  });
});

describe("a run that is refused leaves the earlier folder as it was", () => {
  async function publishedThenBroken(breakIt: () => Promise<unknown>): Promise<[unknown, unknown, unknown]> {
    workspace = await Workspace.create();
    const { folder } = await run();
    const before = await bytesOf(folder);
    await breakIt();
    const error = await run().then(
      () => null,
      (reason: unknown) => reason,
    );
    return [error, before, await bytesOf(folder)];
  }

  test("no usable file", async () => {
    const [error, before, after] = await publishedThenBroken(() =>
      writeFile(workspace.raw("published_figures_2022.csv"), ""),
    );
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

  test("a folder left between the two renames of a killed run is brought back", async () => {
    workspace = await Workspace.create();
    const { folder } = await run();
    const { rename } = await import("node:fs/promises");
    await rename(folder, `${folder}.old`);
    await mkdir(workspace.path("published", workspace.id, ".2022-09-01.partial"));
    await run();
    expect((await readdir(workspace.path("published", workspace.id))).sort()).toEqual(["2022-09-01"]);
  });
});

test("private files can be read by their owner alone", async () => {
  workspace = await Workspace.create();
  await run();
  expect((await stat(workspace.path("private", workspace.id))).mode & 0o777).toBe(0o700);
});
