import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { extname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesUnder, sha256Of } from "../scripts/build/files.ts";
import { repositoryRoot } from "../scripts/build/options.ts";
import { type BuildRun, pagesOf, runBuild, workFolder } from "./browser/built-site.ts";
import { canaries, fileOfPerson, writeCanaries } from "./fixture/canaries.ts";

// A report of people who are canaries, aggregated and built by the commands that a maintainer runs.
const id = "canh-gac";
const folder = workFolder();
const data = join(folder, "data");
const out = join(folder, "dist");
const published = join(data, "published");
// Compressed: the aggregation's own tests hold them cell by cell against the CSV and JSON beside them.
const packed = new Set([".parquet", ".xlsx"]);
let aggregated: BuildRun;
let built: BuildRun;

beforeAll(() => {
  writeCanaries(data, id);
  aggregated = aggregate();
  built = runBuild("--published", published, "--out", out, "--base", "/");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aggregate(): BuildRun {
  const args = ["scripts/aggregate/src/cli.ts", "aggregate", id, "--data", data];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: repositoryRoot, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** Text as it is searched: without accents and in small letters. */
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** What is looked for: every canary, the word that all of them share, and numbers that were hashed on the way. */
const soughtWords: Readonly<Record<string, string>> = {
  ...canaries,
  any: "canary",
  fileName: plain(fileOfPerson),
  sha256: createHash("sha256").update(canaries.number).digest("hex"),
  md5: createHash("md5").update(canaries.number).digest("hex"),
};

function foundIn(text: string): string[] {
  const searched = plain(text);
  return Object.keys(soughtWords).filter((key) => searched.includes(plain(soughtWords[key] ?? "")));
}

const textsBelow = (root: string) => filesUnder(root).filter((file) => !packed.has(extname(file)));

test("the report is aggregated with its people, and the site has its pages", () => {
  expect([aggregated.status, built.status, built.stderr]).toEqual([1, 0, ""]);
  expect(aggregated.stdout).toContain("people.csv: person_record 67");
  expect(readFileSync(join(out, id, "index.html"), "utf8")).toContain("đối tượng");
  expect(pagesOf(out)).toContain(`${id}/chat-luong/`);
});

test("no canary is in any file of the site, nor in its name", () => {
  const leaks = textsBelow(out)
    .map((file) => [file, ...foundIn(`${file}\n${readFileSync(join(out, file), "utf8")}`)])
    .filter(([, ...found]) => found.length > 0);
  expect(leaks).toEqual([]);
});

test("its compressed tables are those of the published folder", () => {
  const tables = filesUnder(out).filter((file) => packed.has(extname(file)));
  const hashes = new Set(filesUnder(published).map((file) => sha256Of(join(published, file))));
  expect(tables.length).toBeGreaterThan(30);
  expect(tables.filter((file) => !hashes.has(sha256Of(join(out, file))))).toEqual([]);
});

test("neither command says one, but for the name of a file that somebody has to find", () => {
  const said = [aggregated, built].flatMap(({ stdout, stderr }) => [stdout, stderr]).join("\n");
  expect(said).toContain(fileOfPerson);
  expect(foundIn(said.replaceAll(fileOfPerson, ""))).toEqual([]);
});

test("the same search finds every canary where people may be kept", () => {
  const raw = join(data, "private", id, "raw");
  const texts = filesUnder(raw).map((file) => `${file}\n${readFileSync(join(raw, file), "utf8")}`);
  const missed = Object.keys(soughtWords).filter((key) => !foundIn(texts.join("\n")).includes(key));
  expect(missed).toEqual(["sha256", "md5"]);
});
