import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { newKey, sha256 } from "../src/index.ts";

/** One pair of keys for a whole test file. */
export const key = newKey();

const text = { vi: "Bảng", en: "Table" };

function described(files: Record<string, string>, publicKey: string | undefined) {
  const resources = Object.entries(files).map(([path, content]) => ({
    ...{ name: path.replace(".csv", ""), path, title: "Bảng", description: "", format: "csv", mediatype: "text/csv" },
    ...{ bytes: Buffer.byteLength(content), hash: `sha256:${sha256(Buffer.from(content))}` },
    schema: { fields: [], primaryKey: [], missingValues: [""] },
    ...{ "tiendo:table": path, "tiendo:rows": 1, "tiendo:title": text, "tiendo:description": text },
  }));
  const report = {
    ...{ id: "mau", title: text, description: text, root_unit: "70", edition: "2022" },
    publisher: { name: text, url: null, contact: null },
    ...(publicKey === undefined ? {} : { public_key: publicKey }),
    ...{ as_of: "2022-04-26", first_as_of: "2022-04-26", releases: [], deadlines: [], suppress_below: 10 },
    ...{ min_denominator: 20, languages: ["vi"], synthetic: true, sample: null, events: [], links: [] },
    licence: { id: "CC-BY-4.0", title: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  };
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    ...{ name: "mau", id: "mau/2022-04-26", title: "Mẫu", description: "", version: "2022-04-26" },
    ...{ created: "2022-04-26T00:00:00Z", licenses: [], contributors: [], resources },
    tiendo: { as_of: "2022-04-26", report, inputs: [], reference: [], rules: [], models: [], duckdb: "v1" },
  };
}

/** A published folder of two small tables, as `publish` leaves it; unsigned, and gone after the test that asked. */
export async function publishedFolder(publicKey?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tiendo-release-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const tables = { "coverage.csv": "unit_code,people\n70,424000\n", "unit.csv": "unit_code,name\n70,Bình Phước\n" };
  const files = { ...tables, "datapackage.json": JSON.stringify(described(tables, publicKey)) };
  const lines = Object.entries(files).map(([name, content]) => `${sha256(Buffer.from(content))}  ${name}\n`);
  for (const [name, content] of Object.entries({ ...files, SHA256SUMS: lines.join("") }))
    await writeFile(join(folder, name), content);
  return folder;
}
