import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const setting = "DUCKDB_JE_MALLOC_CONF";
const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** What DuckDB's library is told of memory when it is loaded, in a process of its own, by a module. */
function told(path: string, given: Record<string, string> = {}): string {
  const script = `
    const load = process.dlopen;
    process.dlopen = (...words) => {
      console.log(process.env.${setting});
      return load(...words);
    };
    await import(${JSON.stringify(source(path))});`;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== setting));
  const words = ["--input-type=module", "--eval", script];
  const { stdout } = spawnSync(process.execPath, words, { env: { ...env, ...given }, encoding: "utf8" });
  return stdout;
}

// Whichever of them loads DuckDB first.
const loading = ["db.ts", "grid/duckdb/duckdb-stream.ts", "index.ts"];

test.each(loading)("%s has DuckDB told to keep what it frees before it is loaded", (path) => {
  expect(told(path)).toBe("dirty_decay_ms:5000\n");
});

test("what the user says of DuckDB's memory stands", () => {
  expect(told("db.ts", { [setting]: "dirty_decay_ms:0" })).toBe("dirty_decay_ms:0\n");
});
