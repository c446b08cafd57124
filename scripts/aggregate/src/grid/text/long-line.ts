import { excerpt } from "../excerpt.ts";
import type { BrokenLine } from "../grid-row.ts";
import { longestCell, longestRecord } from "../limits.ts";
import { openCell } from "./csv-record.ts";

const shortCell = {
  vi: `một ô không quá ${longestCell} ký tự`,
  en: `a cell of at most ${longestCell} characters`,
};
const shortLine = {
  vi: `một dòng không quá ${longestRecord} ký tự`,
  en: `a line of at most ${longestRecord} characters`,
};

/** A line too long to be a record, while its rest is passed over: whether one cell is to blame shows further on only. */
export class LongLine {
  readonly #line: string;
  readonly #cell: string;
  readonly #place: number;
  readonly #stop: string;
  #length: number;
  #open = true;

  /** @param text the line's beginning, as long as a record may be */
  constructor(text: string, delimiter: string) {
    const { place, start } = openCell(text, delimiter);
    this.#line = excerpt(text);
    this.#cell = excerpt(text.slice(start));
    this.#place = place;
    const quoted = text[start] === '"';
    this.#stop = quoted ? '"' : delimiter;
    this.#length = text.length - start - (quoted ? 1 : 0);
  }

  /** Takes more of the line: the cell that was open ends where its delimiter or quote comes. */
  pass(text: string, from: number, to: number): void {
    if (!this.#open) return;
    let stop = text.indexOf(this.#stop, from);
    // Doubled quotes do not end a quoted cell.
    while (this.#stop === '"' && text[stop] === '"' && text[stop + 1] === '"') stop = text.indexOf('"', stop + 2);
    this.#open = stop < 0 || stop >= to;
    this.#length += (this.#open ? to : stop) - from;
  }

  /** Why the line is no record, once it was passed. */
  broken(): BrokenLine {
    if (this.#length <= longestCell) return { found: this.#line, expected: shortLine };
    return { found: this.#cell, expected: shortCell, cell: this.#place };
  }
}
