import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import yazl from "yazl";
import { verifyZip } from "../src/zip/verify-zip.ts";
import { writeZip } from "../src/zip/write-zip.ts";
import { givenFolders, releaseFrom, siteFiles } from "./site.ts";

const given = givenFolders();
const at = (name: string) => join(given.folder, name);
const release = (text: string) => releaseFrom(given.folder, siteFiles(text, { pages: 1 }));

async function zipOf(files: Record<string, string>, mode = 0o100644): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path, { mode, compress: false });
  zip.end();
  writeFileSync(at("khac.zip"), await buffer(zip.outputStream));
  return at("khac.zip");
}

describe("a zip", () => {
  test("holds every file of the release as it is, and the same release gives the same bytes", async () => {
    const made = await release("Một");
    expect(await writeZip(made, at("a.zip"))).toEqual({ files: made.manifest.files.length, findings: [] });
    await writeZip(made, at("b.zip"));
    expect(readFileSync(at("a.zip")).equals(readFileSync(at("b.zip")))).toBe(true);
  });

  test("of another release is told from it, file by file", async () => {
    await writeZip(await release("Một"), at("a.zip"));
    const { findings } = await verifyZip(at("a.zip"), (await release("Hai")).manifest);
    expect(findings.map(({ where, en }) => `${where} ${en}`)).toEqual([
      "index.html its content was changed",
      "index.html.br its content was changed",
      "index.html.gz its content was changed",
    ]);
  });

  test("that lacks a file or has one more is told", async () => {
    const { findings } = await verifyZip(await zipOf({ "x.html": "x" }), (await release("Một")).manifest);
    expect(findings.map(({ where, en }) => `${where} ${en}`)).toContain("x.html was not delivered by us");
    expect(findings.map(({ where, en }) => `${where} ${en}`)).toContain("index.html is missing");
  });

  test.each(["../x.html", "/etc/x", "a\\..\\x", "C:/x"])("with %j in it is refused", async (name) => {
    const file = await zipOf({ [name.replace(/[^a-z]/g, "x").padEnd(name.length, "x")]: "x" });
    const bytes = readFileSync(file).toString("latin1");
    const plain = name.replace(/[^a-z]/g, "x").padEnd(name.length, "x");
    writeFileSync(file, Buffer.from(bytes.replaceAll(plain, name), "latin1"));
    await expect(verifyZip(file, (await release("Một")).manifest)).rejects.toThrow(/khac.zip/);
  });

  test("with a link in it is refused", async () => {
    const file = await zipOf({ "index.html": "/etc/passwd" }, 0o120777);
    await expect(verifyZip(file, (await release("Một")).manifest)).rejects.toThrow(/could write outside/);
  });

  test("that is cut short is refused", async () => {
    await writeZip(await release("Một"), at("a.zip"));
    writeFileSync(at("a.zip"), readFileSync(at("a.zip")).subarray(0, 500));
    await expect(verifyZip(at("a.zip"), (await release("Một")).manifest)).rejects.toThrow(/cannot be read as a zip/);
  });
});
