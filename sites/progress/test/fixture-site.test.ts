import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { publishedTables } from "@tiendo/schema";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../scripts/browser/chromium.ts";
import { filesUnder, sha256Of } from "../scripts/build/files.ts";
import { serveSite } from "../scripts/serve/server.ts";
import { unpackIndex } from "../src/search/packed-index.ts";
import { pageKinds, pagesOf, runBuild, workFolder } from "./browser/built-site.ts";
import { deadLinks, documentsOf, idsOf } from "./browser/documents.ts";
import { publishedNumbers, shownNumbers } from "./browser/numbers.ts";
import { faultsOf, forEachOf, sideways, textOf, violations, violationsOf, visit } from "./browser/visit.ts";
import { overweight, weigher } from "./browser/weight.ts";
import { read } from "./browser/xml.ts";
import { communes } from "./fixture/people.ts";
import { units, writeFixture } from "./fixture/published.ts";
import { hostileNames } from "./fixture/rows.ts";

const folder = workFolder();
const out = join(folder, "dist");
const published = join(folder, "published");
const base = "/tien-do/thu/";
const report = "bao-cao-thu";
const slugOf = (code: string) => units.find(({ unit_code }) => unit_code === code)?.slug ?? "";
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  writeFixture(published, "2022-08-01");
  writeFixture(published);
  const run = runBuild("--published", published, "--out", out, "--base", base);
  if (run.status !== 0) throw new Error(run.stderr);
  ({ server, address } = await serveSite({ out, base, port: 4600 }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.for([
  ["02", hostileNames.markup],
  ["04", hostileNames.rightToLeft],
  ["06", hostileNames.long],
] as const)("the hostile name of unit %s is shown as text", async ([code, name]) => {
  const { page, faults } = await visit(browser, `${address}${report}/don-vi/${slugOf(code)}/`);
  expect(await page.locator("h1").innerText()).toBe(name.replace(/\s+/g, " ").trim());
  expect(await page.title()).toContain(name.trim().slice(0, 20));
  expect(await page.locator("script:not([src])").count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("hidden, not reported, revised, provisional and zero look different", async () => {
  const text = (path: string) => textOf(browser, `${address}${report}/${path}`);
  expect(await text("chi-so/lam-sach-doi-tuong/")).toContain("bị ẩn/400");
  expect(await text("chi-so/lam-sach-doi-tuong/")).toContain("chưa báo cáo");
  expect(await text("chi-so/lam-sach-doi-tuong/")).toContain("1.200/4.000 người sơ bộ đã điều chỉnh");
  expect(await text("chi-so/xac-minh-mui-sai/")).toContain("Việt Nam ngày 26 tháng 4 năm 2022 0 mũi");
  const { page } = await visit(browser, `${address}${report}/chi-so/lam-sach-doi-tuong/`);
  const looks = await forEachOf(["hidden", "not_reported", "number"], (kind) =>
    page
      .locator(`.entry .cell-${kind}`)
      .first()
      .evaluate((cell) => `${getComputedStyle(cell).fontStyle} ${getComputedStyle(cell).backgroundImage}`),
  );
  expect(new Set(looks).size).toBe(3);
  await page.context().close();
});

test("the data-quality page lists refused and held files, issues in both languages, sums that close and one that does not", async () => {
  const text = await textOf(browser, `${address}${report}/chat-luong/`);
  for (const phrase of [
    "20 dòng nhận = 12 đã nhận + 5 cách ly + 1 không phải bản ghi + 1 trùng y hệt + 1 được thay thế + 0 dòng trống",
    "12 đã nhận = 11 giữ lại + 1 gộp vào dòng khác",
    `<img src=x onerror="alert(1)">.csv FILE.EMPTY`,
    "Tệp không có dòng dữ liệu nào",
    "The file holds no rows of data",
    "tam_giu.csv FILE.MATCH_RATE",
    "so_lieu.csv Con số đã công bố · nhận một phần",
    "tam_giu.csv Báo cáo tồn kho vắc xin · tạm giữ",
    "PART.WHOLE cách ly, chờ gửi lại",
    "Số đã làm lớn hơn tổng số",
    "The number done is above the total",
    "ID.MISSING nhận, đưa vào diện phải làm sạch · nhóm a theo CV 2262",
    "Chênh lệch −1",
    "Không khớp",
    "không đủ số để tính",
  ]) {
    expect(text).toContain(phrase);
  }
});

test("the overview says how far the cleaning is, what changed since the last release, and what is hidden", async () => {
  const vi = await textOf(browser, `${address}${report}/`);
  expect(vi).toContain(
    "Đến ngày 01 tháng 9 năm 2022, Việt Nam đã làm sạch 240.000 trong 424.000 đối tượng (56,6%), còn 184.000.",
  );
  expect(vi).toContain("Đã làm sạch 240.000 +100 so với kỳ 1-8-2022");
  // Unit, share, subjects, cleaned, change, rest: the share is seen first on a narrow screen.
  expect(vi).toContain("Tỉnh Bình Phước bị ẩn 30 bị ẩn – bị ẩn");
  expect(vi).toContain("Dữ liệu 424.000 đối tượng phải làm sạch · 6 đơn vị · 11 con số · 7 đơn vị có số liệu");
  expect(await textOf(browser, `${address}en/${report}/`)).toContain(
    "had cleaned 240,000 of 424,000 subjects (56.6%); 184,000 remain.",
  );
});

test("a commune's page says how far it is, what each deadline asks, and why a cell has no number", async () => {
  const { page, faults } = await visit(browser, `${address}${report}/don-vi/${slugOf(communes.told)}/`);
  const text = (await page.locator("body").innerText()).replace(/\s+/g, " ");
  for (const phrase of [
    "đã làm sạch 60 trong 100 đối tượng (60,0%), còn 40; với tốc độ 7 ngày qua sẽ xong vào ngày 21-9-2022.",
    "Đã làm sạch 60 +10 so với kỳ 1-8-2022",
    "Muốn kịp hạn 11-9-2022 phải làm sạch 4,0 người mỗi ngày; 7 ngày qua được 2,0",
    "11-9-2022 (CV 1) 10 4,0 2,0",
    "chưa lập danh sách 30 12 0 18",
    "đã lập danh sách, chờ rà soát 10 bị ẩn 0 18",
    "Cộng: còn phải làm sạch 40",
    "Tiêm ít nhất 1 mũi cơ bản 1.200 đã điều chỉnh 120,0% 1.000 sơ bộ",
    "Tỷ lệ quá 100% không phải do cộng sai: số người ghi cư trú ở đây đông hơn dân số ước tính",
    "0 chưa báo cáo 500 bị ẩn không áp dụng",
    "bị ẩn: có số nhưng che đi",
  ]) {
    expect(text).toContain(phrase);
  }
  expect(await page.locator("svg.plot").count()).toBe(2);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a hidden commune and one without rows say so, neither shows a zero for a number, and each names its district", async () => {
  const hidden = await textOf(browser, `${address}${report}/don-vi/${slugOf(communes.hidden)}/`);
  expect(hidden).toContain("một phần số liệu làm sạch của phường Tân Đồng bị ẩn");
  expect(hidden).toContain("Phải làm sạch bị ẩn");
  const missing = await textOf(browser, `${address}${report}/don-vi/${slugOf(communes.missing)}/`);
  expect(missing).toContain("phường Tân Bình chưa có số liệu. Chưa có số liệu không có nghĩa là bằng 0.");
  for (const text of [hidden, missing]) expect(text).toContain("Thuộc Thành phố Đồng Xoài");
});

test("returns sent again, due, and set against what is computed stand on their pages, what agrees folded", async () => {
  const revised = await textOf(browser, `${address}${report}/dieu-chinh/`);
  expect(revised).toContain("30-8-2022 Số đối tượng đã làm sạch chưa báo cáo 70 55 −15");
  const quality = await textOf(browser, `${address}${report}/chat-luong/`);
  expect(quality).toContain("Thành phố Đồng Xoài 30-8-2022 3 2 1 1 66,7% 33,3%");
  expect(quality).toMatch(/61,50% 60,00% không khớp .* Khớp: 1 số/);
  expect(quality).not.toContain("60 60 khớp");
  expect(quality).toContain("Số đối tượng đã làm sạch 60 20");
});

test("what changed since the release before stands on its page, many numbers by the largest; figures and units say so too", async () => {
  const changed = await textOf(browser, `${address}${report}/sua-doi/`);
  expect(changed).toContain("So với kỳ công bố ngày 01 tháng 8 năm 2022, 13 số về những ngày đã qua nay khác đi");
  expect(changed).toContain("từ phiên bản không ghi sang");
  expect(changed).toContain("11 số, đổi nhiều nhất: Số mũi, Moderna, cơ bản 20-7-2022 100 111 dữ liệu đến sau");
  expect(changed).toContain("Số đối tượng đã làm sạch 4-7-2022 1.070 1.055 sửa số liệu");
  const { document } = documentsOf(out).find((page) => page.address === `${report}/don-vi/${slugOf("70")}/`) ?? {};
  const told = document?.querySelector(".entry .provenance")?.textContent?.replace(/\s+/g, " ");
  for (const part of [
    "Đếm gì",
    "Đơn vị tính: người",
    "dòng 2 · 12 dòng nhận, 5 dòng cách ly",
    "1-8-2022: gần 240.000/424.000 người (chưa đổi",
  ])
    expect(told).toContain(part);
  const province = await textOf(browser, `${address}${report}/don-vi/${slugOf("70")}/`);
  expect(province).toContain("1 số đã đổi");
  expect(province).toContain(
    "Số này đổi thế nào: Tỷ lệ nguồn nêu 50,0% → 56,6% (so với kỳ 1-8-2022; thay đổi quy tắc (không ghi → 0123456789ab))",
  );
});

test("the data page says how to cite and verify what it holds and that nobody has signed it; a table's own page previews it", async () => {
  const { page, faults } = await visit(browser, `${address}${report}/du-lieu/`);
  const text = (await page.locator("body").textContent())?.replace(/\s+/g, " ");
  const sums = readFileSync(join(published, report, "2022-09-01/SHA256SUMS"));
  for (const phrase of [
    createHash("sha256").update(sums).digest("hex"),
    "sha256sum -c SHA256SUMS",
    "npx tiendo verify .",
    "Gói dữ liệu này chưa ký số.",
    "Số liệu tính đến ngày 01 tháng 9 năm 2022.",
  ]) {
    expect(text).toContain(phrase);
  }
  for (const form of ["csv", "parquet", "json", "xlsx"])
    expect(await page.locator(`#bang-figure .downloads a[href$="2022-09-01/figure.${form}"]`).count(), form).toBe(1);
  await page.locator("#bang-figure h3 a").click();
  expect(new URL(page.url()).pathname).toBe(`${base}${report}/du-lieu/figure/`);
  expect(await page.locator("table.preview .cell-hidden").first().textContent()).toBe("bị ẩn");
  expect(await page.locator(".snippets").textContent()).toContain("select * from read_parquet('figure.parquet');");
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the front page leads to the list of units, that to districts, these to their communes, which say how many remain and why", () => {
  const documentAt = (href: string | undefined) =>
    documentsOf(out).find(({ address: path }) => `${base}${path}` === href)?.document;
  const hrefs = (document: Document | undefined) =>
    [...(document?.querySelectorAll("main a") ?? [])].map((link) => link.getAttribute("href") ?? "");
  const [list, district, commune] = ["", `${slugOf("689")}/`, `${slugOf(communes.told)}/`].map(
    (unit) => `${base}${report}/don-vi/${unit}`,
  );
  // The report is of the country; the list of a province's goes down to communes, two clicks from the front page.
  const way = [base, list, district, commune];
  for (const [at, href] of way.slice(1).entries()) expect(hrefs(documentAt(way[at])), href).toContain(href);
  const told = documentAt(commune);
  expect(told?.querySelector(".lede")?.textContent).toMatch(/, còn \d/);
  expect([...(told?.querySelectorAll("h2") ?? [])].map((head) => head.textContent)).toContain("Còn vướng ở khâu nào");
});

test("addresses that were given out before statements and tables had pages of their own still lead to them", () => {
  const documentAt = (path: string) =>
    documentsOf(out).find(({ address }) => address === `${report}/${path}`)?.document;
  const [method, data] = ["phuong-phap/", "du-lieu/"].map(documentAt);
  for (const name of Object.keys(publishedTables)) {
    expect(method?.querySelector(`#bang-published_${name} a`)?.getAttribute("href")).toMatch(/bang-cong-bo\/#bang-/);
    expect(data?.querySelector(`#bang-${name} h3 a`)?.getAttribute("href")).toMatch(/\/du-lieu\/[a-z-]+\/$/);
  }
});

test("the line to embed a unit shows its title, figures, day and the way to its page in another page's frame, and no more", async () => {
  const { page, faults } = await visit(browser, `${address}${report}/nhung/`);
  const code = (await page.locator(`[id="${slugOf("70")}"] code`).textContent()) ?? "";
  await page.route("**/bai-bao", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: `<title>Bài báo</title><h1>Bài báo</h1>${code}` }),
  );
  await page.goto(`${address}bai-bao`);
  expect(await page.locator("iframe").getAttribute("title")).toContain("Tỉnh Bình Phước – Báo cáo thử");
  const frame = page.frameLocator("iframe");
  expect(await frame.locator("h1").innerText()).toBe("Tỉnh Bình Phước");
  const text = (await frame.locator("body").innerText()).replace(/\s+/g, " ");
  for (const phrase of [
    "Phải làm sạch 30",
    "Còn lại bị ẩn",
    "Dữ liệu mô phỏng",
    "Số liệu tính đến ngày 01 tháng 9 năm 2022.",
  ])
    expect(text).toContain(phrase);
  const link = frame.locator("a");
  expect(await link.evaluateAll((links) => links.map((one) => one.outerHTML))).toEqual([
    `<a href="${base}${report}/don-vi/${slugOf("70")}/" target="_blank" rel="noopener">Xem đầy đủ</a>`,
  ]);
  expect(await frame.locator("header, footer, nav, script, details").count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("embed pages are not searched for; every unit above the commune has one, whatever its name", async () => {
  const embeds = documentsOf(out).filter(({ address: path }) => path.startsWith(`${report}/embed/`));
  expect(embeds).toHaveLength(1 + units.filter(({ level }) => level !== "commune").length);
  for (const { address: path, document } of embeds)
    expect(document.querySelector('meta[name="robots"]')?.getAttribute("content"), path).toBe("noindex");
  const { page, faults } = await visit(browser, `${address}${report}/nhung/`);
  const code = await page.locator(`[id="${slugOf("02")}"] code`).textContent();
  expect(code).toContain('title="');
  expect(code).not.toContain("<script>");
  await page.goto(`${address}${report}/embed/${slugOf("02")}/`);
  expect(await page.locator("h1").innerText()).toBe(hostileNames.markup);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the about page says whom to ask, when releases were promised and came, and why one slipped", async () => {
  const text = await textOf(browser, `${address}${report}/gioi-thieu/`);
  for (const phrase of [
    "Không ai dùng.",
    "Điện thoại 000",
    "1-10-2022 – sắp tới",
    "30-8-2022 1-9-2022 lùi ngày: chờ một huyện",
    "1-8-2022 1-8-2022 đúng hẹn",
    "Bộ Y tế",
  ]) {
    expect(text).toContain(phrase);
  }
});

test("a shared link shows the page's title and description, and nobody's image", () => {
  for (const { address: path, document } of documentsOf(out)) {
    if (path.includes("/embed/") || path === "404.html") continue;
    const content = (name: string) => document.querySelector(`meta[property="og:${name}"]`)?.getAttribute("content");
    expect(document.title, path).toContain(content("title"));
    expect(content("description"), path).toBe(
      document.querySelector('meta[name="description"]')?.getAttribute("content"),
    );
    expect(content("image"), path).toBeUndefined();
    expect(document.querySelector('link[rel="icon"]')?.getAttribute("href"), path).toBe(`${base}favicon.svg`);
  }
});

test("from any number on a page its table is one click away, and from there day, SQL, inputs and revisions", () => {
  const numbers = "td.num, .key-number, .sum-term, .chart-figure, .issue-count";
  const toSource = "a[href*='/du-lieu/'], .provenance";
  const pages = documentsOf(out).filter(({ address }) => /don-vi\/.|vac-xin|chat-luong|2022\/$/.test(address));
  const sections = pages.flatMap(({ address, document }) =>
    [...document.querySelectorAll("main section")]
      .filter((section) => section.querySelector(numbers) !== null)
      .map(
        (section) =>
          `${address} ${section.textContent?.trim().slice(0, 40)} ${section.querySelector(toSource) !== null}`,
      ),
  );
  expect(sections.length).toBeGreaterThan(30);
  expect(sections.filter((section) => !section.endsWith(" true"))).toEqual([]);
  for (const name of Object.keys(publishedTables)) {
    const path = `${report}/du-lieu/${name.replaceAll("_", "-")}/`;
    const told = documentsOf(out).find(({ address }) => address === path)?.document;
    const links = [...(told?.querySelectorAll(".provenance a") ?? [])].map(
      (link) => link.getAttribute("href")?.slice(base.length + report.length + 1) ?? "",
    );
    expect(links.slice(0, 4)).toEqual([
      `phuong-phap/bang-cong-bo/#bang-published_${name}`,
      "du-lieu/#tep-dau-vao",
      "chat-luong/#so-dong",
      "sua-doi/",
    ]);
  }
});

/**
 * Where a number of a unit stands: on its page and frame, in the table and ranking of the unit above, which may be the
 * overview; all but the commune's own page and frames on the permanent pages of the release, too.
 */
function placesOf(unit_code: string): string[] {
  const unit = units.find((one) => one.unit_code === unit_code);
  const parent = unit?.parent_code ?? "";
  const own = `don-vi/${slugOf(unit_code)}/`;
  const above = [`don-vi/${slugOf(parent)}/`, ...(parent === "VN" ? [""] : [])];
  const isCommune = unit?.level === "commune";
  const kept = (isCommune ? above : [own, ...above]).map((path) => `ky/2022-09-01/${path}`);
  return [own, ...above, ...kept, ...(isCommune ? [] : [`embed/${slugOf(unit_code)}/`])];
}

/** Pages of a built site that show a text, as files. */
function pagesShowing(text: string): string[] {
  return documentsOf(out)
    .filter(({ html }) => html.includes(text))
    .map(({ address: path }) => `${path}index.html`);
}

test("the same numbers are the same bytes: a changed number, a changed rank and a changed input change the pages that show them, and the data", () => {
  const other = { published: join(folder, "changed"), out: join(folder, "changed-dist") };
  writeFixture(other.published, "2022-08-01");
  writeFixture(other.published, "2022-09-01", (table, rows) => {
    if (table !== "cleaning_progress") return rows;
    const told = rows.find(({ unit_code }) => unit_code === communes.told);
    const oneMore = (row: Record<string, unknown>) => ({
      ...row,
      cleaned: Number(row.cleaned) + 1,
      remaining: Number(row.remaining) - 1,
      to_list: Number(row.to_list) - 1,
    });
    // A commune without rows has some now, and goes before the one whose numbers stay.
    const late = { ...told, unit_code: communes.missing, to_list: 20, cleaned: 70, remaining: 30, cleaned_pct: 70 };
    return [...rows.map((row) => (row.unit_code === "01" ? oneMore(row) : row)), late];
  });
  const [before, after] = ["so_lieu.csv", "sent again"].map((text) => createHash("sha256").update(text).digest("hex"));
  const described = join(other.published, report, "2022-09-01/datapackage.json");
  writeFileSync(described, readFileSync(described, "utf8").replaceAll(before ?? "", after ?? ""));
  expect(runBuild("--published", other.published, "--out", other.out, "--base", base).status).toBe(0);
  expect(filesUnder(other.out)).toEqual(filesUnder(out));
  const differ = filesUnder(out).filter((file) => sha256Of(join(out, file)) !== sha256Of(join(other.out, file)));
  // Its numbers are those of before; its place among the communes is not.
  const ranked = `don-vi/${slugOf(communes.told)}/`;
  const counted = ["", "du-lieu/", "du-lieu/cleaning-progress/"].flatMap((path) => [path, `ky/2022-09-01/${path}`]);
  const places = [...placesOf("01"), ...placesOf(communes.missing), ranked, ...counted, "ky/"];
  const pages = places.map((path) => `${report}/${path}index.html`);
  const data = ["cleaning_progress.csv", "cleaning_progress.json", "datapackage.json", "SHA256SUMS"];
  // The release before was made from the same input, and keeps it.
  const ofInput = pagesShowing(before ?? "").filter((file) => !file.includes("/ky/2022-08-01/"));
  expect(ofInput).toContain(`en/${report}/chi-so/xac-minh-mui-sai/index.html`);
  const expected = [
    // The front page says of how many units a report tells.
    ...["index.html", ...pages].flatMap((page) => [page, `en/${page}`]),
    ...ofInput,
    ...data.map((file) => `${report}/du-lieu/2022-09-01/${file}`),
  ];
  expect(differ.sort()).toEqual([...new Set(expected)].sort());
  const told = documentsOf(other.out).find(({ address: path }) => path === `${report}/${ranked}`)?.document;
  expect(told?.querySelector("#xep-thu .key-number")?.textContent).toBe("2/2");
});

test("a first visit of any page costs at most 90 KB; a unit's page is read within 20 KB and three requests", () => {
  expect(overweight(documentsOf(out).map(weigher(out, base)))).toEqual([]);
});

test("every number in the tables of a page is one of those published of the unit of its line", () => {
  const of = (day: string) => join(published, report, day);
  const known = publishedNumbers(of("2022-09-01"), of("2022-08-01"));
  const codes = new Map(units.map(({ slug, unit_code }) => [slug, unit_code]));
  const pages = documentsOf(out).filter(({ address }) => /^(en\/)?bao-cao-thu\/don-vi\/./.test(address));
  const shown = pages.flatMap(({ address, document }) =>
    shownNumbers(document, address.startsWith("en/") ? "en" : "vi").map(({ slug, number }) => {
      const unit = codes.get(slug ?? address.split("/").at(-2) ?? "") ?? "";
      return { told: `${address} ${unit} ${number}`, isKnown: known(unit).has(number) };
    }),
  );
  expect(shown.length).toBeGreaterThan(150);
  expect(shown.filter(({ isKnown }) => !isKnown).map(({ told }) => told)).toEqual([]);
});

test("the map counts the figures that the page of each province shows", () => {
  const pages = new Map(documentsOf(out).map(({ address, document }) => [address, document]));
  const tiles = [...(pages.get(`${report}/`)?.querySelectorAll("#ban-do ~ .map a.tile-has") ?? [])];
  expect(tiles.length).toBeGreaterThan(3);
  for (const tile of tiles) {
    const page = pages.get(tile.getAttribute("href")?.slice(base.length) ?? "");
    expect(page?.querySelectorAll(".entry").length, tile.textContent ?? "").toBe(
      Number(tile.querySelector(".tile-count")?.textContent),
    );
  }
});

test("a commune's page has at most two charts, those above it more", () => {
  const charts = (level: string) =>
    units
      .filter((unit) => unit.level === level)
      .map(({ slug }) => documentsOf(out).find(({ address }) => address === `${report}/don-vi/${slug}/`))
      .map((page) => page?.document.querySelectorAll("svg.plot").length ?? Number.NaN);
  expect(Math.max(...charts("commune"))).toBe(2);
  expect(Math.max(...charts("district"))).toBeGreaterThan(2);
});

test("from the overview a commune is one search and one link away, though its name is typed without accents", async () => {
  const { page, faults } = await visit(browser, `${address}${report}/`);
  await page.locator(".report-nav [name=q]").fill("tan dong");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${address}${report}/tim-kiem/?q=tan+dong`);
  const status = page.locator("#ket-qua [role=status]");
  await expect.poll(() => status.innerText()).toBe("2 kết quả cho “tan dong”.");
  // The second is Tân Bình, of the city of Đồng Xoài.
  expect(await page.locator(".results li").first().innerText()).toBe(
    "Phường Tân Đồng Thành phố Đồng Xoài, Tỉnh Bình Phước",
  );
  await page.locator("main button").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${address}${report}/don-vi/${slugOf(communes.hidden)}/`);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("what is typed is found at once and kept in the address; what is not found says so and leads on", async () => {
  const { page, faults } = await visit(browser, `${address}en/${report}/tim-kiem/?q=binh+phuoc`);
  const status = page.locator("#ket-qua [role=status]");
  const first = page.locator(".results li").first();
  await expect.poll(() => first.innerText()).toContain("Binh Phuoc");
  const field = page.locator("main [name=q]");
  expect(await field.inputValue()).toBe("binh phuoc");
  await field.fill("document");
  await expect.poll(() => page.locator(".results a").first().innerText()).toContain("<script>");
  await field.fill("<b>khong</b> co");
  await expect.poll(() => status.innerText()).toContain("No unit or indicator is named “<b>khong</b> co”.");
  expect(await page.locator(".results li").count()).toBe(0);
  expect(page.url()).toBe(`${address}en/${report}/tim-kiem/?q=%3Cb%3Ekhong%3C%2Fb%3E%20co`);
  await page.locator("#ket-qua .more").first().click();
  await page.waitForURL(`${address}en/${report}/don-vi/`);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("without script the search field leads to a page that says so and to the list of all units", async () => {
  const { page, faults } = await visit(browser, address, { javaScriptEnabled: false });
  await page.locator("main [name=q]").fill("tan dong");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${address}${report}/tim-kiem/?q=tan+dong`);
  expect(await page.locator("#ket-qua [role=status]").innerText()).toContain("chỉ chạy khi trình duyệt bật JavaScript");
  await page.locator("#ket-qua .more").first().click();
  await page.waitForURL(`${address}${report}/don-vi/`);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("the index is loaded once somebody is about to search; where it cannot be loaded the search page says so", async () => {
  const { page } = await visit(browser, `${address}${report}/`);
  let asked = 0;
  await page.route("**/danh-muc.json", (route) => {
    asked += 1;
    return route.abort();
  });
  await page.goto(`${address}${report}/tim-kiem/`);
  await expect.poll(() => page.locator("#ket-qua [role=status]").innerText()).toContain("Gõ tên đơn vị");
  expect(asked).toBe(0);
  await page.goto(`${address}${report}/tim-kiem/?q=tan`);
  await expect.poll(() => page.locator("#ket-qua [role=status]").innerText()).toContain("Chưa tải được");
  await page.context().close();
});

test("axe finds nothing among what was found, nothing scrolls sideways", async () => {
  const { page } = await visit(browser, address, { bypassCSP: true, viewport: { width: 320, height: 640 } });
  for (const path of [`${report}/tim-kiem/?q=tinh`, `en/${report}/tim-kiem/?q=xyz`]) {
    await page.goto(`${address}${path}`);
    await expect.poll(() => page.locator("#ket-qua [role=status]").innerText()).toContain("“");
    expect([...(await violations(page)), ...(await sideways(page))]).toEqual([]);
  }
  await page.context().close();
});

test("every address in the search index leads somewhere, and the scripts weigh at most 10 KB together", () => {
  const ids = new Map(documentsOf(out).map(({ address: path, document }) => [path, idsOf(document)]));
  for (const lang of ["", "en/"]) {
    const index = unpackIndex(JSON.parse(readFileSync(join(out, `${lang}${report}/tim-kiem/danh-muc.json`), "utf8")));
    // Units, parts, indicators, releases, figures.
    expect(index.length).toBe(units.length + 8 + 3 + 2 + 11);
    for (const [, path] of index) {
      const [page = "", anchor] = path.split("#");
      const found = ids.get(`${lang}${report}/${page}`);
      expect(found, path).toBeDefined();
      if (anchor !== undefined) expect(found).toContain(decodeURIComponent(anchor));
    }
  }
  const scripts = filesUnder(out).filter((file) => file.endsWith(".js"));
  const bytes = scripts.map((file) => readFileSync(join(out, file)).length).reduce((sum, one) => sum + one, 0);
  expect(bytes).toBeLessThanOrEqual(10_240);
});

test("a table of units is sorted by any column, hidden numbers last, the whole below; without script it has no buttons", async () => {
  const { page, faults } = await visit(browser, `${address}${report}/`);
  const table = page.getByRole("table", { name: "Bảng các đơn vị trực thuộc" });
  const names = () => table.locator("tbody th").allInnerTexts();
  const press = (head: string) => table.getByRole("button", { name: head, exact: true }).press("Enter");
  const [haNoi, binhPhuoc, whole] = ["Thành phố Hà Nội", "Tỉnh Bình Phước", "Việt Nam (cả đơn vị)"];
  expect(await names()).toEqual([binhPhuoc, haNoi, whole]);
  await press("Phải làm sạch");
  expect(await names()).toEqual([haNoi, binhPhuoc, whole]);
  await press("Phải làm sạch");
  expect(await names()).toEqual([binhPhuoc, haNoi, whole]);
  for (const direction of ["descending", "ascending"]) {
    await press("Đã làm sạch");
    expect(await table.locator("th[aria-sort]").evaluateAll((heads) => heads.map((head) => head.ariaSort))).toEqual([
      direction,
    ]);
    expect(await names()).toEqual([haNoi, binhPhuoc, whole]);
  }
  await press("Đơn vị");
  expect(await names()).toEqual([binhPhuoc, haNoi, whole]);
  const first = table.locator("tbody tr").first();
  await first.locator("a").focus();
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").innerText()).toBe("Chép liên kết dòng này");
  await page.goto(`${page.url()}#${await first.getAttribute("id")}`);
  expect(await page.locator("tr:target th a").innerText()).toBe(binhPhuoc);
  // A table of days or doses has nothing to sort.
  expect(await page.locator("#thoi-han ~ * button").count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
  const plain = await visit(browser, `${address}${report}/`, { javaScriptEnabled: false });
  expect(await plain.page.locator("th button").count()).toBe(0);
  await plain.page.context().close();
});

test("a table of figures is sorted by the numbers that its words stand for", async () => {
  const { page, faults } = await visit(browser, `${address}${report}/chi-so/xac-minh-mui-sai/`);
  const table = page.locator(".figures");
  const keys = (column: number) =>
    table
      .locator(`tbody td:nth-child(${column})`)
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.sort));
  const [days, numbers] = [await keys(2), await keys(3)];
  const down = (some: readonly (string | undefined)[]) =>
    some.toSorted((a, b) => Number(a === "") - Number(b === "") || Number(b) - Number(a));
  expect(new Set(numbers).size).toBeGreaterThan(1);
  await table.getByRole("button", { name: "Con số" }).click();
  expect(await keys(3)).toEqual(down(numbers));
  await table.getByRole("button", { name: "Ngày" }).click();
  expect(await keys(2)).toEqual(down(days));
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a long table is filtered by name, a drawing tells what is pointed at, a link is copied; without script there is none of it", async () => {
  const { page, faults } = await visit(browser, `${address}${report}/`);
  const map = page.locator("#ban-do-ty-le");
  await map.locator("summary").click();
  await map.getByLabel("Lọc theo tên").fill("ha noi");
  expect(await map.locator("tbody tr:visible th").allInnerTexts()).toEqual(["Thành phố Hà Nội"]);
  expect(await map.locator("output").innerText()).toBe("1/10");
  await map.getByLabel("Lọc theo tên").fill("");
  expect(await map.locator("tbody tr:visible").count()).toBe(10);
  await page.goto(`${address}${report}/don-vi/${slugOf(communes.told)}/`);
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void document.body.setAttribute("data-copied", text);
  });
  const chart = page.locator("#tien-do");
  await chart.getByRole("button", { name: "Chép liên kết" }).click();
  await expect.poll(() => chart.getByRole("button").innerText()).toBe("Đã chép");
  expect(await page.locator("body").getAttribute("data-copied")).toBe(`${page.url()}#tien-do`);
  const box = (await chart.locator("svg").boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  // The day in the middle is hidden, so the line has no point there: the nearest are the days beside it.
  for (const [across, words] of [
    [0.02, "29-8-2022: Làm sạch trong ngày 10"],
    [0.2, "31-8-2022: Làm sạch trong ngày 10"],
  ] as const) {
    await page.mouse.move(box.x + box.width * across, box.y + box.height / 2);
    expect(await chart.locator(".tip").innerText()).toContain(words);
  }
  await page.keyboard.press("Escape");
  expect(await chart.locator(".tip").isVisible()).toBe(false);
  expect(faults).toEqual([]);
  await page.context().close();
  const plain = await visit(browser, `${address}${report}/`, { javaScriptEnabled: false });
  expect(await plain.page.locator(".filter, .tip, .copy").count()).toBe(0);
  await plain.page.context().close();
});

test("the feed of each language tells its releases with their days, and each of its links leads somewhere", async () => {
  const { page } = await visit(browser, address);
  for (const [lang, title] of [
    ["", "Số liệu tính đến ngày 01 tháng 9 năm 2022"],
    ["en/", "As of 1 September 2022"],
  ]) {
    const xml = readFileSync(join(out, `${lang}${report}/cap-nhat.xml`), "utf8");
    const feed = await page.evaluate(read, xml);
    expect(feed.fault).toBeNull();
    expect(feed.updated).toEqual(["2022-09-01", "2022-09-01", "2022-08-01"].map((day) => `${day}T00:00:00+07:00`));
    expect(new Set(feed.ids).size).toBe(3);
    for (const id of feed.ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(feed.titles[1]).toContain(title);
    const said = lang === "" ? "đã làm sạch" : "cleaned";
    const numbers = lang === "" ? ["240.000", "239.900"] : ["240,000", "239,900"];
    expect(feed.summaries).toEqual(numbers.map((number) => expect.stringContaining(`${said} ${number}`)));
    expect(feed.links).toHaveLength(4);
    for (const day of ["2022-09-01", "2022-08-01"]) expect(feed.links).toContain(`${base}${lang}${report}/ky/${day}/`);
    for (const href of feed.links) expect((await fetch(new URL(href, address))).status, href).toBe(200);
  }
  await page.context().close();
});

test("without the portal's address there is no sitemap, which would have to name it, and robots.txt names none", () => {
  expect(existsSync(join(out, "sitemap.xml"))).toBe(false);
  expect(readFileSync(join(out, "robots.txt"), "utf8")).toBe("User-agent: *\nAllow: /\n");
});

test("a synthetic report says so on every page", () => {
  for (const { address: path, document } of documentsOf(out)) {
    if (path.includes(report))
      expect(document.querySelector(".banner")?.textContent, path).toContain("Dữ liệu mô phỏng");
  }
});

test("axe tells what is wrong, in the light and in the dark", async () => {
  const page = await browser.newPage({ bypassCSP: true });
  await page.setContent(`<html lang="vi"><title>Sai</title><style>p { color: #000; background: #fff }
    @media (prefers-color-scheme: dark) { p { color: #777 } }</style>
    <main><h1>Sai</h1><p>Mờ trong nền tối</p><img src="data:,"></main></html>`);
  const found = await violations(page);
  expect(found.map((fault) => fault.split(" (")[0])).toEqual(["image-alt at img", "color-contrast at p"]);
  await page.close();
});

test("axe finds nothing on pages with hostile names and missing numbers", async () => {
  const kinds = [slugOf("02"), slugOf(communes.told), slugOf("70")].flatMap((unit) =>
    pageKinds(report, unit, "lam-sach-doi-tuong").filter((kind) => /don-vi\/.|chi-so\/.|chat-luong/.test(kind)),
  );
  const returns = ["vac-xin/", "dieu-chinh/", "sua-doi/"].flatMap((part) => [
    `${report}/${part}`,
    `en/${report}/${part}`,
  ]);
  const addresses = [...new Set([...kinds, ...returns])].map((kind) => `${address}${kind}`);
  expect(await violationsOf(browser, addresses)).toEqual([]);
});

test("nothing scrolls sideways at 320 px, nothing is asked of another origin", async () => {
  // Embed pages differ between the languages in a few words, the pages of releases from the newest in a notice.
  const repeated = /^en\/.*\/embed\/.|\/ky\/2022-09-01\/.|^en\/.*\/ky\/.|\/ky\/.*\/(don-vi|chi-so)\//;
  const pages = pagesOf(out).filter((path) => !repeated.test(path));
  const addresses = pages.map((path) => `${address}${path}`);
  expect(await faultsOf(browser, addresses, sideways, { viewport: { width: 320, height: 640 } })).toEqual([]);
});

test("no page names another origin for what it loads", () => {
  for (const { address: path, document } of documentsOf(out)) {
    const loaded = [...document.querySelectorAll("[src], link:not([rel=canonical])")];
    const from = loaded.map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "");
    expect(
      from.filter((href) => !href.startsWith(base)),
      path,
    ).toEqual([]);
  }
});

test("the site map leads to every part of a report", () => {
  const map = documentsOf(out).find(({ address: path }) => path === "so-do/")?.document;
  const links = [...(map?.querySelectorAll("main a") ?? [])].map((link) => link.getAttribute("href"));
  const parts = [
    "don-vi",
    "chi-so",
    "vac-xin",
    "chat-luong",
    "dieu-chinh",
    "sua-doi",
    "ky",
    "du-lieu",
    "phuong-phap",
    "tim-kiem",
    "nhung",
  ];
  for (const part of [...parts, "gioi-thieu"]) expect(links).toContain(`${base}${report}/${part}/`);
});

test("every link stays under the base path and leads somewhere", () => {
  expect(deadLinks(out, base)).toEqual([]);
});

test("the site holds exactly its pages, its styles, scripts and fonts, and the public tables", () => {
  const forms = Object.keys(publishedTables).flatMap((table) =>
    ["csv", "parquet", "json", "xlsx"].map((form) => `${table}.${form}`),
  );
  const downloads = ["2022-08-01", "2022-09-01"].flatMap((as_of) =>
    [...forms, "datapackage.json", "SHA256SUMS"].map((file) => `${report}/du-lieu/${as_of}/${file}`),
  );
  const own = [
    ...units.map(({ slug }) => `don-vi/${slug}/`),
    ...units.filter(({ level }) => level !== "commune").map(({ slug }) => `embed/${slug}/`),
    ...["lam-sach-doi-tuong", "xac-minh-mui-sai", "de-an-06-the"].map((slug) => `chi-so/${slug}/`),
    ...[
      "",
      "don-vi/",
      "chi-so/",
      "chat-luong/",
      "du-lieu/",
      "phuong-phap/",
      "vac-xin/",
      "dieu-chinh/",
      "sua-doi/",
      "tim-kiem/",
      "nhung/",
      "gioi-thieu/",
      "embed/",
      "ky/",
      ...Object.keys(publishedTables).map((table) => `du-lieu/${table.replaceAll("_", "-")}/`),
      "phuong-phap/bang-cong-bo/",
    ],
  ];
  const ofReleases = own.filter((part) => !/embed|nhung|tim-kiem|gioi-thieu|ky\//.test(part));
  const communesOwn = units.filter(({ level }) => level === "commune").map(({ slug }) => `don-vi/${slug}/`);
  const kept = ["2022-08-01", "2022-09-01"].flatMap((day) =>
    ofReleases.filter((part) => !communesOwn.includes(part)).map((part) => `ky/${day}/${part}`),
  );
  const ofReport = [...own, ...kept].map((part) => `${report}/${part}`);
  const pages = ["", "so-do/", ...ofReport].flatMap((path) => [path, `en/${path}`]).map((path) => `${path}index.html`);
  const found = filesUnder(out).map((file) =>
    file.replace(/^tai-nguyen\/(.+)\.[^.]+\.(css|js|woff2)$/, "tai-nguyen/$1.$2"),
  );
  const fonts = ["latin", "vietnamese"].flatMap((set) =>
    [400, 600].map((weight) => `tai-nguyen/be-vietnam-pro-${set}-${weight}.woff2`),
  );
  const indexes = ["", "en/"].flatMap((lang) =>
    ["tim-kiem/danh-muc.json", "cap-nhat.xml"].map((file) => `${lang}${report}/${file}`),
  );
  const assets = ["Page.css", "Embed.css", "data.css", "quality.css", "FiveSteps.css", "Page.js"].map(
    (file) => `tai-nguyen/${file}`,
  );
  expect(found.sort()).toEqual(
    [...pages, ...indexes, ...downloads, ...fonts, ...assets, "404.html", "favicon.svg", "robots.txt"].sort(),
  );
});

test("a published file with other bytes than its data package says stops the build, and the site that stands stays", () => {
  const before = readFileSync(join(out, report, "index.html"), "utf8");
  appendFileSync(join(published, report, "2022-09-01/figure.csv"), "x\n");
  const run = runBuild("--published", published, "--out", out, "--base", base);
  expect(run.status).toBe(1);
  expect(run.stderr).toContain("figure.csv: has hash");
  expect(readFileSync(join(out, report, "index.html"), "utf8")).toBe(before);
  expect(filesUnder(folder).filter((file) => file.includes("aside"))).toEqual([]);
});

test("without published folders the site says that there is none yet, which is not zero", () => {
  const empty = join(folder, "empty");
  mkdirSync(empty);
  const run = runBuild("--published", empty, "--out", join(folder, "empty-dist"));
  expect(run.status).toBe(0);
  const html = readFileSync(join(folder, "empty-dist/index.html"), "utf8");
  expect(html).toContain("Chưa có báo cáo nào được công bố.");
  expect(existsSync(join(folder, "empty-dist/so-do/index.html"))).toBe(true);
});

test("wrong options end with status 2 and the usage", () => {
  for (const args of [["--base", "x"], ["--site", "example"], ["--nothing"]]) {
    const run = runBuild(...args);
    expect([run.status, run.stderr.includes("--base")]).toEqual([2, true]);
  }
});
