import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { newKey, publicKeyLine } from "@tiendo/release";
import type { CleaningProgress, PublishedSender, ReturnCompleteness, TotalBound } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Workspace } from "../workspace.ts";
import { AS_OF, Database, define, ministry, progress, send } from "./given.ts";

// Of each successor one sender is refused for a reason of its own: its name is in the message.
const senders = ["01", "70", "24", "79", "62", "86", "46", "36", "38", "11"];
let workspace: Workspace;
let db: Database;
let outcome: Awaited<ReturnType<Workspace["run"]>>;

beforeAll(async () => {
  db = await Database.open();
  workspace = await ministry(senders);
  const tables = (code: string, subjects = 1000) => ({ cleaning_progress: [progress(code, subjects, 600)] });
  await send(workspace, db, "01", tables("01"));
  await send(workspace, db, "70", tables("70"), { signedWith: null });
  await send(workspace, db, "24", tables("24"), { signedWith: newKey() });
  const changed = await send(workspace, db, "79", tables("79"));
  await appendFile(join(changed, "cleaning_progress.parquet"), "x");
  await send(workspace, db, "62", tables("62"), { as_of: "2022-04-19" });
  await send(workspace, db, "86", tables("86"), { suppress_below: 5 });
  await send(workspace, db, "46", tables("46", -1000));
  await send(workspace, db, "36", tables("37"));
  await send(workspace, db, "38", { cleaning_progress: [progress("38", 1000, 600), progress("38", 1000, 600)] });
  outcome = await workspace.run();
});
afterAll(async () => {
  db.close();
  await workspace.remove();
});

const rows = <Row>(table: string) => workspace.published<Row>(table, AS_OF);

test("a folder that cannot be relied on is refused by name, and the run ends with 1", () => {
  expect(outcome.exitStatus).toBe(1);
  const said = new Map(outcome.refused.map(({ file, code, message }) => [file, `${code} ${message.en}`]));
  expect([...said.keys()].sort()).toEqual(
    ["24", "36", "38", "46", "62", "70", "79", "86"].map((code) => `folders/${code}/${AS_OF}`),
  );
  const of = (code: string) => said.get(`folders/${code}/${AS_OF}`);
  expect(of("70")).toMatch(/^FOLDER.UNSIGNED .*not signed; expected a signature of key [0-9A-F]{16}$/);
  expect(of("24")).toMatch(/^FOLDER.SIGNATURE .*made with key [0-9A-F]{16}; expected key/);
  expect(of("79")).toMatch(/^FOLDER.CHANGED .*cleaning_progress.parquet: its content was changed/);
  expect(of("62")).toMatch(/^FOLDER.OTHER .*day 2022-04-19.*Expected: unit 62 \(2022\), day 2022-04-26/);
  expect(of("86")).toMatch(/^FOLDER.LESS_HIDDEN .*suppress_below 5; expected suppress_below 10/);
  expect(of("46")).toMatch(/^FOLDER.UNREADABLE .*cleaning_progress: /);
  // No row of its own unit, and two of them: neither is a zero, nor twice as many.
  expect(of("36")).toMatch(/^FOLDER.UNREADABLE .*cleaning_progress: 36/);
  expect(of("38")).toMatch(/^FOLDER.UNREADABLE .*cleaning_progress: 38: unit_code, scope/);
});

test("a folder of small counts alone hidden is not taken by a report that hides against arithmetic", async () => {
  await define(workspace, { protection: "arithmetic" });
  await expect(workspace.run()).rejects.toThrow("protection primary; expected protection arithmetic");
  await define(workspace, { protection: "primary" });
});

test("its unit is not reported, and a total without it is not told: only what it is at least", async () => {
  const progressed = await rows<CleaningProgress>("cleaning_progress");
  const of = (code: string) => progressed.find(({ unit_code }) => unit_code === code);
  expect(of("01")).toMatchObject({ subjects: 1000, subjects_status: null });
  for (const code of ["VN", "75", "24", "79"])
    expect(of(code)).toMatchObject({
      subjects: null,
      subjects_status: "x",
      cleaned_pct: null,
      cleaned_pct_status: "x",
    });
  const bounds = (await rows<TotalBound>("total_bound")).filter(({ column_name }) => column_name === "subjects");
  const not_reported = (await rows("sender")).length - 1;
  expect(bounds).toMatchObject([
    {
      unit_code: "VN",
      low: 1000,
      high: null,
      high_status: "x",
      told: 1,
      hidden: 0,
      not_reported,
    },
  ]);
});

test("each part is listed: added, refused with the reason, or not sent", async () => {
  const listed = await rows<PublishedSender>("sender");
  const of = (code: string) => listed.find(({ sender_code }) => sender_code === code);
  expect(of("01")).toMatchObject({ status: "added", report: "tinh-01", unit_code: "01" });
  expect(of("70")).toMatchObject({
    status: "refused",
    reason_code: "FOLDER.UNSIGNED",
    unit_code: "75",
    edition: "2022",
  });
  expect(of("11")).toMatchObject({ status: "not_sent", reason_code: null });
  // Đồng Nai of 2022 is due with Bình Phước; Cần Thơ, of which nobody is a sender, is due as it is now.
  expect(of("75")).toMatchObject({ status: "not_sent", edition: "2022", public_key: null });
  expect(of("92")).toMatchObject({ status: "not_sent", edition: "2025", public_key: null });
  const [folders] = await rows<ReturnCompleteness>("return_completeness");
  expect(folders).toMatchObject({ unit_code: "VN", due: listed.length, received: 1, missing: listed.length - 1 });
});

test("where no folder can be relied on, the report is refused and what was published stays", async () => {
  await define(workspace, {
    senders: senders.map((unit_code) => ({ unit_code, edition: "2022", public_key: publicKeyLine(newKey()) })),
  });
  await expect(workspace.run()).rejects.toThrow(`folders/01/${AS_OF}`);
  expect(await rows("sender")).not.toEqual([]);
});

test("a sender that is no part of the report, or is counted twice, is refused", async () => {
  const sender = (unit_code: string, edition: "2022" | "2025") => ({
    unit_code,
    edition,
    public_key: publicKeyLine(newKey()),
  });
  await define(workspace, { senders: [sender("70", "2022"), sender("75", "2025")] });
  await expect(workspace.run()).rejects.toThrow("70 (2022)");
  await define(workspace, { senders: [sender("70", "2025")] });
  await expect(workspace.run()).rejects.toThrow("70 (2025)");
  await define(workspace, { senders: [sender("70", "2022"), sender("70", "2022")] });
  await expect(workspace.run()).rejects.toThrow("trùng | repeated");
});
