import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Chosen, NoRoom } from "./choose.ts";
import { hideInSections } from "./hide-in-sections.ts";
import type { RegionAnswer, RegionTask } from "./region-worker.ts";
import { type RegionOf, Regions } from "./regions.ts";
import type { Cell, CountTable } from "./table.ts";
import { moved, type Witness } from "./witness.ts";

const workerScript = new URL("./region-worker.ts", import.meta.url);

/** How a table is hidden in. */
export interface Hiding {
  width: number;
  /** Whether cells may stay too narrow whatever else is hidden. */
  mayStick: boolean;
  /** How many threads look at regions, by default one a processor; one for none beside this. What is hidden is the same. */
  threads?: number;
  /** From how many counts on a thread is worth starting for a table of one region. */
  large?: number;
}

/**
 * Hides like `hideMore`, first in each region by itself: most cells find room there, among far fewer than all. What is left over, such
 * as the counts of the regions themselves, is looked at in the whole table.
 */
export async function hideByRegion(table: CountTable, regionOf: RegionOf, hiding: Hiding): Promise<Chosen> {
  const { width, mayStick, threads = availableParallelism() } = hiding;
  const regions = new Regions(table, regionOf);
  if (regions.names.length < 2) return hideAtOnce(table, hiding);
  const more = new Set<number>();
  const witnesses: Witness[] = [];
  for (const chosen of await chosenIn(regions, width, threads)) {
    for (const cell of chosen.more) more.add(cell);
    for (const witness of chosen.witnesses) witnesses.push(witness);
  }
  for (const cell of more) (table.cells[cell] as Cell).hidden = true;
  const rest = await hideInSections(table, width, mayStick, witnesses);
  return { ...rest, more: new Set([...more, ...rest.more]) };
}

// Below it a thread takes longer to start than to hide.
const LARGE = 5_000;

/** Where a table takes seconds, in a thread, so that the next release can be computed meanwhile. */
async function hideAtOnce(table: CountTable, { width, mayStick, large = LARGE }: Hiding): Promise<Chosen> {
  if (table.cells.length < large) return hideInSections(table, width, mayStick);
  const worker = new Worker(workerScript);
  try {
    return await answer(worker, { region: table, width, mayStick });
  } finally {
    await worker.terminate();
  }
}

/** What is chosen in each region, by the cells of the whole table. */
async function chosenIn(regions: Regions, width: number, threads: number): Promise<Chosen[]> {
  const { names } = regions;
  const found: Chosen[] = [];
  const left = names.entries();
  const work = async (ask: Ask) => {
    for (const [place, name] of left) {
      const { at, ...region } = regions.section(name);
      found[place] = inTable(await ask({ region, width, mayStick: true }), at);
    }
  };
  if (threads < 2) await work(({ region }) => hideInSections(region, width, true));
  else await inThreads(Math.min(threads, names.length), work);
  return found;
}

type Ask = (task: RegionTask) => Promise<Chosen>;

/** Has each of some threads work, and ends all of them with the work, or with the first that fails. */
async function inThreads(count: number, work: (ask: Ask) => Promise<void>): Promise<void> {
  const workers = Array.from({ length: count }, () => new Worker(workerScript));
  try {
    await Promise.all(workers.map((worker) => work((task) => answer(worker, task))));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** @throws {NoRoom} as `hideInSections` @throws {Error} what ended the thread */
async function answer(worker: Worker, task: RegionTask): Promise<Chosen> {
  worker.postMessage(task);
  const [answered] = (await once(worker, "message")) as [RegionAnswer];
  if ("noRoom" in answered) throw new NoRoom(answered.noRoom, task.width);
  return answered;
}

function inTable({ more, stuck, witnesses }: Chosen, at: readonly number[]): Chosen {
  const cellOf = (cell: number) => at[cell] ?? -1;
  return {
    more: new Set([...more].map(cellOf)),
    stuck: new Set([...stuck].map(cellOf)),
    witnesses: witnesses.map((witness) => moved(witness, cellOf)),
  };
}
