import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DataPackage } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesOf, Workspace } from "./workspace.ts";

let workspace: Workspace;
let folder: string;
let described: DataPackage;

beforeAll(async () => {
  workspace = await Workspace.create();
  ({ folder } = await workspace.run());
  described = DataPackage.parse(await read("datapackage.json"));
}, 120_000);
afterAll(() => workspace.remove());

const read = async (name: string) => JSON.parse(await readFile(join(folder, name), "utf8"));

test("schema.org: each file with its hash, and nothing that has to be fetched to be understood", async () => {
  const dataset = await read("dataset.jsonld");
  expect(dataset["@context"]).toEqual({ "@vocab": "https://schema.org/" });
  expect(dataset).toMatchObject({ "@type": "Dataset", identifier: "vietnam-2022/2022-09-01" });
  const bytes = await bytesOf(folder);
  const files = dataset.distribution.map((one: { contentUrl: { "@id": string }; sha256: string }) => [
    one.contentUrl["@id"],
    one.sha256,
  ]);
  expect(files).toEqual(described.resources.map(({ path }) => [path, bytes[path]]));
});

test("DCAT: every term is of a vocabulary that the file names, both languages, each file with bytes and hash", async () => {
  const dataset = await read("dcat.jsonld");
  const prefixes = Object.keys(dataset["@context"]);
  expect(termsOf(dataset).filter((term) => !prefixes.includes(term.split(":")[0] ?? ""))).toEqual([]);
  expect(dataset["dct:title"]).toEqual([
    { "@language": "vi", "@value": described.tiendo.report.title.vi },
    { "@language": "en", "@value": described.tiendo.report.title.en },
  ]);
  const bytes = await bytesOf(folder);
  for (const [at, { path, bytes: size }] of described.resources.entries())
    expect(dataset["dcat:distribution"][at]).toMatchObject({
      "dcat:downloadURL": { "@id": path },
      "dcat:byteSize": { "@value": String(size) },
      "spdx:checksum": { "spdx:checksumValue": { "@value": bytes[path] } },
    });
  expect(dataset["dcat:distribution"]).toHaveLength(described.resources.length);
});

/** Every property and type below a JSON-LD node; keywords and the context are none. */
function termsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(termsOf);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name === "@context") return [];
    if (name === "@type") return [String(value)];
    return [...(name.startsWith("@") ? [] : [name]), ...termsOf(value)];
  });
}
