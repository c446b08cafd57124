import { expect, test } from "vitest";
import { sitemapsOf } from "../scripts/build/sitemap.ts";

const days = new Map([["bao-cao", "2022-04-26"]]);
const root = "https://a.vn/tien-do/";

test("a page of a report has the day of its numbers, or of its release, the front page has none", () => {
  expect(sitemapsOf(["", "en/bao-cao/don-vi/", "bao-cao/ky/2022-04-19/du-lieu/"], days, root)).toEqual([
    [
      "sitemap.xml",
      `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.vn/tien-do/</loc></url>
<url><loc>https://a.vn/tien-do/en/bao-cao/don-vi/</loc><lastmod>2022-04-26</lastmod></url>
<url><loc>https://a.vn/tien-do/bao-cao/ky/2022-04-19/du-lieu/</loc><lastmod>2022-04-19</lastmod></url>
</urlset>
`,
    ],
  ]);
});

test("more pages than a sitemap may hold go into several, which one names, and none is lost", () => {
  const files = sitemapsOf(["a/", "b/", "c/"], days, root, 2);
  expect(files.map(([name]) => name)).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
  const locs = files.map(([, text]) => [...text.matchAll(/<loc>([^<]+)</g)].map(([, loc]) => loc?.slice(root.length)));
  expect(locs).toEqual([["sitemap-1.xml", "sitemap-2.xml"], ["a/", "b/"], ["c/"]]);
});
