const BLOCK = 4096;

interface Block {
  bytes: Buffer;
  /** Where each string ends. */
  ends: Uint32Array;
}

/** Millions of strings by number, kept as UTF-8 in blocks: JavaScript strings would take several times the memory. */
export class StringTable {
  readonly #blocks: Block[] = [];
  #open: string[] = [];
  length = 0;

  add(text: string): void {
    this.#open.push(text);
    this.length += 1;
    if (this.#open.length < BLOCK) return;
    this.#blocks.push(blockOf(this.#open));
    this.#open = [];
  }

  /** The string of a number, from 0; undefined past the last. */
  at(index: number): string | undefined {
    const block = this.#blocks[Math.floor(index / BLOCK)];
    const within = index % BLOCK;
    if (block === undefined) return index < this.length ? this.#open[within] : undefined;
    return block.bytes.toString("utf8", within === 0 ? 0 : block.ends[within - 1], block.ends[within]);
  }
}

function blockOf(texts: string[]): Block {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [at, text] of texts.entries()) {
    end += Buffer.byteLength(text);
    ends[at] = end;
  }
  return { bytes: Buffer.from(texts.join("")), ends };
}
