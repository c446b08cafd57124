import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { publishedFolders } from "../../src/data/published-folder.ts";
import { filesUnder } from "./files.ts";
import type { BuildOptions } from "./options.ts";

/** Search engines read no more addresses from one sitemap. */
const addressesAtMost = 50_000;
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/**
 * Writes robots.txt and, where the portal's address is known, which sitemaps must name, sitemap.xml: every page but those
 * made for frames of other sites. A page's date is that of its numbers.
 */
export function writeSitemap({ published, base, site }: BuildOptions, out: string): void {
  const robots = ["User-agent: *", "Allow: /"];
  if (site !== undefined) {
    const root = new URL(base, site).href;
    for (const [name, text] of sitemapsOf(pagesIn(out), latestDays(published), root))
      writeFileSync(join(out, name), text);
    robots.push(`Sitemap: ${root}sitemap.xml`);
  }
  writeFileSync(join(out, "robots.txt"), `${robots.join("\n")}\n`);
}

/**
 * The sitemap of pages as files by name; of more pages than one may hold, several and one that names them.
 * @param pages addresses relative to the root, "" for the front page
 * @param days the latest day of each report by its id
 */
export function sitemapsOf(
  pages: readonly string[],
  days: ReadonlyMap<string, string>,
  root: string,
  most = addressesAtMost,
): [name: string, text: string][] {
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, part) =>
    urlset(pages.slice(part * most, (part + 1) * most), days, root),
  );
  if (parts.length <= 1) return [["sitemap.xml", parts[0] ?? urlset([], days, root)]];
  const named = parts.map((text, part): [string, string] => [`sitemap-${part + 1}.xml`, text]);
  const index = named.map(([name]) => `<sitemap><loc>${root}${name}</loc></sitemap>`);
  return [["sitemap.xml", document("sitemapindex", index)], ...named];
}

function urlset(pages: readonly string[], days: ReadonlyMap<string, string>, root: string): string {
  const lines = pages.map((page) => {
    const [report = "", release] = /^(?:en\/)?([^/]+)(?:\/ky\/(\d{4}-\d{2}-\d{2}))?/.exec(page)?.slice(1) ?? [];
    const day = release ?? days.get(report);
    // Addresses of pages hold letters, digits, hyphens and slashes alone.
    return `<url><loc>${root}${page}</loc>${day === undefined ? "" : `<lastmod>${day}</lastmod>`}</url>`;
  });
  return document("urlset", lines);
}

function document(element: string, lines: readonly string[]): string {
  const head = `<?xml version="1.0" encoding="utf-8"?>\n<${element} xmlns="${namespace}">`;
  return `${[head, ...lines, `</${element}>`].join("\n")}\n`;
}

function pagesIn(out: string): string[] {
  return filesUnder(out)
    .filter((file) => /(^|\/)index\.html$/.test(file) && !file.split("/").includes("embed"))
    .map((file) => file.slice(0, -"index.html".length));
}

function latestDays(published: string): Map<string, string> {
  // Latest first, so that the earlier ones must not take its place.
  return new Map(
    publishedFolders(published)
      .toReversed()
      .map(({ report, as_of }) => [report, as_of]),
  );
}
