import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cases, pools } from "./corpus/cases.ts";
import { outcomeOf, type PoolOutcome } from "./corpus/outcome.ts";
import { Place } from "./corpus/place.ts";

const root = mkdtempSync(join(tmpdir(), "tiendo-corpus-"));
afterAll(() => rm(root, { recursive: true, force: true }));

// No file may keep anybody waiting for longer.
const HANGS_AFTER_MS = 20_000;

test("the corpus holds at least 80 hostile files", () => expect(cases.length).toBeGreaterThanOrEqual(80));

describe.each(pools())("%s", (_, pool) => {
  const placed = pool.map((one) => ({ one, place: new Place(root, cases.indexOf(one) + 1) }));
  let outcome: PoolOutcome;
  beforeAll(async () => {
    outcome = await outcomeOf(root, placed);
  }, HANGS_AFTER_MS * pool.length);

  test.each(placed)("$one.name", ({ one, place }) => {
    expect(outcome.tables.get(place.number)).toEqual(one.expected);
  });

  test("every row is accounted for, and what is not accepted has its reason listed", () => {
    expect(outcome.broken).toEqual([]);
  });
});
