import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { must } from "./corpus/header.ts";
import { person } from "./corpus/people.ts";
import { csv, rowsOf } from "./corpus/table.ts";

const cli = fileURLToPath(new URL("../bin/tiendo.js", import.meta.url));
const data = mkdtempSync(join(tmpdir(), "tiendo-check-"));
symlinkSync(fileURLToPath(new URL("../../../data/reference", import.meta.url)), join(data, "reference"));
afterAll(() => rm(data, { recursive: true, force: true }));

function check(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "check", ...words], { encoding: "utf8" });
  return { status, stdout, stderr };
}

const checkAgain = (...words: string[]) => check("--data", data, "--as-of", "2022-04-26", ...words);

const answers = new Map<string, ReturnType<typeof check>>();

/** What a check of the same words says, asked once: each start of the command takes a second, and says the same again. */
function checkHere(...words: string[]) {
  const asked = words.join("\n");
  const answer = answers.get(asked) ?? checkAgain(...words);
  answers.set(asked, answer);
  return answer;
}

function given(name: string, ...rows: ReturnType<typeof person>[]): string {
  const path = join(data, name);
  writeFileSync(path, rows.length === 0 ? "" : csv(rowsOf(must, rows)));
  return path;
}

const good = given("tot.csv", person(), person());
const bad = given(
  "sai.csv",
  person(),
  person({ full_name: "Lò Thị Kín", id_number: "2851234567" }),
  person({ full_name: "Vàng A Giấu", id_number: "2857654321", commune_code: null }),
);
const empty = given("rong.csv");

interface Answer {
  as_of: string;
  files: Array<{
    file: string;
    status: string;
    records_in: number;
    accepted: number;
    quarantined: number;
    issues: Array<{ code: string; rows: number }>;
  }>;
  issues: string[];
  returned: string[];
}

describe("the exit status", () => {
  test("is 0 where nothing is wrong, and says so", () => {
    expect(checkHere(good)).toMatchObject({ status: 0, stdout: expect.stringContaining("Không có vấn đề nào") });
  });

  test("is 1 where rows have problems, 2 where a file is refused or there is none", () => {
    expect([checkHere(bad).status, checkHere(good, empty).status]).toEqual([1, 2]);
    expect(checkHere(join(data, "khong-co.csv"))).toMatchObject({
      status: 2,
      stdout: expect.stringMatching(/khong-co\.csv.*không có tệp này.*→ Kiểm tra tên tệp/s),
    });
  });

  test("is 2 where the data folder holds no lists, and no fault of the program", () => {
    expect(check(good, "--data", join(data, "khong-co"))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^bị từ chối \| refused: .*reference.*--data/),
    });
  });

  test.each([
    [["check"], "thiếu <file> | wrong use: missing required argument"],
    [["chek"], "không có lệnh “chek” | wrong use: unknown command"],
    [["check", "x", "--lnag", "vi"], "không có tùy chọn --lnag | wrong use: unknown option"],
    [
      ["check", "x", "--memory", "xyz"],
      "không nhận “xyz” | wrong use: option '--memory <size>' argument 'xyz' is invalid",
    ],
  ])("is 2 for %j, said in both languages with where to read on", (words, said) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: "utf8" });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
    expect(stderr).toContain("Cách dùng | Usage: tiendo");
  });

  test("is 2 for wrong use, with what was expected", () => {
    expect(check()).toMatchObject({ status: 2, stderr: expect.stringContaining("file") });
    for (const words of [
      ["--as-of", "26/4/2022"],
      ["--kind", "people"],
      ["--lang", "fr"],
      ["--edition", "1999"],
      ["--colour"],
    ]) {
      const { status, stdout, stderr } = checkHere(good, ...words);
      expect([status, stdout, stderr.length > 0]).toEqual([2, "", true]);
    }
  });
});

