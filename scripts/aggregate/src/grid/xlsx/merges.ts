import { columnOf } from "./cell-place.ts";

/** A merged range: rows from 1, columns from 0, both ends included. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A range such as `A7:B8`; null where it is none. */
export function mergeOf(range: string): Merge | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(range);
  if (found === null) return null;
  const [, left = "", top = "", right = "", bottom = ""] = found;
  return { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
}

/**
 * Blanks what merged cells hide, row by row from the top: only the first cell of a range is seen in Excel, though a
 * program may have left values in the others.
 */
export class MergeCover {
  readonly #waiting: Merge[];
  #open: Merge[] = [];

  constructor(merges: readonly Merge[]) {
    this.#waiting = [...merges].sort((a, b) => b.top - a.top);
  }

  /** Blanks the hidden cells of a row; rows must come in order. */
  blank(row: number, cells: Array<string | null>): void {
    if (this.#open.length > 0) this.#open = this.#open.filter(({ bottom }) => bottom >= row);
    for (let next = this.#waiting.at(-1); next !== undefined && next.top <= row; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      if (next.bottom >= row) this.#open.push(next);
    }
    for (const { top, left, right } of this.#open) {
      const end = Math.min(right, cells.length - 1);
      for (let at = row === top ? left + 1 : left; at <= end; at += 1) cells[at] = null;
    }
  }
}
