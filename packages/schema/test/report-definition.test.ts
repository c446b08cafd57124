import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ReportDefinition } from "../src/index.ts";

const demo = JSON.parse(
  readFileSync(new URL("../../../data/reports/binh-phuoc-demo/report.json", import.meta.url), "utf8"),
);

test("a report may name the sites that show its embed pages, by origin alone", () => {
  const accepts = (...embed_origins: string[]) => ReportDefinition.safeParse({ ...demo, embed_origins }).success;
  expect(ReportDefinition.safeParse(demo).success).toBe(true);
  expect(accepts("https://binhphuoc.gov.vn", "https://suckhoe.example:8443")).toBe(true);
  for (const origin of ["http://binhphuoc.gov.vn", "https://binhphuoc.gov.vn/trang", "*", "https://a.vn; script-src *"])
    expect(accepts(origin), origin).toBe(false);
});

test("a release that slipped says why", () => {
  const accepts = (slipped: object) =>
    ReportDefinition.safeParse({ ...demo, calendar: [{ day: "2022-05-03", slipped }] }).success;
  const reason = { vi: "chờ báo cáo của một huyện", en: "one district's return was awaited" };
  expect(accepts({ to: "2022-05-05", reason })).toBe(true);
  expect(accepts({ to: null, reason })).toBe(true);
  expect(accepts({ to: "2022-05-05" })).toBe(false);
});

test("a key that is not a minisign key, or a column nobody knows, is refused", () => {
  expect(ReportDefinition.safeParse({ ...demo, public_key: "RW" }).success).toBe(false);
  expect(ReportDefinition.safeParse({ ...demo, surpress_below: 10 }).success).toBe(false);
});
