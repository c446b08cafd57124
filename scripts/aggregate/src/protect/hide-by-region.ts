import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Chosen, NoRoom } from "./choose.ts";
import { hideInSections } from "./hide-in-sections.ts";
import type { KeptChoices } from "./kept-choices.ts";
import type { RegionAnswer, RegionTask } from "./region-worker.ts";
import { type RegionOf, Regions } from "./regions.ts";
import { type Cell, type CountTable, sectionsOf } from "./table.ts";
import { moved, type Witness } from "./witness.ts";

const workerScript = new URL("./region-worker.ts", import.meta.url);

/** How a table is hidden in. */
export interface Hiding {
  width: number;
  /** Whether cells may stay too narrow whatever else is hidden. */
  mayStick: boolean;
  /** How many threads look at regions, or at sections of one, by default one a processor. What is hidden is the same. */
  threads?: number;
  /** From how many counts on a thread is worth starting for a table of one region. */
  large?: number;
  /** What was chosen before. */
  kept?: KeptChoices | null;
  /** Told how many regions are done; in a country all of them take minutes. */
  told?: (done: number, regions: number) => void;
}

// What finds no room in its province mostly does with another beside it, or with some: a class of which few are in a province.
const TOGETHER = [1, 2, 8];

/**
 * Hides like `hideMore`, first in each region by itself: most cells find room there, among far fewer than all. What is left over is
 * looked at in regions two by two, and more together, and in the end in the whole table.
 */
export async function hideByRegion(table: CountTable, regionOf: RegionOf, hiding: Hiding): Promise<Chosen> {
  const { width, mayStick, kept = null, told = () => undefined } = hiding;
  const single = new Regions(table, regionOf);
  const { names } = single;
  if (names.length < 2) return hideAtOnce(table, hiding);
  const sizes = TOGETHER.filter((size) => size < names.length);
  const all = sizes.reduce((sum, size) => sum + Math.ceil(names.length / size), 0);
  let done = 0;
  const more = new Set<number>();
  let witnesses: readonly Witness[] = [];
  for (const size of sizes) {
    const regions = size === 1 ? single : new Regions(table, joined(regionOf, names, size));
    const found = await chosenIn(regions, witnesses, hiding, () => {
      done += 1;
      told(done, all);
    });
    for (const chosen of found) for (const cell of chosen.more) more.add(cell);
    for (const cell of more) (table.cells[cell] as Cell).hidden = true;
    witnesses = found.flatMap((chosen) => chosen.witnesses);
  }
  const whole = () => hideInSections(table, width, mayStick, witnesses);
  const rest = await (kept === null ? whole() : kept.of({ region: table, width, mayStick, witnesses }, whole));
  return { ...rest, more: new Set([...more, ...rest.more]) };
}

/** Regions joined by so many. */
function joined(regionOf: RegionOf, names: readonly string[], size: number): RegionOf {
  const of = new Map(names.map((name, at) => [name, String(Math.floor(at / size))]));
  return (cell) => {
    const region = regionOf(cell);
    return typeof region === "string" ? of.get(region) : region;
  };
}

// Below it a thread takes longer to start than to hide.
const LARGE = 5_000;

/** Where a table takes seconds, section by section in threads, the largest first; the next release can be computed meanwhile. */
async function hideAtOnce(table: CountTable, hiding: Hiding): Promise<Chosen> {
  const { width, mayStick, threads = availableParallelism(), large = LARGE } = hiding;
  if (table.cells.length < large) return hideInSections(table, width, mayStick);
  const sections = sectionsOf(table).filter(({ cells }) => cells.some(({ hidden, sensitive }) => hidden && sensitive));
  const left = sections.sort((a, b) => b.cells.length - a.cells.length).entries();
  const found: Chosen[] = [];
  await inThreads(Math.min(threads, sections.length), async (ask) => {
    const known = keeping(hiding, ask);
    for (const [place, { at, ...region }] of left) found[place] = await askOf(known, at, { region, width, mayStick });
  });
  return {
    more: new Set(found.flatMap(({ more }) => [...more])),
    stuck: new Set(found.flatMap(({ stuck }) => [...stuck])),
    witnesses: found.flatMap(({ witnesses }) => witnesses),
  };
}

/** What is chosen in a part of a table, by the cells of the whole. @throws {NoRoom} naming the cell of the whole */
async function askOf(ask: Ask, at: readonly number[], task: RegionTask): Promise<Chosen> {
  const chosen = await ask(task).catch((cause) => {
    throw cause instanceof NoRoom ? new NoRoom(at[cause.cell] ?? -1, task.width) : cause;
  });
  return inTable(chosen, at);
}

/** Asks only for what was not chosen before. */
function keeping({ kept = null }: Hiding, ask: Ask): Ask {
  return kept === null ? ask : (task) => kept.of(task, () => ask(task));
}

/** What is chosen in each region, by the cells of the whole table. @param witnesses tables known to agree with the whole */
async function chosenIn(
  regions: Regions,
  witnesses: readonly Witness[],
  hiding: Hiding,
  ended: () => void,
): Promise<Chosen[]> {
  const { width, threads = availableParallelism() } = hiding;
  const { names } = regions;
  const ofRegion = Map.groupBy(witnesses, ({ cells }) => regions.of(cells[0] ?? -1));
  const found: Chosen[] = [];
  const left = names.entries();
  const work = async (ask: Ask) => {
    for (const [place, name] of left) {
      const { at, ...region } = regions.section(name);
      const known = within(at, ofRegion.get(name) ?? []);
      found[place] = await askOf(keeping(hiding, ask), at, { region, width, mayStick: true, witnesses: known });
      ended();
    }
  };
  if (threads < 2) await work(({ region, witnesses: known }) => hideInSections(region, width, true, known));
  else await inThreads(Math.min(threads, names.length), work);
  return found;
}

/** Witnesses by the cells of a part of the table. */
function within(at: readonly number[], witnesses: readonly Witness[]): Witness[] {
  if (witnesses.length === 0) return [];
  const place = new Map(at.map((cell, index) => [cell, index]));
  return witnesses.map((witness) => moved(witness, (cell) => place.get(cell) ?? -1));
}

type Ask = (task: RegionTask) => Promise<Chosen>;

/** Has each of some threads work, and ends all of them with the work, or with the first that fails. */
async function inThreads(count: number, work: (ask: Ask) => Promise<void>): Promise<void> {
  const workers: Worker[] = [];
  // A thread is started when there is something to ask of it.
  const workerAt = (place: number): Worker => {
    const worker = workers[place] ?? new Worker(workerScript);
    workers[place] = worker;
    return worker;
  };
  const asking = (place: number): Ask => {
    return (task) => answer(workerAt(place), task);
  };
  try {
    await Promise.all(Array.from({ length: count }, (_, place) => work(asking(place))));
  } finally {
    // Of places that never asked there is none.
    await Promise.all(workers.filter(Boolean).map((worker) => worker.terminate()));
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
