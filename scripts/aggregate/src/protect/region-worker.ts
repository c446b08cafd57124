// A thread that hides within one region after another.
import { parentPort } from "node:worker_threads";
import { hideInSections } from "./hide-in-sections.ts";
import type { CountTable } from "./table.ts";

/** What a thread is asked. */
export interface RegionTask {
  region: CountTable;
  width: number;
}

// What fails here ends the thread, and the error arrives where it was started.
parentPort?.on("message", async ({ region, width }: RegionTask) => {
  parentPort?.postMessage(await hideInSections(region, width, true));
});
