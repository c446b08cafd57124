import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// What takes half a minute and more, of files that are short themselves: begun last, one of them would keep a single core busy at the end.
const longest = [
  "corpus.test.ts",
  "killed.test.ts",
  "round-trip.test.ts",
  "plain-csv.test.ts",
  "check-cli.test.ts",
  "clean/identity.test.ts",
  "clean/steps.test.ts",
  "stopped.test.ts",
  "partitions.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(`/${name}`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

// Runs of the whole walk take a second each, several at a time on a small machine: some wait for others and for the disk, so
// that three workers keep two cores busy.
export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 3,
    // To load everything anew for each file takes a fifth of the processor's time; no test changes what others load.
    isolate: false,
    // Of few rows most time goes into planning: a second core each is in the way of other tests. Those that show that nothing
    // depends on it take all cores (`test/all-cores.ts`).
    // What is done with many rows is tried with fewer.
    env: { TIENDO_THREADS: "1", TIENDO_FEW_ROWS: "50000" },
    sequence: { sequencer: LongestFirst },
    globalSetup: ["test/scratch.ts"],
    setupFiles: ["test/same-draws.ts"],
  },
});
