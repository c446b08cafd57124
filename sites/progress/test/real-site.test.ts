import { cpSync, readFileSync, rmSync, statSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../scripts/browser/chromium.ts";
import { filesUnder, sha256Of } from "../scripts/build/files.ts";
import { serveSite } from "../scripts/serve/server.ts";
import { pageKinds, pagesOf, realPublished, runBuild, workFolder } from "./browser/built-site.ts";
import { deadLinks, documentsOf, headingLevels, idsOf } from "./browser/documents.ts";
import { unspelt, walk } from "./browser/keyboard-and-paper.ts";
import { faultsOf, forEachOf, sideways, textIn, type Visit, violationsOf, visit } from "./browser/visit.ts";
import { overweight, weigher } from "./browser/weight.ts";
import { read } from "./browser/xml.ts";

const folder = workFolder();
const out = join(folder, "dist");
const published = join(folder, "published");
const site = "https://example.gov.vn";
const options = ["--published", published, "--out", out, "--base", "/", "--site", site, "--share-images"];
const kinds = pageKinds("vietnam-2022", "70-binh-phuoc", "xac-minh-mui-sai");
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  // A copy, since the figures may be aggregated again while the tests run.
  cpSync(realPublished(), join(published, "vietnam-2022"), { recursive: true });
  const run = runBuild(...options);
  if (run.status !== 0) throw new Error(run.stderr);
  ({ server, address } = await serveSite({ out, base: "/", port: 4500 }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const conference = "#hoi-nghi-26-4-2022";
const steps = `${conference} .five-steps`;
const claim = `${conference} .event-claim`;
// Each phrase is looked for in the one place where it belongs, so that another mention elsewhere does not hide its loss.
const said: [path: string, place: string, phrases: string[]][] = [
  [
    "vietnam-2022/",
    `${conference} .event-head`,
    [
      "Hà Nội, ngày 26 tháng 4 năm 2022",
      "Hội nghị trực tuyến toàn quốc về làm sạch dữ liệu tiêm chủng và Đề án 06",
      "công khai kết quả trên cổng thông tin điện tử",
    ],
  ],
  [
    "vietnam-2022/",
    `${conference} .event-figures`,
    [
      "8/11 dịch vụ công",
      "187/224 nhóm dịch vụ công",
      "17,8 triệu bản ghi",
      "trên 7,6 triệu mũi",
      "8 cơ sở dữ liệu/hệ thống thông tin",
      "đã thực hiện Thẻ căn cước công dân thay thẻ bảo hiểm y tế",
    ],
  ],
  ["vietnam-2022/sua-doi/", ".page-head", ["Đây là kỳ công bố đầu tiên, chưa có kỳ nào để so sánh."]],
  [
    "vietnam-2022/",
    claim,
    [
      "Tỉnh Bình Phước gần 240.000/424.000 người",
      "Nguồn nêu 50%. Tính lại 56,6% (55,4–56,7% nếu kể cả cách nêu số).",
      "Hai tỷ lệ không khớp: có thể do bỏ phần lẻ dưới hàng chục",
    ],
  ],
  [
    "vietnam-2022/",
    `${conference} #mui-3-cham`,
    ["Một số địa phương tiêm mũi 3 và mũi nhắc lại còn chậm trong khi vắc xin vẫn còn."],
  ],
  [
    "vietnam-2022/",
    steps,
    [
      "Lập danh sách Trạm Y tế xã",
      "Rà soát Tổ công tác Đề án 06 cấp thôn",
      "Đối chiếu Công an xã",
      "Bàn giao Công an xã",
      "Cập nhật Trạm Y tế",
    ],
  ],
  ["en/vietnam-2022/", `${conference} .event-head`, ["Hanoi, 26 April 2022"]],
  [
    "en/vietnam-2022/",
    `${conference} .event-figures`,
    ["8/11 public services", "17.8 million records", "over 7.6 million doses", "done Citizen card"],
  ],
  [
    "en/vietnam-2022/",
    claim,
    [
      "nearly 240,000/424,000 people",
      "As reported 50%. As computed 56.6% (55.4–56.7% with the qualifiers).",
      "The two percentages disagree: perhaps cut down to whole tens",
    ],
  ],
  ["en/vietnam-2022/", `${conference} #mui-3-cham`, ["Some localities are slow with dose 3"]],
  [
    "vietnam-2022/chat-luong/",
    ".sums",
    ["51.493.286", "19.039.997", "2.579.540", "Tổng các phần = 73.112.823", "Tổng các phần = 76.625.823"],
  ],
  ["vietnam-2022/chat-luong/", ".row-sum", ["36 dòng nhận = 36 đã nhận + 0 cách ly"]],
  ["vietnam-2022/don-vi/", "main", ["Tỉnh Hà Giang chưa có số liệu", "Tỉnh Bình Phước 1 con số"]],
  ["vietnam-2022/chi-so/xac-minh-doi-tuong-dung/", "main", ["tháng 3 năm 2022", "51.493.286/73.112.823"]],
  ["vietnam-2022/chi-so/xac-minh-mui-sai/", "main", ["trên 28 triệu", "43.491.814"]],
  ["en/vietnam-2022/chi-so/", "main", ["Project 06", "Vaccination", "Verification", "Cleaning", "Vaccine passports"]],
];

// Several places of a page are read in one visit.
const visits = new Map<string, Promise<Visit>>();
const opened = (path: string, javaScriptEnabled: boolean) => {
  const key = `${path} ${javaScriptEnabled}`;
  const known = visits.get(key) ?? visit(browser, `${address}${path}`, { javaScriptEnabled });
  visits.set(key, known);
  return known;
};

test.for(said)("%s says at %s what it must, with scripts on and off", async ([path, place, phrases]) => {
  const [on, off] = await forEachOf([true, false], async (scripts) => textIn(await opened(path, scripts), place));
  for (const phrase of phrases) expect(off).toContain(phrase);
  expect(off).toBe(on);
});

test("the sums of 31 March 2022 close; that of 30 March misses by one dose and says so without alarm", async () => {
  const { page } = await visit(browser, `${address}vietnam-2022/chat-luong/`);
  const flags = await page.locator(".sum", { hasText: "tháng 3 năm 2022" }).locator(".flag").allInnerTexts();
  expect(flags).toEqual(["Khớp", "Khớp", "Lệch 1 so với số nguồn nêu"]);
  const off = page.locator(".sum", { hasText: "30 tháng 3 năm 2022" });
  expect(await off.innerText()).toMatch(/Chênh lệch\s+−1.*Báo cáo giữ nguyên số của nguồn/su);
  expect(await off.locator(".flag-alert").count()).toBe(0);
  await page.context().close();
});

test.for([
  "vietnam-2022/",
  "vietnam-2022/chi-so/lam-sach-doi-tuong/",
  "vietnam-2022/don-vi/70-binh-phuoc/",
  "en/vietnam-2022/chat-luong/",
])("%s is walked with the keyboard: skip link first, every stop in order and visible", async (path) => {
  const { page } = await visit(browser, `${address}${path}`);
  const { expected, found } = await walk(page);
  expect(found).toEqual(expected);
  await page.context().close();
});

test("the skip link leads to the content, and a closed part opens and closes with Enter", async () => {
  const { page } = await visit(browser, `${address}vietnam-2022/`);
  await page.keyboard.press("Tab");
  expect(await page.locator(".skip").evaluate((link) => link.getBoundingClientRect().top >= 0)).toBe(true);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("noi-dung");
  const details = page.locator("details").first();
  await details.locator("summary").focus();
  for (const open of [true, false]) {
    await page.keyboard.press("Enter");
    expect(await details.evaluate((element: HTMLDetailsElement) => element.open)).toBe(open);
  }
  await page.context().close();
});

test.for(["", "don-vi/70-binh-phuoc/", "chi-so/xac-minh-mui-sai/", "chat-luong/", "du-lieu/"])(
  "vietnam-2022/%s prints on A4 with its header, no navigation, and links spelt out",
  async (part) => {
    // The width of A4 less its margins.
    const { page } = await visit(browser, `${address}vietnam-2022/${part}`, { viewport: { width: 673, height: 900 } });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".site-header .brand").isVisible()).toBe(true);
    for (const hidden of [".report-nav", ".breadcrumb", ".language", ".skip", ".footer-print"]) {
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    }
    expect(await unspelt(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
    expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1")).toMatch(/MediaBox \[0 0 59[45]\S* 84[12]/);
    await page.context().close();
  },
);

test("axe finds nothing on any kind of page, in both languages and colour schemes", async () => {
  const addresses = [...kinds, "404.html"].map((kind) => `${address}${kind}`);
  expect(await violationsOf(browser, addresses)).toEqual([]);
});

test("no page asks another origin for anything or breaks the policy, and none scrolls sideways at 320 px", async () => {
  const pages = pagesOf(out).filter((path) => kinds.includes(path) || !/^en\/|\/ky\/.*\/(don-vi|chi-so)\//.test(path));
  const addresses = pages.map((path) => `${address}${path}`);
  expect(await faultsOf(browser, addresses, sideways, { viewport: { width: 320, height: 640 } })).toEqual([]);
});

test("the address that a citation names is there", async () => {
  const { page } = await visit(browser, `${address}vietnam-2022/du-lieu/`);
  const cited = (await page.locator(".citation").innerText()).match(/https:\/\/example\.gov\.vn\/(\S+)/)?.[1];
  expect(cited).toBe("vietnam-2022/ky/2022-09-01/du-lieu/");
  expect((await fetch(`${address}${cited}`)).status).toBe(200);
  await page.context().close();
});

test("every link and anchor within the site leads somewhere", () => {
  expect(deadLinks(out, "/")).toEqual([]);
});

test("the sitemap names every page by its full address, those for frames aside, and the feed too has full addresses", async () => {
  const { page } = await visit(browser, address);
  const [map, feed] = await forEachOf(["sitemap.xml", "vietnam-2022/cap-nhat.xml"], (file) =>
    page.evaluate(read, readFileSync(join(out, file), "utf8")),
  );
  await page.context().close();
  const pages = pagesOf(out).filter((path) => !path.includes("/embed/"));
  expect([map?.fault, feed?.fault]).toEqual([null, null]);
  expect(map?.locs).toEqual(pages.map((path) => `https://example.gov.vn/${path}`));
  expect(new Set(map?.lastmods)).toEqual(new Set(["2022-09-01"]));
  // The front pages and the maps of both languages have no day of their own.
  expect(map?.lastmods).toHaveLength(pages.length - 4);
  for (const href of feed?.links ?? [""]) expect(href).toMatch(/^https:\/\/example\.gov\.vn\/vietnam-2022\//);
  expect(readFileSync(join(out, "robots.txt"), "utf8")).toContain("\nSitemap: https://example.gov.vn/sitemap.xml\n");
});

test("every page has its language, one main heading, no jump between headings, no id twice, no inline script or style", () => {
  for (const { address: path, html, document } of documentsOf(out)) {
    const levels = headingLevels(document);
    const ids = idsOf(document);
    expect(document.documentElement.lang, path).toBe(path.startsWith("en/") ? "en" : "vi");
    expect(
      levels.filter((level) => level === 1),
      path,
    ).toHaveLength(1);
    expect(
      levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1),
      path,
    ).toEqual([]);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([]);
    expect(html, path).not.toMatch(/<script(?! type="module" src="[^"]+"><\/script>)|<style|\sstyle=|\son[a-z]+=/);
  }
});

test("a page weighs at most 20 KB compressed with its styles, method and data pages aside", () => {
  const weight = (file: string) => gzipSync(readFileSync(join(out, file))).length;
  const heavy = documentsOf(out)
    .filter(({ address: path }) => !/phuong-phap|du-lieu/.test(path))
    .map(({ address: path, html, document }) => {
      const styles = [...document.querySelectorAll('link[rel="stylesheet"]')].map(
        (link) => link.getAttribute("href") ?? "",
      );
      return `${path} ${gzipSync(html).length + styles.reduce((sum, href) => sum + weight(href), 0)}`;
    })
    .filter((line) => Number(line.split(" ")[1]) > 20_000);
  expect(heavy).toEqual([]);
});

test("a shared link has a picture of 1200 × 630: a province its own, other pages their report's, each in its language", () => {
  const content = (document: Document, name: string) =>
    document.querySelector(`meta[property="og:${name}"]`)?.getAttribute("content") ?? "";
  const named = new Map(
    documentsOf(out)
      .filter(({ address: path }) => /vietnam-2022/.test(path) && !path.includes("/embed/"))
      .map(({ address: path, document }) => {
        const size = ["image:width", "image:height", "image:type"].map((name) => content(document, name));
        expect(size, path).toEqual(["1200", "630", "image/png"]);
        return [path, { image: content(document, "image"), alt: content(document, "image:alt") }] as const;
      }),
  );
  const own = `${site}/vietnam-2022/chia-se/70-binh-phuoc.png`;
  expect(named.get("vietnam-2022/don-vi/70-binh-phuoc/")?.image).toBe(own);
  expect(named.get("vietnam-2022/don-vi/70-binh-phuoc/")?.alt).toBe(
    "Tỉnh Bình Phước; Đối tượng đã làm sạch: gần 240.000/424.000 người",
  );
  expect(named.get("en/vietnam-2022/")?.image).toBe(`${site}/en/vietnam-2022/chia-se/bao-cao.png`);
  expect(named.get("vietnam-2022/du-lieu/")?.alt).toBe(named.get("vietnam-2022/chat-luong/")?.alt);
  const images = new Set([...named.values()].map(({ image }) => image.replace(`${site}/`, "")));
  expect(filesUnder(out).filter((file) => file.endsWith(".png"))).toEqual([...images].sort());
  for (const image of images) {
    const head = readFileSync(join(out, image)).subarray(0, 24);
    expect([head.toString("latin1", 1, 4), head.readUInt32BE(16), head.readUInt32BE(20)]).toEqual(["PNG", 1200, 630]);
  }
});

test("a first visit of any page costs at most 90 KB", () => {
  expect(overweight(documentsOf(out).map(weigher(out, "/")))).toEqual([]);
});

test("a page that is not there answers 404 in both languages", async () => {
  const response = await fetch(`${address}khong-co/`);
  expect(response.status).toBe(404);
  const text = await response.text();
  expect(text).toContain("Không tìm thấy trang");
  expect(text).toContain("Page not found");
});

test("files outside the built folder are not served", async () => {
  for (const path of [
    "..%2fdist.manifest.json",
    "%2e%2e/dist.manifest.json",
    "tai-nguyen/..%2f..%2fdist.manifest.json",
  ]) {
    expect((await fetch(`${address}${path}`)).status, path).toBe(404);
  }
});

test("a second build changes nothing, says so, and writes no file", () => {
  const written = () => filesUnder(out).map((file) => `${file} ${statSync(join(out, file)).mtimeMs}`);
  const before = written();
  const run = runBuild(...options);
  expect(run.stdout).toContain("Nothing changed");
  expect(written()).toEqual(before);
});

test("two processes that share the pages draw the same bytes as one", () => {
  const shared = join(folder, "shared");
  const run = runBuild("--published", published, "--out", shared, ...options.slice(4), "--processes", "2");
  expect(run.status, run.stderr).toBe(0);
  const bytes = (root: string) => filesUnder(root).map((file) => `${file} ${sha256Of(join(root, file))}`);
  expect(bytes(shared)).toEqual(bytes(out));
  expect(filesUnder(folder).filter((file) => /aside|part-/.test(file))).toEqual([]);
});
