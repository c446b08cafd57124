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
  let outcome = (): PoolOutcome => ({ tables: new Map(), broken: [] });
  beforeAll(async () => {
    // What a run throws is thrown again in each test, so that a known fault is told from a new one.
    outcome = await outcomeOf(root, placed).then(
      (found) => () => found,
      (error) => () => {
        throw error;
      },
    );
  }, HANGS_AFTER_MS * pool.length);

  for (const { one, place } of placed) {
    const judge = one.fault === undefined ? test : test.fails;
    judge(one.name, () => expect(outcome().tables.get(place.number) ?? []).toEqual(one.expected));
  }

  test.skipIf(pool.some(({ fault }) => fault !== undefined))(
    "every row is accounted for, and what is not accepted has its reason listed",
    () => {
      expect(outcome().broken).toEqual([]);
    },
  );
});
