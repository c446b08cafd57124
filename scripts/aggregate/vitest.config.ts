import { defineConfig } from "vitest/config";

// Runs of the whole walk take a second each, several at a time on a small machine.
export default defineConfig({
  test: { testTimeout: 30_000, hookTimeout: 30_000, setupFiles: ["test/same-draws.ts"] },
});
