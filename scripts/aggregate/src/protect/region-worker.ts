// A thread that hides within one region, or one table, after another.
import { parentPort } from "node:worker_threads";
import { type Chosen, NoRoom } from "./choose.ts";
import { hideInSections } from "./hide-in-sections.ts";
import type { CountTable } from "./table.ts";
import type { Witness } from "./witness.ts";

/** What a thread is asked. */
export interface RegionTask {
  region: CountTable;
  width: number;
  /** Whether cells may stay too narrow whatever else is hidden. */
  mayStick: boolean;
  /** Tables found elsewhere, see `hideMore`. */
  witnesses?: readonly Witness[];
}

/** What a thread answers: what it chose, or the cell that finds no room. */
export type RegionAnswer = Chosen | { noRoom: number };

// Any other failure ends the thread, and the error arrives where it was started.
parentPort?.on("message", async ({ region, width, mayStick, witnesses }: RegionTask) => {
  const answer: RegionAnswer = await hideInSections(region, width, mayStick, witnesses).catch((cause) => {
    if (cause instanceof NoRoom) return { noRoom: cause.cell };
    throw cause;
  });
  parentPort?.postMessage(answer);
});
