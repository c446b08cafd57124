import { beforeEach, expect, test, vi } from "vitest";

const setting = "DUCKDB_JE_MALLOC_CONF";
let loadedWith: string | undefined;

beforeEach(() => {
  loadedWith = undefined;
  vi.resetModules();
  vi.doMock("@duckdb/node-api", () => {
    loadedWith = process.env[setting];
    // Nothing is asked of it.
    return { DuckDBInstance: null, DuckDBDataChunk: null };
  });
});

// Whichever of them loads DuckDB first.
const loading = ["db.ts", "grid/duckdb/duckdb-stream.ts", "index.ts"];

test.each(loading)("%s has DuckDB told to keep what it frees before it is loaded", async (path) => {
  vi.stubEnv(setting, undefined);
  await import(`../src/${path}`);
  expect(loadedWith).toBe("dirty_decay_ms:30000");
});

test("what the user says of DuckDB's memory stands", async () => {
  vi.stubEnv(setting, "dirty_decay_ms:0");
  await import("../src/db.ts");
  expect(loadedWith).toBe("dirty_decay_ms:0");
});