describe("what is said", () => {
  test("is Vietnamese, or English with --lang en, with the row as seen in the spreadsheet and how to mend it", () => {
    const vi = checkHere(bad).stdout;
    const en = checkHere(bad, "--lang", "en").stdout;
    expect(vi).toMatch(/3 dòng = 2 nhận \+ 1 cách ly/);
    expect(en).toMatch(/3 rows = 2 accepted \+ 1 quarantined/);
    expect(en).toMatch(/ID\.FORMAT .*2 rows .*class b[\s\S]*line 3: [\s\S]*→ /);
  });

  test("ends with what to do next", () => {
    expect(checkHere(good).stdout).toMatch(/\nCó thể gửi, .*tiendo aggregate\n$/);
    expect(checkHere(bad).stdout).toMatch(/\nSửa xong, kiểm tra lại: tiendo check .*sai\.csv .*sai-tra-lai\.xlsx\n$/);
    expect(checkHere(empty, "--lang", "en").stdout).toMatch(
      /\n {2}→ Send .*\n\nOnce mended, check again: tiendo check .*rong\.csv\n$/s,
    );
    expect(checkHere(good, "--lang", "en").stdout).toMatch(/\nIt can be sent, .*tiendo aggregate\n$/);
  });

  test("names nobody but in the first example's own cell", () => {
    const { stdout, stderr } = checkHere(bad);
    for (const secret of ["Kín", "Giấu", "2857654321"]) expect(stdout + stderr).not.toContain(secret);
  });

  test("is JSON and nothing else with --json, with the same numbers", () => {
    const { status, stdout, stderr } = checkHere(bad, "--json");
    const { as_of, files } = JSON.parse(stdout) as Answer;
    expect([status, stderr, as_of]).toEqual([1, "", "2022-04-26"]);
    expect(files).toMatchObject([
      { file: "sai.csv", status: "partially_accepted", records_in: 3, accepted: 2, quarantined: 1 },
    ]);
    expect(files[0]?.issues.map(({ code, rows }) => [code, rows])).toEqual([
      ["UNIT.MISSING", 1],
      ["ID.FORMAT", 2],
    ]);
  });

  test("is JSON for a refused file too", () => {
    const { status, stdout, stderr } = checkHere(empty, "--json");
    expect([status, stderr, (JSON.parse(stdout) as Answer).files]).toMatchObject([
      2,
      "",
      [{ status: "refused", reason_code: "FILE.EMPTY" }],
    ]);
  });

  test("in the help is every option, the kinds of files and the exit status", () => {
    const { status, stdout } = check("--help");
    const options = [
      "--kind",
      "--as-of",
      "--edition",
      "--lang",
      "--json",
      "--synthetic",
      "--out",
      "--no-workbook",
      "--memory",
      "--data",
    ];
    for (const word of [...options, ".xlsx", ".csv", ".parquet", "Exit status", "tiendo check danh-sach.xlsx"])
      expect(stdout).toContain(word);
    expect(status).toBe(0);
  });
});

describe("what is written", () => {
  const mode = (path: string) => statSync(path).mode & 0o777;

  const written = () => JSON.parse(checkHere(bad, "--json").stdout) as Answer;

  test("lies under data/private/check, in folders for their owner only", () => {
    const { issues, returned } = written();
    const paths = [...issues, ...returned];
    expect(paths).toHaveLength(3);
    for (const path of paths) expect(path.startsWith(join(data, "private", "check"))).toBe(true);
    const folders = [join(data, "private"), join(data, "private", "check"), join(paths[0] ?? "", "..")];
    expect(folders.map(mode)).toEqual([0o700, 0o700, 0o700]);
    expect(returned.map(mode)).toEqual([0o600]);
  });

  test("the list of issues is for its owner only", () => {
    expect(written().issues.map(mode)).toEqual([0o600, 0o600]);
  });

  test("holds every issue, and goes where --out says", () => {
    const out = join(data, "ra");
    checkHere(bad, "--out", out, "--no-workbook");
    expect(readdirSync(out).sort()).toEqual(["issues.csv", "issues.parquet"]);
    expect(readFileSync(join(out, "issues.csv"), "utf8").trim().split("\n")).toHaveLength(1 + 3);
  });

  test("is the same of the same file, and leaves the sent file alone", () => {
    const [first, second] = [checkHere(bad, "--json"), checkAgain(bad, "--json")];
    expect(second.stdout).toBe(first.stdout);
    expect(existsSync(bad)).toBe(true);
  });
});
