import { readFile } from "node:fs/promises";
import type { CleaningProgress, IndicatorProgress, TotalBound } from "@tiendo/schema";
import { provinceFacts } from "@tiendo/units";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Workspace } from "../workspace.ts";
import { AS_OF, Database, indicator, ministry, progress, send, week } from "./given.ts";

const provinces = provinceFacts();
// Two parts of one successor each, by hand; all others have a thousand subjects, of whom six hundred are cleaned.
const byHand: Readonly<Record<string, [number, number]>> = { "70": [424_000, 240_000], "75": [100_000, 60_000] };
let workspace: Workspace;
let db: Database;
let outcome: Awaited<ReturnType<Workspace["run"]>>;

beforeAll(async () => {
  db = await Database.open();
  workspace = await ministry(provinces.map(({ code }) => code));
  for (const { code } of provinces) {
    const [subjects, cleaned] = byHand[code] ?? [1000, 600];
    // Bắc Ninh of 2022 hides two states, as secondary hiding leaves them.
    const hidden = code === "27" ? ["reviewed", "matched"] : [];
    await send(workspace, db, code, {
      cleaning_progress: [
        progress(code, subjects, cleaned, hidden),
        { ...progress(code, 5, 1), scope: "at_this_level" },
      ],
      dose_weekly: code === "70" ? [week(code, null)] : code === "75" ? [week(code, 120)] : [],
      indicator_progress: [indicator(code, code === "01" ? "at_least" : "exact")],
    });
  }
  outcome = await workspace.run();
});
afterAll(async () => {
  db.close();
  await workspace.remove();
});

const rows = <Row>(table: string) => workspace.published<Row>(table, AS_OF);

test("63 provinces of 2022 are counted in 34 of 2025, and in the country, each once", async () => {
  const progressed = await rows<CleaningProgress>("cleaning_progress");
  expect(outcome.exitStatus).toBe(0);
  expect(progressed).toHaveLength(35);
  // 61 × 1,000 + 424,000 + 100,000, and 61 × 600 + 240,000 + 60,000.
  expect(progressed.find(({ unit_code }) => unit_code === "VN")).toMatchObject({ subjects: 585_000, cleaned: 336_600 });
  const below = progressed.filter(({ unit_code }) => unit_code !== "VN");
  expect(below.reduce((sum, { subjects }) => sum + (subjects ?? 0), 0)).toBe(585_000);
});

test("Bình Phước (70) and Đồng Nai (75) of 2022 are Đồng Nai (75) of 2025; Bắc Giang (24) is Bắc Ninh (24)", async () => {
  const progressed = await rows<CleaningProgress>("cleaning_progress");
  const of = (code: string) => progressed.filter(({ unit_code }) => unit_code === code);
  expect(of("70")).toEqual([]);
  // 300,000 of 524,000 is 57.25 %.
  expect(of("75")).toMatchObject([{ persons: 1_048_000, subjects: 524_000, cleaned: 300_000, cleaned_pct: 57.3 }]);
  // Bắc Giang (24) and Bắc Ninh (27) of 2022.
  expect(of("24")).toMatchObject([{ subjects: 2000, cleaned: 1200, cleaned_pct: 60 }]);
});

test("a week of which one part is hidden has bounds and no number; one that no part has is no row", async () => {
  const weekly = await rows<{ unit_code: string }>("dose_weekly");
  expect(weekly.map(({ unit_code }) => unit_code)).toEqual(["75", "VN"]);
  expect(weekly[0]).toMatchObject({ doses: null, doses_status: "c" });
  const bounds = (await rows<TotalBound>("total_bound")).filter(({ table_name }) => table_name === "dose_weekly");
  const known = { table_name: "dose_weekly", item: "2022-04-18 · pfizer · booster_1", column_name: "doses", low: 120 };
  // Nothing that is published holds the hidden number, so that there is no upper bound; 61 other provinces gave none.
  expect(bounds).toMatchObject([
    { ...known, unit_code: "75", high: null, high_status: "c", told: 1, hidden: 1, not_reported: 0 },
    { ...known, unit_code: "VN", high: null, high_status: "c", told: 62, hidden: 1, not_reported: 0 },
  ]);
});

test("a hidden state is carried as wide as the subjects of its own folder, although others of them are told", async () => {
  const bounds = (await rows<TotalBound>("total_bound")).filter(({ column_name }) => column_name === "reviewed");
  // Of the 1,000 subjects of 27 the told states leave 0 for the hidden ones together: that must not be said here either.
  const known = { table_name: "cleaning_progress", item: "", low: 0, high: 1000, high_status: null, hidden: 1 };
  expect(bounds).toMatchObject([
    { ...known, unit_code: "24", told: 1 },
    { ...known, unit_code: "VN", told: 62 },
  ]);
  const national = (await rows<CleaningProgress>("cleaning_progress")).find(({ unit_code }) => unit_code === "VN");
  expect(national).toMatchObject({ reviewed: null, reviewed_status: "c", listed: 0, listed_status: null });
});

test("counts of people in returns add up, and what is at least so much stays so", async () => {
  const progressed = await rows<IndicatorProgress>("indicator_progress");
  const of = (code: string) => progressed.find(({ unit_code }) => unit_code === code);
  expect(of("VN")).toMatchObject({
    qualifier: "at_least",
    done: 630,
    total: 1260,
    done_pct: 50,
    verdict: "not_judged",
  });
  expect(of("75")).toMatchObject({ qualifier: "exact", done: 20, total: 40, pace: null, pace_status: "z" });
  expect(of("01")).toMatchObject({ qualifier: "at_least", done: 10, total: 20 });
});

test("every folder is an input, with the hash and the signature by which it was taken", async () => {
  const described = JSON.parse(await readFile(`${outcome.folder}/datapackage.json`, "utf8"));
  expect(described.tiendo.inputs).toHaveLength(63);
  expect(described.tiendo.inputs[0]).toMatchObject({
    file: `folders/01/${AS_OF}`,
    status: "accepted",
    folder: { report: "tinh-01", unit_code: "01", edition: "2022", trusted_comment: `report:tinh-01 as_of:${AS_OF}` },
  });
  expect(await rows("return_completeness")).toMatchObject([
    { unit_code: "VN", due: 63, received: 63, missing: 0, completeness_pct: 100, timeliness_pct_status: "z" },
  ]);
});
