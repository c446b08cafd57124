import type { RowAccount } from "@tiendo/schema";
import { expect, test } from "vitest";
import { closes, inAll, kindTitle } from "../src/data/accounts.ts";

const account = (changed: Partial<RowAccount>): RowAccount => ({
  input_file: "a.csv",
  kind: "stock_return",
  status: "accepted",
  reason_code: null,
  reason_vi: null,
  reason_en: null,
  records_in: 10,
  accepted: 4,
  quarantined: 1,
  rejected: 1,
  exact_duplicates: 1,
  superseded: 2,
  blank: 1,
  kept: 3,
  merged: 1,
  ...changed,
});

test("an account closes where every row is in one outcome, and every accepted row kept or merged", () => {
  expect(closes(account({}))).toBe(true);
  expect(closes(account({ records_in: 11 }))).toBe(false);
  expect(closes(account({ kept: 4 }))).toBe(false);
  for (const outcome of ["quarantined", "rejected", "exact_duplicates", "superseded", "blank"] as const)
    expect(closes(account({ [outcome]: 9 }))).toBe(false);
});

test("several accounts in all are the sums of each count", () => {
  const all = inAll([account({}), account({ records_in: 20, accepted: 14, kept: 13 })]);
  expect(all).toMatchObject({ records_in: 30, accepted: 18, superseded: 4, kept: 16, merged: 2 });
  expect(closes(all)).toBe(true);
});

test("a file's rows are about what their kind is called; of an unknown kind nothing is said", () => {
  expect(kindTitle(account({}), "vi")).toBe("Báo cáo tồn kho vắc xin");
  expect(kindTitle(account({ kind: null }), "vi")).toBeNull();
});
