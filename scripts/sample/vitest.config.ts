import { defineConfig } from "vitest/config";

// A sample takes seconds, more on a busy machine; two files at a time as there are two cores.
export default defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000, maxWorkers: 2 } });
