import { defineConfig } from "vitest/config";

// Runs of the whole walk take a second each, several at a time on a small machine: two workers, where Vitest would take one.
export default defineConfig({
  test: { testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2, setupFiles: ["test/same-draws.ts"] },
});
