import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { PublishedFolder } from "../src/input/published-folders.ts";
import { type Release, releaseOf } from "../src/release/release.ts";

/** Folders of one test: a built site, a target, published data. Gone after it. */
export interface Given {
  readonly folder: string;
  readonly target: string;
}

/** Fresh folders for each test. */
export function givenFolders(): Given {
  const given = { folder: "", target: "" };
  beforeEach(() => {
    given.folder = mkdtempSync(join(tmpdir(), "deliver-"));
    given.target = join(given.folder, "target");
    mkdirSync(given.target);
  });
  afterEach(() => rmSync(given.folder, { recursive: true, force: true }));
  return given;
}

/** A page that is worth packing and names its release. */
export function page(text: string, style = "Page.aaaaaaaa.css"): string {
  const line = `<p>${text}: tiến độ làm sạch dữ liệu tiêm chủng</p>\n`.repeat(20);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8" /><link rel="stylesheet" href="/tien-do/tai-nguyen/${style}"></head><body>${line}</body></html>\n`;
}

/** A small site with a style that is named by its content, and so many pages. */
export function siteFiles(text: string, { style = "Page.aaaaaaaa.css", pages = 5 } = {}): Record<string, string> {
  const others = Array.from({ length: pages }, (_, index) => [
    `trang-${index}/index.html`,
    page(`Trang ${index}`, style),
  ]);
  return {
    "index.html": page(text, style),
    "404.html": page("Không có trang này", style),
    "favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    [`tai-nguyen/${style}`]: `/* ${style} */ body { margin: 0 }\n`.repeat(20),
    ...Object.fromEntries(others),
  };
}

/** A release of these files. */
export function releaseFrom(folder: string, files: Record<string, string>, settings?: string): Promise<Release> {
  const dist = join(folder, `dist-${createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 8)}`);
  writeAll(dist, files);
  return releaseOf(dist, "2022-04-26", join(folder, "cache"), settings);
}

/** Writes files, by path. */
export function writeAll(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The published folder `<place>/mau/2022-04-26` of one small table, as `publish` leaves it; unsigned. */
export function publishedFolder(folder: string, table: string, place = "published"): PublishedFolder {
  const path = join(folder, place, "mau", "2022-04-26");
  const files = { "coverage.csv": table, "datapackage.json": JSON.stringify(describing("coverage.csv", table)) };
  const lines = Object.entries(files).map(([name, content]) => `${sha256(content)}  ${name}\n`);
  writeAll(path, { ...files, SHA256SUMS: lines.join("") });
  return { report: "mau", asOf: "2022-04-26", folder: path, signed: false };
}

const sha256 = (content: string) => createHash("sha256").update(content).digest("hex");
const text = { vi: "Bảng", en: "Table" };

function describing(path: string, content: string) {
  const resource = {
    ...{ name: "coverage", path, title: "Bảng", description: "", format: "csv", mediatype: "text/csv" },
    ...{ bytes: Buffer.byteLength(content), hash: `sha256:${sha256(content)}` },
    schema: { fields: [], primaryKey: [], missingValues: [""] },
    ...{ "tiendo:table": "coverage", "tiendo:rows": 1, "tiendo:title": text, "tiendo:description": text },
  };
  const report = {
    ...{ id: "mau", title: text, description: text, root_unit: "70", edition: "2022" },
    publisher: { name: text, url: null, contact: null },
    ...{ as_of: "2022-04-26", first_as_of: "2022-04-26", releases: [], deadlines: [], suppress_below: 10 },
    ...{ min_denominator: 20, languages: ["vi"], synthetic: true, sample: null, events: [], links: [] },
    licence: { id: "CC-BY-4.0", title: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  };
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    ...{ name: "mau", id: "mau/2022-04-26", title: "Mẫu", description: "", version: "2022-04-26" },
    ...{ created: "2022-04-26T00:00:00Z", licenses: [], contributors: [], resources: [resource] },
    tiendo: { as_of: "2022-04-26", report, inputs: [], reference: [], rules: [], models: [], duckdb: "v1" },
  };
}
