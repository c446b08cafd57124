import { createHash } from "node:crypto";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { codeHash, lockHash } from "../rules-hash.ts";
import type { Run } from "../run.ts";
import { addChoice, type ChoicePlace, choiceAt, choicePlaces } from "./choice-file.ts";
import type { Chosen } from "./choose.ts";
import type { RegionTask } from "./region-worker.ts";
import type { Witness } from "./witness.ts";

/** The file of the store for what a run chose to hide, named by its day and by the code that chooses, the solver's too. */
export async function choicesFile({ reading, report }: Pick<Run, "reading" | "report">): Promise<string> {
  const code = createHash("sha256").update(`${await codeHash("scripts/aggregate/src/protect")} ${await lockHash()}`);
  return join(reading.store, `hidden-${report.as_of}-${code.digest("hex").slice(0, 24)}`);
}

/**
 * What was chosen to be hidden, by all that decides it: where a run asks what the run before asked, nothing is looked for again. It
 * holds hidden numbers, so that its file stays in the private folder; the gate attacks what leaves however it was chosen. Of a country
 * it is gigabytes: each choice is written as soon as it is made, and read when it is asked for.
 */
export class KeptChoices {
  readonly #path: string;
  readonly #before: ReadonlyMap<string, ChoicePlace>;
  readonly #asked = new Set<string>();

  /** @param path the file that holds the choices of the run before; none where there is no such file, or none that can be read */
  constructor(path: string) {
    this.#path = path;
    this.#before = choicePlaces(path);
  }

  /** The choice for what is asked, chosen now unless it was before. */
  async of(asked: RegionTask, choose: () => Promise<Chosen>): Promise<Chosen> {
    // Choosing hides the cells of the table itself.
    const key = keyOf(asked);
    const chosen = this.#known(key) ?? (await choose());
    if (!this.#asked.has(key)) addChoice(this.#partial, key, chosen, this.#asked.size === 0);
    this.#asked.add(key);
    return chosen;
  }

  #known(key: string): Chosen | null {
    const place = this.#before.get(key);
    try {
      return place === undefined ? null : choiceAt(this.#path, place);
    } catch {
      // What cannot be read is chosen again.
      return null;
    }
  }

  get #partial(): string {
    return `${this.#path}.partial`;
  }

  /** Keeps what this run asked, and nothing else, whole or not at all; of small tables nothing is asked. */
  async keep(): Promise<void> {
    if (this.#asked.size > 0) await rename(this.#partial, this.#path);
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

/** As JSON has it: a typed array would be an object of its places. */
function listed({ cells, by }: Witness): Witness {
  return { cells: [...cells], by: [...by] };
}
