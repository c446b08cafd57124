import type { Effect, Language, LocalText } from "@tiendo/schema";
import { effects } from "@tiendo/schema";
import { type CellStyles, gravest } from "./effect-style.ts";
import { columnLetters, type WrittenCell } from "./xlsx/cell-xml.ts";

/** One thing wrong with a row. */
export interface ReturnedIssue {
  /** Index of the bad cell in `cells`; null where the issue is about the whole row. */
  place: number | null;
  code: string;
  effect: Effect;
  message: LocalText;
  fix: LocalText;
}

/** One of the sender's rows with what is wrong with it. */
export interface ReturnedRow {
  cells: (string | null)[];
  /** What the row is known by when it comes back: twelve digits of the file's sha256, a colon, the record's number. */
  corrects: string;
  issues: ReturnedIssue[];
}

/** Makes the cells of returned rows. */
export class RowMaker {
  readonly #kept: readonly number[];
  readonly #styles: CellStyles;
  readonly #wrapped: number;
  readonly #lang: Language;
  readonly #places: Map<number, number>;

  constructor(kept: readonly number[], styles: CellStyles, wrapped: number, lang: Language) {
    this.#kept = kept;
    this.#styles = styles;
    this.#wrapped = wrapped;
    this.#lang = lang;
    this.#places = new Map(kept.map((from, to) => [from, to]));
  }

  /** The row's own cells and the four after them; cells beyond the sender's width follow those, so that none is lost. */
  cellsOf({ cells, corrects, issues }: ReturnedRow, width: number): WrittenCell[] {
    const own = this.#kept.map((at) => this.#ownCell(cells[at] ?? null, at, issues));
    const surplus = cells.slice(width).map((text) => this.#ownCell(text, -1, issues));
    return [...own, ...this.#told(corrects, issues), ...surplus];
  }

  #ownCell(text: string | null, at: number, issues: readonly ReturnedIssue[]): WrittenCell {
    const effect = issues.length === 0 ? null : effectAt(at, issues);
    return { value: text, style: this.#styles.numberOf(text, effect) };
  }

  #told(corrects: string, issues: readonly ReturnedIssue[]): WrittenCell[] {
    const lines = (line: (issue: ReturnedIssue) => string) => issues.map(line).join("\n");
    const plain = this.#styles.numberOf(null, null);
    const grave = this.#styles.numberOf(null, gravest(issues.map(({ effect }) => effect)));
    return [
      { value: corrects, style: plain },
      { value: lines(({ code }) => code), style: this.#wrapped },
      { value: lines(({ effect }) => effects[effect][this.#lang]), style: issues.length === 0 ? plain : grave },
      { value: lines((issue) => this.#explained(issue)), style: this.#wrapped },
    ];
  }

  /** Where, what, and how to mend it: "C: Ngày sinh ở tương lai. Sửa lại năm sinh." */
  #explained({ place, message, fix }: ReturnedIssue): string {
    const column = place === null ? undefined : this.#places.get(place);
    const where = column === undefined ? "" : `${columnLetters(column)}: `;
    return `${where}${message[this.#lang]} → ${fix[this.#lang]}`;
  }
}

function effectAt(place: number, issues: readonly ReturnedIssue[]): Effect | null {
  const found = issues.filter((issue) => issue.place === place).map(({ effect }) => effect);
  return gravest(found);
}
