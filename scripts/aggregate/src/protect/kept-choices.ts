import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeHash, lockHash } from "../rules-hash.ts";
import type { Run } from "../run.ts";
import type { Chosen } from "./choose.ts";
import type { RegionTask } from "./region-worker.ts";
import type { Witness } from "./witness.ts";

/** All that decides what is chosen in a table, or in a part of one. */
export interface Asked extends RegionTask {
  witnesses?: readonly Witness[];
}

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
    const text = await readFile(path, "utf8").catch(() => "[]");
    return new KeptChoices(new Map(entriesOf(text)));
  }

  /** The choice for what is asked, chosen now unless it was before. */
  async of(asked: Asked, choose: () => Promise<Chosen>): Promise<Chosen> {
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
    await writeFile(`${path}.partial`, JSON.stringify([...this.#asked]), { mode: 0o600 });
    await rename(`${path}.partial`, path);
  }
}

// The counts of a country are longer than one text may be.
const HASHED_AT_ONCE = 10_000;

function keyOf({ region, width, mayStick, witnesses = [] }: Asked): string {
  const hash = createHash("sha256").update(JSON.stringify([width, mayStick]));
  for (const [name, all] of Object.entries({ cells: region.cells, equations: region.equations, witnesses })) {
    hash.update(name);
    for (let from = 0; from < all.length; from += HASHED_AT_ONCE)
      hash.update(JSON.stringify(all.slice(from, from + HASHED_AT_ONCE)));
  }
  return hash.digest("hex");
}

function entriesOf(text: string): Array<[string, Written]> {
  try {
    return JSON.parse(text) as Array<[string, Written]>;
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function chosenOf({ more, stuck, witnesses }: Written): Chosen {
  return { more: new Set(more), stuck: new Set(stuck), witnesses };
}

function writtenOf({ more, stuck, witnesses }: Chosen): Written {
  return { more: [...more], stuck: [...stuck], witnesses };
}
