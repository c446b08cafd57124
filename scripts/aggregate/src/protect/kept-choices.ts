import { createHash } from "node:crypto";
import { mkdir, open, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeHash, lockHash } from "../rules-hash.ts";
import type { Run } from "../run.ts";
import type { Chosen } from "./choose.ts";
import type { RegionTask } from "./region-worker.ts";
import { packed, type Witness } from "./witness.ts";

/** The file of the store for what a run chose to hide, named by its day and by the code that chooses, the solver's too. */
export async function choicesFile({ reading, report }: Pick<Run, "reading" | "report">): Promise<string> {
  const code = createHash("sha256").update(`${await codeHash("scripts/aggregate/src/protect")} ${await lockHash()}`);
  return join(reading.store, `hidden-${report.as_of}-${code.digest("hex").slice(0, 24)}.json`);
}

/** A choice as it is written down. */
interface Written {
  more: number[];
  stuck: number[];
  witnesses: readonly Witness[];
}

/**
 * What was chosen to be hidden, by all that decides it: where a run asks what the run before asked, nothing is looked for again. It
 * holds hidden numbers, so that its file stays in the private folder; the gate attacks what leaves however it was chosen.
 */
export class KeptChoices {
  readonly #before: ReadonlyMap<string, Written>;
  readonly #asked = new Map<string, Written>();

  private constructor(before: ReadonlyMap<string, Written>) {
    this.#before = before;
  }

  /** The choices that a file holds; none where there is no such file, or none that can be read. */
  static async read(path: string): Promise<KeptChoices> {
    return new KeptChoices(new Map(await entriesIn(path)));
  }

  /** The choice for what is asked, chosen now unless it was before. */
  async of(asked: RegionTask, choose: () => Promise<Chosen>): Promise<Chosen> {
    // Choosing hides the cells of the table itself.
    const key = keyOf(asked);
    const known = this.#before.get(key);
    const chosen = known === undefined ? await choose() : chosenOf(known);
    this.#asked.set(key, known ?? writtenOf(chosen));
    return chosen;
  }

  /** Writes what this run asked, and nothing else, whole or not at all; of small tables nothing is asked. */
  async write(path: string): Promise<void> {
    if (this.#asked.size === 0) return;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(`${path}.partial`, linesOf(this.#asked), { mode: 0o600 });
    await rename(`${path}.partial`, path);
  }
}

// The counts of a country are longer than one text may be.
const HASHED_AT_ONCE = 10_000;

function keyOf({ region, width, mayStick, witnesses = [] }: RegionTask): string {
  const hash = createHash("sha256").update(JSON.stringify([width, mayStick]));
  for (const [name, all] of Object.entries({ cells: region.cells, equations: region.equations })) {
    hash.update(name);
    for (let from = 0; from < all.length; from += HASHED_AT_ONCE)
      hash.update(JSON.stringify(all.slice(from, from + HASHED_AT_ONCE)));
  }
  for (const witness of witnesses) hash.update(JSON.stringify(listed(witness)));
  return hash.digest("hex");
}

/** A line a choice: those of a country together are longer than one text may be. */
function* linesOf(choices: Iterable<[string, Written]>): Generator<string> {
  for (const choice of choices) yield `${JSON.stringify(choice)}\n`;
}

async function entriesIn(path: string): Promise<Array<[string, Written]>> {
  const file = await open(path).catch(() => null);
  if (file === null) return [];
  const entries: Array<[string, Written]> = [];
  try {
    for await (const line of file.readLines()) entries.push(JSON.parse(line) as [string, Written]);
    return entries;
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function chosenOf({ more, stuck, witnesses }: Written): Chosen {
  return { more: new Set(more), stuck: new Set(stuck), witnesses: witnesses.map(packed) };
}

function writtenOf({ more, stuck, witnesses }: Chosen): Written {
  return { more: [...more], stuck: [...stuck], witnesses: witnesses.map(listed) };
}

/** As it can be written: a typed array would be an object of its places. */
function listed({ cells, by }: Witness): Witness {
  return { cells: [...cells], by: [...by] };
}
