import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The pages are built and read in a real browser; two builds and some 200 visits take a while on two cores.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // What a script does after a page is loaded comes late on a slow machine.
    expect: { poll: { timeout: 20_000 } },
  },
});
