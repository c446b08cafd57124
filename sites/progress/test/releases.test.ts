import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unitByCode } from "@tiendo/units";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesUnder, sha256Of } from "../scripts/build/files.ts";
import { copiesOf } from "../scripts/build/published-files.ts";
import { publishedFolders } from "../src/data/published-folder.ts";
import { runBuild, workFolder } from "./browser/built-site.ts";
import { deadLinks, documentsOf } from "./browser/documents.ts";
import { communes } from "./fixture/people.ts";
import { units, writeFixture } from "./fixture/published.ts";

const folder = workFolder();
const published = join(folder, "published");
const [before, after] = [join(folder, "before"), join(folder, "after")];
const report = "bao-cao-thu";
const slugOf = (code: string) => units.find(({ unit_code }) => unit_code === code)?.slug ?? "";
const dongNai = unitByCode("2025", "75");

/** Rows of a few units of 2022. */
const first: ReadonlySet<unknown> = new Set(["VN", "70", "75", "689", ...Object.values(communes)]);
/** Of the units only the country is left, and a province in the edition of 2025; no vaccine, one indicator. */
const second: ReadonlySet<unknown> = new Set(["VN", "75"]);

beforeAll(() => {
  const of = (kept: ReadonlySet<unknown>) => (row: Record<string, unknown>) =>
    row.unit_code === undefined || kept.has(row.unit_code);
  writeFixture(published, "2022-08-01", (_, rows) => rows.filter(of(first)));
  const runs = [runBuild("--published", published, "--out", before)];
  writeFixture(published, "2022-09-01", (table, rows) => {
    const kept = rows.filter(of(second));
    if (table === "unit") return kept.map((row) => (row.unit_code === "75" ? { ...row, edition: "2025" } : row));
    if (table === "figure") return kept.filter(({ indicator }) => indicator === "xac_minh.mui_sai");
    return /stock|coverage|restatement|return_/.test(table) ? [] : kept;
  });
  runs.push(runBuild("--published", published, "--out", after));
  for (const { status, stderr } of runs) if (status !== 0) throw new Error(stderr);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function mainOf(out: string, address: string): Element {
  const page = documentsOf(out).find((one) => one.address === address);
  const main = page?.document.querySelector("main");
  if (!main) throw new Error(`${address} is not in ${out}`);
  return main;
}

const textOf = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const linksOf = (element: Element) => [...element.querySelectorAll("a")].map((link) => link.getAttribute("href"));

test("no address of an earlier build is lost, whatever the newest release has left out", () => {
  const standing = new Set(filesUnder(after));
  const old = filesUnder(before);
  expect(old.length).toBeGreaterThan(100);
  expect(old.filter((file) => !standing.has(file))).toEqual([]);
  expect(deadLinks(after, "/")).toEqual([]);
});

test("the pages and files of a release say the same when a new one has come", () => {
  const told = (out: string) =>
    documentsOf(out)
      .filter(({ address }) => address.includes("/ky/2022-08-01/"))
      .map(({ address, document }) => {
        const main = document.querySelector("main")?.cloneNode(true) as Element;
        main.querySelector(".release-notice")?.remove();
        return `${address}: ${textOf(main)}`;
      });
  expect(told(after).length).toBeGreaterThan(20);
  expect(told(after)).toEqual(told(before));
  const files = (out: string) =>
    filesUnder(join(out, report, "du-lieu/2022-08-01")).map((file) =>
      sha256Of(join(out, report, "du-lieu/2022-08-01", file)),
    );
  expect(files(after)).toEqual(files(before));
});

test("an earlier release says that it is one and leads to the same page of the newest; the newest says so", () => {
  const notice = (address: string) => mainOf(after, `${report}/ky/${address}`).querySelector(".release-notice");
  const earlier = notice("2022-08-01/phuong-phap/");
  expect(textOf(earlier)).toContain("Đây là số liệu của kỳ 1-8-2022, không phải kỳ mới nhất.");
  expect(linksOf(earlier as Element)).toEqual([`/${report}/phuong-phap/`]);
  expect(textOf(notice("2022-09-01/"))).toContain("địa chỉ cố định của kỳ 1-9-2022, hiện là kỳ mới nhất");
  expect(textOf(mainOf(after, `${report}/`))).toContain("ngày 01 tháng 9 năm 2022kỳ mới nhất");
  expect(mainOf(after, `${report}/`).querySelector(".release-notice")).toBeNull();
  const listed = mainOf(after, `${report}/ky/`);
  expect([...listed.querySelectorAll("tbody th")].map(textOf)).toEqual([
    "ngày 01 tháng 9 năm 2022 mới nhất",
    "ngày 01 tháng 8 năm 2022",
  ]);
});

test("numbers of an earlier release lead to its own tables, rules and files, and its communes stand in the tables above", () => {
  const district = mainOf(after, `${report}/ky/2022-08-01/don-vi/${slugOf("689")}/`);
  const links = linksOf(district).filter((href) => href?.startsWith(`/${report}/`));
  const elsewhere = links.filter((href) => !href?.startsWith(`/${report}/ky/2022-08-01/`));
  // The notice alone leads to the newest, the trail to the report.
  expect(elsewhere).toEqual([`/${report}/don-vi/${slugOf("689")}/`, `/${report}/`]);
  expect(textOf(district)).toContain("Phường Tân Đồng");
  const data = mainOf(after, `${report}/ky/2022-08-01/du-lieu/`);
  expect(linksOf(data)).toContain(`/${report}/du-lieu/2022-08-01/cleaning_progress.csv`);
});

test("a unit that the newest release has not says where it was last, and what the province became", () => {
  const province = mainOf(after, `${report}/don-vi/${slugOf("70")}/`);
  expect(textOf(province)).toContain("Tỉnh Bình Phước: không còn ở kỳ mới nhất");
  expect(textOf(province)).toContain("hợp nhất với tỉnh Đồng Nai thành tỉnh Đồng Nai (mã 75)");
  expect(linksOf(province)).toContain(`/${report}/ky/2022-08-01/don-vi/${slugOf("70")}/`);
  expect(linksOf(province)).toContain(`/${report}/don-vi/${dongNai?.slug}/`);
  const commune = mainOf(after, `${report}/don-vi/${slugOf(communes.told)}/`);
  expect(linksOf(commune)).toContain(`/${report}/ky/2022-08-01/don-vi/${slugOf("689")}/`);
  const frame = mainOf(after, `${report}/embed/${slugOf("70")}/`);
  expect(textOf(frame)).toContain("Số liệu tính đến ngày 01 tháng 8 năm 2022");
});

test("a province of 2025 says which provinces it was made of, with a link to each that has a page", () => {
  const history = mainOf(after, `${report}/don-vi/${dongNai?.slug}/`).querySelector(".unit-history") as Element;
  expect(textOf(history)).toBe(
    "Trước ngày 01-7-2025, địa bàn tỉnh Đồng Nai gồm tỉnh Bình Phước (mã 70) và tỉnh Đồng Nai (mã 75).",
  );
  expect(linksOf(history)).toEqual(["70", "75"].map((code) => `/${report}/ky/2022-08-01/don-vi/${slugOf(code)}/`));
});

test("a release that this version cannot read is listed with its files, says why in the log, and stops nothing", () => {
  const root = join(folder, "older");
  writeFixture(root, "2022-08-01");
  writeFixture(root, "2022-09-01");
  const older = join(root, report, "2022-08-01");
  const files = ["unit.json", "datapackage.json"].map((name) => join(older, name));
  // A level that was told of once, in a package of a form that is not read any more.
  for (const file of files)
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('"commune"', '"hamlet"').replace('"duckdb"', '"engine"'));
  const sums = filesUnder(older).filter((name) => name !== "SHA256SUMS" && name !== "person.csv");
  writeFileSync(join(older, "SHA256SUMS"), sums.map((name) => `${sha256Of(join(older, name))}  ${name}\n`).join(""));
  const out = join(folder, "older-dist");
  const run = runBuild("--published", root, "--out", out);
  expect(run.status, run.stderr).toBe(0);
  expect(run.stderr).toMatch(/not readable by this version.*2022-08-01\/datapackage\.json/);
  expect(textOf(mainOf(out, `${report}/ky/`))).toContain("ngày 01 tháng 8 năm 2022Các trang của kỳ này không đọc được");
  for (const part of ["", "du-lieu/"])
    expect(linksOf(mainOf(out, `${report}/ky/2022-08-01/${part}`))).toContain(
      `/${report}/du-lieu/2022-08-01/unit.json`,
    );
  const copied = filesUnder(join(out, report, "du-lieu/2022-08-01"));
  expect(copied).toEqual([...sums, "SHA256SUMS"].sort());
  expect(deadLinks(out, "/")).toEqual([]);
});

test("a release kept with a changed file stops the build", () => {
  const root = join(folder, "older");
  appendFileSync(join(root, report, "2022-08-01/unit.csv"), "x\n");
  expect(() => copiesOf(root)).toThrow("unit.csv: has hash");
});

test("an indicator and a part of which the newest release has nothing lead to the release that had them last", () => {
  for (const path of ["chi-so/de-an-06-the/", "vac-xin/"])
    expect(linksOf(mainOf(after, `${report}/${path}`))).toContain(`/${report}/ky/2022-08-01/${path}`);
});

test("of an earlier day the folder that was kept counts, of the newest the published one", () => {
  const days = (root: string, ...names: string[]) => {
    for (const day of names) mkdirSync(join(folder, root, "a", day), { recursive: true });
    return join(folder, root);
  };
  const [now, kept] = [days("p", "2022-01-02", "2022-01-03"), days("r", "2022-01-01", "2022-01-02", "2022-01-03")];
  expect(publishedFolders(now, kept).map(({ path }) => path.slice(folder.length + 1))).toEqual([
    "p/a/2022-01-03",
    "r/a/2022-01-02",
    "r/a/2022-01-01",
  ]);
});
