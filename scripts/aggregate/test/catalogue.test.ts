import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DataPackage } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { profileFaults } from "./standards/data-package-v2.ts";
import { BASE, objectsOf, triplesOf } from "./standards/triples.ts";
import { bytesOf, Workspace } from "./workspace.ts";

let workspace: Workspace;
let folder: string;
let described: DataPackage;

beforeAll(async () => {
  workspace = await Workspace.ran();
  folder = workspace.path("published", workspace.id, "2022-09-01");
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

test("the data package fits the profile of Data Package v2; a slip in any part of it does not", async () => {
  const published = await read("datapackage.json");
  expect(profileFaults(published)).toEqual([]);
  const [first, ...others] = published.resources;
  const withFirst = (change: object) => ({ ...published, resources: [{ ...first, ...change }, ...others] });
  const field = { name: "a", type: "integer", constraints: { required: "yes" } };
  const slips = {
    "/created": { ...published, created: "26/04/2022" },
    "/licenses": { ...published, licenses: [] },
    "/resources": { ...published, resources: [] },
    "/resources/0/path": withFirst({ path: "../person.csv" }),
    "/resources/0/hash": withFirst({ hash: "sha256:xyz" }),
    "/resources/0/bytes": withFirst({ bytes: "12" }),
    "/resources/0/schema/fields/0": withFirst({ schema: { fields: [{ name: "a", type: "text" }] } }),
    "/resources/0/schema/fields/0/constraints/required": withFirst({ schema: { fields: [field] } }),
  };
  for (const [place, slip] of Object.entries(slips))
    expect(
      profileFaults(slip).filter((fault) => fault.startsWith(`${place} `)),
      place,
    ).not.toEqual([]);
});

test("a parser of JSON-LD finds every file of the schema.org dataset, under its own address, by what the file says alone", async () => {
  const triples = await triplesOf(await read("dataset.jsonld"));
  const of = (name: string, subject?: string) => objectsOf(triples, `https://schema.org/${name}`, subject);
  expect(of("distribution", `<${BASE}datapackage.json>`)).toHaveLength(described.resources.length);
  expect(of("contentUrl").sort()).toEqual(described.resources.map(({ path }) => `<${BASE}${path}>`).sort());
  expect(of("sha256").sort()).toEqual(described.resources.map(({ hash }) => `"${hash.replace("sha256:", "")}"`).sort());
  expect(of("name", `<${BASE}datapackage.json>`)).toContain(`"${described.tiendo.report.title.vi}"@vi`);
});

test("a parser of JSON-LD finds a DCAT dataset whose sizes, hashes and day are typed", async () => {
  const triples = await triplesOf(await read("dcat.jsonld"));
  const dcat = (name: string) => objectsOf(triples, `http://www.w3.org/ns/dcat#${name}`);
  expect(objectsOf(triples, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", `<${BASE}datapackage.json>`)).toEqual([
    "<http://www.w3.org/ns/dcat#Dataset>",
  ]);
  const xsd = (value: string | number, type: string) => `"${value}"^^<http://www.w3.org/2001/XMLSchema#${type}>`;
  expect(dcat("downloadURL").sort()).toEqual(described.resources.map(({ path }) => `<${BASE}${path}>`).sort());
  expect(dcat("byteSize").sort()).toEqual(
    described.resources.map(({ bytes }) => xsd(bytes, "nonNegativeInteger")).sort(),
  );
  expect(objectsOf(triples, "http://spdx.org/rdf/terms#checksumValue").sort()).toEqual(
    described.resources.map(({ hash }) => xsd(hash.replace("sha256:", ""), "hexBinary")).sort(),
  );
  expect(objectsOf(triples, "http://purl.org/dc/terms/issued")).toEqual([xsd("2022-09-01", "date")]);
});

test("what a parser does not understand, or would have to fetch, is an error and not left out", async () => {
  const dataset = await read("dcat.jsonld");
  await expect(triplesOf({ ...dataset, "keyword without a term": "x" })).rejects.toThrow();
  await expect(triplesOf({ ...dataset, "@context": "https://schema.org/" })).rejects.toThrow();
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
