import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DeliverRefusal, manifestText, parseManifest, type Release, releaseOf } from "../src/index.ts";
import { isSafePath } from "../src/release/safe-path.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deliver-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const page = "<p>Tiến độ làm sạch dữ liệu tiêm chủng</p>\n".repeat(20);

function given(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "dist", path)), { recursive: true });
    writeFileSync(join(folder, "dist", path), text);
  }
}

const release = () => releaseOf(join(folder, "dist"), "2022-04-26", join(folder, "cache"));
const paths = (made: Release) => made.manifest.files.map((file) => file.path);
const bytesOf = (made: Release, path: string) => readFileSync(made.sources.get(path) ?? "");

describe("a release", () => {
  test("lists every file, and packs beside the text files alone, where that makes them smaller", async () => {
    given({ "index.html": page, "a/chu.woff2": page, "nho.csv": "x" });
    expect(paths(await release())).toEqual(["a/chu.woff2", "index.html", "index.html.br", "index.html.gz", "nho.csv"]);
  });

  test("packs so that unpacking gives the page back", async () => {
    given({ "index.html": page });
    const made = await release();
    expect(brotliDecompressSync(bytesOf(made, "index.html.br")).toString()).toBe(page);
    expect(gunzipSync(bytesOf(made, "index.html.gz")).toString()).toBe(page);
  });

  test("is named by its day and its content: same files, same name and bytes; one letter more, another name", async () => {
    given({ "index.html": page, "b.html": page });
    const first = await release();
    expect(first.manifest.name).toMatch(/^2022-04-26-[0-9a-f]{12}$/);
    expect(manifestText((await release()).manifest)).toBe(manifestText(first.manifest));
    given({ "index.html": `${page}.` });
    expect((await release()).manifest.name).not.toBe(first.manifest.name);
  });

  test("keeps what is packed by the hash of its content, once for the same content", async () => {
    given({ "a.html": page, "b.html": page });
    await release();
    expect(
      readdirSync(join(folder, "cache"))
        .map((name) => name.slice(81))
        .sort(),
    ).toEqual([".br", ".gz"]);
  });

  test("forgets what is packed of releases long gone, not of the last few", async () => {
    const cached = () => readdirSync(join(folder, "cache")).length;
    for (const [index, files] of [2, 4, 6, 8, 2].entries()) {
      given({ "index.html": `${page}${index}` });
      await release();
      expect([index, cached()]).toEqual([index, files]);
    }
  });

  test("packs again what the cache holds damaged", async () => {
    given({ "index.html": page });
    const first = await release();
    for (const name of readdirSync(join(folder, "cache"))) writeFileSync(join(folder, "cache", name), "hỏng");
    expect(manifestText((await release()).manifest)).toBe(manifestText(first.manifest));
  });

  test("is refused where nothing was built", async () => {
    mkdirSync(join(folder, "dist"));
    await expect(release()).rejects.toThrow(/npm run build/);
  });

  test("is refused with a link in it, be it to a file or a folder", async () => {
    given({ "index.html": page });
    symlinkSync("/etc", join(folder, "dist", "etc"));
    await expect(release()).rejects.toThrow(DeliverRefusal);
  });

  test("is refused with a file whose name is not safe everywhere", async () => {
    given({ "index.html": page, "bản đồ.html": page });
    await expect(release()).rejects.toThrow(/unsafe path/);
  });

  test("is refused where two names differ in upper and lower case only", async () => {
    given({ "a/index.html": page, "A/index.html": page });
    await expect(release()).rejects.toThrow(/is "A\/index.html" again/);
  });

  test("is refused where a file of the site would be overwritten by a packed one", async () => {
    given({ "index.html": page, "index.html.gz": "x" });
    await expect(release()).rejects.toThrow(/index.html.gz/);
  });
});

describe("a path", () => {
  test.each(["index.html", "a/b-c_d.0.css", "_x/SHA256SUMS"])("%j is safe", (path) => {
    expect(isSafePath(path)).toBe(true);
  });

  test.each(
    [
      ["..", "../x", "a/../x", "/etc/passwd", "a//b", "a/", "", ".", "./a", "C:/x", "a\\b", "..\\x", ".htaccess"],
      ["~/x", "a b", "a\nb", "a\0b", "bản.html", "x.", "-rf", "a:b", "%2e%2e/x", "x".repeat(129), "a/".repeat(300)],
    ].flat(),
  )("%j is not", (path) => {
    expect(isSafePath(path)).toBe(false);
  });
});

describe("a manifest read back", () => {
  let text: string;
  beforeEach(async () => {
    given({ "index.html": page });
    text = manifestText((await release()).manifest);
  });

  test("is the one that was written", () => {
    expect(manifestText(parseManifest(text, "manifest.json"))).toBe(text);
  });

  test.each([
    [
      "names a path outside the release",
      (from: string) => from.replace('"index.html"', '"../index.html"'),
      /unsafe path/,
    ],
    [
      "has another hash than its name says",
      (from: string) => from.replace(/[0-9a-f]{64}/, "0".repeat(64)),
      /altered or damaged/,
    ],
    ["is cut short", (from: string) => from.slice(0, 40), /altered or damaged/],
  ])("is refused where it %s", (_, change, message) => {
    expect(() => parseManifest(change(text), "releases/x/manifest.json")).toThrow(message);
  });
});
