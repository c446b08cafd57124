import { afterAll, beforeAll } from "vitest";

/** Lets DuckDB take every core in the tests of a file, as it does for users. */
export function onAllCores(): void {
  const before = process.env.TIENDO_THREADS;
  beforeAll(() => {
    process.env.TIENDO_THREADS = "";
  });
  afterAll(() => {
    process.env.TIENDO_THREADS = before;
  });
}
