import { readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesUnder } from "../scripts/build/files.ts";
import { serveSite } from "../scripts/serve/server.ts";
import { pageKinds, pagesOf, realPublished, runBuild, workFolder } from "./browser/built-site.ts";
import { launchBrowser } from "./browser/chromium.ts";
import { deadLinks, documentsOf, headingLevels, idsOf } from "./browser/documents.ts";
import { forEachOf, textOf, violationsOf, visit } from "./browser/visit.ts";

const folder = workFolder();
const out = join(folder, "dist");
const kinds = pageKinds("vietnam-2022", "70-binh-phuoc", "xac-minh-mui-sai");
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  const run = runBuild("--published", realPublished(), "--out", out, "--base", "/", "--site", "https://example.gov.vn");
  if (run.status !== 0) throw new Error(run.stderr);
  ({ server, address } = await serveSite({ out, base: "/", port: 4500 }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the conference of 26 April 2022", () => {
  const said: Record<string, string[]> = {
    "vietnam-2022/": [
      "Hà Nội, ngày 26 tháng 4 năm 2022",
      "8/11 dịch vụ công",
      "187/224 nhóm dịch vụ công",
      "17,8 triệu bản ghi",
      "trên 7,6 triệu mũi",
      "8 cơ sở dữ liệu/hệ thống thông tin",
      "đã thực hiện",
      "Thẻ căn cước công dân thay thẻ bảo hiểm y tế",
      "gần 240.000/424.000 người",
      "Nguồn nêu 50%. Tính lại 56,6% (55,4–56,7% nếu kể cả cách nêu số).",
      "Hai tỷ lệ không khớp: có thể do bỏ phần lẻ dưới hàng chục",
      "Một số địa phương tiêm mũi 3 và mũi nhắc lại còn chậm trong khi vắc xin vẫn còn.",
      "Lập danh sách Trạm Y tế xã",
      "Rà soát Tổ công tác Đề án 06 cấp thôn",
      "Đối chiếu Công an xã",
      "Bàn giao Công an xã",
      "Cập nhật Trạm Y tế",
    ],
    "en/vietnam-2022/": [
      "Hanoi, 26 April 2022",
      "8/11 public services",
      "17.8 million records",
      "over 7.6 million doses",
      "nearly 240,000/424,000 people",
      "As reported 50%. As computed 56.6% (55.4–56.7% with the qualifiers).",
      "The two percentages disagree",
    ],
    "vietnam-2022/chat-luong/": [
      "51.493.286",
      "19.039.997",
      "2.579.540",
      "Tổng các phần = 73.112.823",
      "Tổng các phần = 76.625.823",
      "36 dòng nhận = 36 đã nhận + 0 cách ly",
    ],
    "vietnam-2022/don-vi/": ["Tỉnh Hà Giang chưa có số liệu", "Tỉnh Bình Phước 1 con số"],
    "vietnam-2022/chi-so/xac-minh-doi-tuong-dung/": ["tháng 3 năm 2022", "51.493.286/73.112.823"],
    "vietnam-2022/chi-so/xac-minh-mui-sai/": ["trên 28 triệu", "43.491.814"],
  };
  test.for(Object.entries(said))("%s says so with scripts on and off", async ([path, phrases]) => {
    const [on, off] = await forEachOf([true, false], (javaScriptEnabled) =>
      textOf(browser, `${address}${path}`, { javaScriptEnabled }),
    );
    for (const phrase of phrases) expect(off).toContain(phrase);
    expect(off).toBe(on);
  });
});

test("the March 2022 equations close, each with a flag", async () => {
  const { page } = await visit(browser, `${address}vietnam-2022/chat-luong/`);
  const flags = await page.locator(".sum", { hasText: "tháng 3 năm 2022" }).locator(".flag-fine").allInnerTexts();
  expect(flags).toEqual(["Khớp", "Khớp"]);
  await page.context().close();
});

test("axe finds nothing on any kind of page, in both languages and colour schemes", { timeout: 120_000 }, async () => {
  const found = await forEachOf(kinds, (kind) => violationsOf(browser, `${address}${kind}`));
  expect(found.flat()).toEqual([]);
});

test("no page asks another origin for anything or breaks the policy, and none scrolls sideways at 320 px", async () => {
  const pages = pagesOf(out).filter((path) => !path.startsWith("en/") || kinds.includes(path));
  const found = await forEachOf(pages, async (path) => {
    const { page, faults } = await visit(browser, `${address}${path}`, { viewport: { width: 320, height: 640 } });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await page.context().close();
    return [...faults, ...(width > 320 ? [`is ${width} px wide`] : [])].map((fault) => `${path} ${fault}`);
  });
  expect(found.flat()).toEqual([]);
});

test("every link and anchor within the site leads somewhere", () => {
  expect(deadLinks(out, "/")).toEqual([]);
});

test("every page has its language, one main heading, no jump between headings, no id twice, no script or inline style", () => {
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
    expect(html, path).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
  }
});

test("a page weighs at most 20 KB compressed with its styles, method and data pages aside", () => {
  const styles = filesUnder(out).filter((file) => file.endsWith(".css"));
  expect(styles).toHaveLength(1);
  const weight = (file: string) => gzipSync(readFileSync(join(out, file))).length;
  const css = weight(styles[0] ?? "");
  const heavy = filesUnder(out)
    .filter((file) => file.endsWith(".html") && !/phuong-phap|du-lieu/.test(file))
    .map((file) => `${file} ${weight(file) + css}`)
    .filter((line) => Number(line.split(" ")[1]) > 20_000);
  expect(heavy).toEqual([]);
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

test("a second build changes nothing and says so within a second", () => {
  const started = performance.now();
  const run = runBuild("--published", realPublished(), "--out", out, "--base", "/", "--site", "https://example.gov.vn");
  expect(run.stdout).toContain("Nothing changed");
  expect(performance.now() - started).toBeLessThan(3000);
});
