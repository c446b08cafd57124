import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { filesUnder } from "../scripts/build/files.ts";
import { mergePart } from "../scripts/build/parts.ts";
import { ownPart } from "../src/data/part.ts";

const folder = mkdtempSync(join(tmpdir(), "tiendo-parts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = Array.from({ length: 11 }, (_, at) => at);

test("each page is drawn by one process, whatever their number", () => {
  for (const all of [1, 2, 3, 16]) {
    const drawn = Array.from({ length: all }, (_, at) => ownPart(pages, `${at + 1}/${all}`)).flat();
    expect(drawn.sort((a, b) => a - b)).toEqual(pages);
  }
  expect(ownPart(pages, "")).toEqual(pages);
});

test("a part that is none is refused, since its pages would be missing", () => {
  for (const part of ["3/2", "0/2", "half"]) expect(() => ownPart(pages, part)).toThrow(`TIENDO_PART is ${part}`);
});

function written(name: string, files: Record<string, string>): string {
  const root = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

test("what two processes have drawn is put together, what both have drawn once", () => {
  const whole = written("whole", { "a/index.html": "a", "site.css": "x" });
  mergePart(written("part", { "b/index.html": "b", "site.css": "x" }), whole);
  expect(filesUnder(whole).sort()).toEqual(["a/index.html", "b/index.html", "site.css"]);
  expect(readFileSync(join(whole, "b/index.html"), "utf8")).toBe("b");
});

test("a page that two processes draw differently stops the build", () => {
  const whole = written("one", { "a/index.html": "a" });
  expect(() => mergePart(written("other", { "a/index.html": "b" }), whole)).toThrow("a/index.html was drawn twice");
});
