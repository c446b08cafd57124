import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Report, readReports } from "../src/data/report.ts";
import { boundsView } from "../src/views/bounds.ts";
import { funnelView } from "../src/views/funnel.ts";
import { sendersView } from "../src/views/senders.ts";
import { sentenceOf } from "../src/views/sentence.ts";
import { workFolder } from "./browser/built-site.ts";
import { writeFixture } from "./fixture/published.ts";

type Row = Record<string, unknown>;
const folder = workFolder();
let report: Report;

const bound = (column_name: string, low: number, high: number | null, high_status: string | null): Row => ({
  ...{ table_name: "cleaning_progress", unit_code: "VN", item: "", column_name, low, high, high_status },
  ...{ told: 60, hidden: high === null ? 0 : 1, not_reported: high === null ? 3 : 0 },
});
const sender = (sender_code: string, status: string, reason: string | null): Row => ({
  ...{ sender_code, edition: "2022", name_vi: `Tỉnh ${sender_code}`, name_en: sender_code, unit_code: "70", status },
  ...{ as_of: "2022-09-01", reason_code: reason, reason_vi: reason, reason_en: reason },
  ...{ report: null, public_key: null, sha256: null },
});
const added: Readonly<Record<string, Row[]>> = {
  total_bound: [bound("subjects", 9000, null, "x"), bound("cleaned", 4000, null, "x"), bound("reviewed", 10, 40, null)],
  sender: [sender("70", "added", null), sender("75", "refused", "FOLDER.UNSIGNED")],
};

/** A row of the country of which a part has not reported, after the pattern of another. */
function notReported(rows: Row[]): Row[] {
  const [pattern = {}] = rows;
  const cells = Object.keys(pattern).flatMap((name) =>
    name.endsWith("_status") ? [name.replace(/_status$/, "")] : [],
  );
  const open = cells.flatMap((name) => [
    [name, null],
    [`${name}_status`, "x"],
  ]);
  const others = rows.filter(({ unit_code }) => unit_code !== "VN");
  return [{ ...pattern, unit_code: "VN", scope: "all", ...Object.fromEntries(open) }, ...others];
}

beforeAll(() => {
  writeFixture(join(folder, "published"), "2022-09-01", (table, rows) =>
    table === "cleaning_progress" ? notReported(rows) : [...rows, ...(added[table] ?? [])],
  );
  [report] = readReports(join(folder, "published")) as [Report];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const country = () => {
  const unit = report.tree.byCode.get("VN");
  if (unit === undefined) throw new Error("the fixture has no country");
  return { report, unit, lang: "vi" as const };
};

test("a whole of which a part has not reported is told by what it is at least, and not drawn", () => {
  expect(sentenceOf(country())).toMatch(/chưa đủ đơn vị báo cáo.*ít nhất 9\.000 đối tượng.*ít nhất 4\.000 đã làm sạch/);
  expect(funnelView(country())).toBeNull();
});

test("its bounds are listed, with how many parts are told, hidden and not reported", () => {
  const rows = boundsView(country())?.rows.map(({ title, cells }) => [title, ...cells.map(({ text }) => text)]);
  expect(rows).toEqual([
    ["Đối tượng phải làm sạch", "9.000", "chưa báo cáo", "60", "0", "3"],
    ["Đã làm sạch", "4.000", "chưa báo cáo", "60", "0", "3"],
    ["Đã rà soát", "10", "40", "60", "1", "0"],
  ]);
});

test("every sender is listed with the unit it is counted in, which is linked, and why it was refused", () => {
  const rows = sendersView({ report, lang: "vi" })?.rows ?? [];
  expect(rows.map(({ title, cells }) => [title, cells[1]?.text, cells[2]?.text, cells[3]?.text])).toEqual([
    ["Tỉnh 70", "Tỉnh Bình Phước", "đã cộng", ""],
    ["Tỉnh 75", "Tỉnh Bình Phước", "bị từ chối", "FOLDER.UNSIGNED"],
  ]);
  expect(rows[0]?.href).toContain("/don-vi/70-binh-phuoc/");
});
