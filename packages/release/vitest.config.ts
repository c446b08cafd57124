import { defineConfig } from "vitest/config";

// A slow machine, shared with other tests, takes several times as long: no test fails for that.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 180_000 } });
