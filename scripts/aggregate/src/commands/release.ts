import { inputHash, sentHash } from "../input-hash.ts";
import { compute, release } from "../main.ts";
import { leavesRoom, type OpenRun } from "../open-run.ts";
import type { Folders } from "../report/folders.ts";
import type { Outcome } from "../run.ts";
import { rememberOutcome, unchangedOutcome } from "../state.ts";
import { userPath } from "../user-path.ts";
import type { AggregateOptions } from "./aggregate-options.ts";

/** One release of a report that is to be made; it can be computed before the one before it is published. */
export class Release {
  readonly id: string;
  readonly options: AggregateOptions;
  readonly #asOf: string;
  readonly #latest: boolean;
  readonly #folders: Folders;
  /** What is said while another release has the word. */
  readonly #held: string[] = [];
  #begun: Promise<OpenRun> | null = null;
  /** The hash of what it was begun to be computed from. */
  #begunOf: Promise<string> | null = null;
  #hasWord = false;

  /** @param latest whether it is the report's last day */
  constructor(id: string, asOf: string, latest: boolean, folders: Folders, options: AggregateOptions) {
    this.id = id;
    this.options = options;
    this.#asOf = asOf;
    this.#latest = latest;
    this.#folders = folders;
  }

  /**
   * Makes it, unless nothing changed since it was made.
   * @param next the release after it, which is computed meanwhile where memory allows
   */
  async make(next: Release | undefined): Promise<{ outcome: Outcome; unchanged: boolean }> {
    const inputs = await inputHash(this.#folders, this.#asOf);
    const known = this.options.force === true ? null : await unchangedOutcome(this.#folders, this.#asOf, inputs);
    if (known !== null) return { outcome: known, unchanged: true };
    this.#takeWord();
    const computed = await this.#computed();
    if (leavesRoom(computed)) next?.begin();
    const outcome = await release(computed);
    await rememberOutcome(this.#folders, this.#asOf, inputs, outcome);
    return { outcome, unchanged: false };
  }

  /** Begins to compute it before the release before it is published. */
  begin(): void {
    const sent = sentHash(this.#folders, this.#asOf);
    this.#begunOf = sent;
    this.#begun = sent.then(() => this.#compute(true));
    // Where it fails, that is said when its turn comes.
    this.#begun.catch(() => null);
  }

  /** Gives back what was computed ahead and is not wanted. */
  async drop(): Promise<void> {
    const computed = await this.#begun?.catch(() => null);
    computed?.close();
    this.#begun = null;
  }

  /** What was computed ahead, unless something was sent since it was begun. */
  async #computed(): Promise<OpenRun> {
    if ((await this.#begunOf) !== (await sentHash(this.#folders, this.#asOf))) await this.drop();
    const begun = this.#begun;
    this.#begun = null;
    return begun ?? this.#compute(false);
  }

  #compute(ahead: boolean): Promise<OpenRun> {
    const { data, firstRelease = false, memory, partitions, spill } = this.options;
    return compute(this.id, {
      data,
      asOf: this.#asOf,
      latest: this.#latest,
      firstRelease,
      ahead,
      memory,
      partitions,
      spill: spill === undefined ? undefined : userPath(spill),
      say: (line) => this.#say(`  ${line}`),
    });
  }

  #takeWord(): void {
    this.#hasWord = true;
    console.log(`${this.id}: đang tổng hợp đến ngày ${this.#asOf} | aggregating as of ${this.#asOf}`);
    for (const line of this.#held.splice(0)) console.log(line);
  }

  #say(line: string): void {
    if (this.#hasWord) console.log(line);
    else this.#held.push(line);
  }
}
