import type { Effect } from "@tiendo/schema";
import type { CellStyle, StyleTable } from "./xlsx/style-table.ts";

/** Effects, gravest first. */
export const gravestFirst = ["quarantine", "to_clean", "warning", "information"] as const satisfies readonly Effect[];

// Told apart without colour too: by weight of letters and border on paper, by lightness for colour-blind readers.
const looks: Readonly<Record<Effect, CellStyle>> = {
  quarantine: { fill: "F4A582", bold: true, border: "thick" },
  to_clean: { fill: "FDD49E", bold: true, border: "medium" },
  warning: { fill: "FFF7BC", italic: true, border: "dashed" },
  information: {},
};

/** The gravest of some effects; null where there are none. */
export function gravest(effects: Iterable<Effect>): Effect | null {
  const found = new Set(effects);
  return gravestFirst.find((effect) => found.has(effect)) ?? null;
}

/** Style numbers of a sender's cell by its effect and by whether its text could be taken for a formula. */
export class CellStyles {
  readonly #plain: Map<Effect | null, number>;
  readonly #quoted: Map<Effect | null, number>;

  constructor(styles: StyleTable) {
    const numbers = (quoted: boolean) =>
      new Map<Effect | null, number>([
        [null, styles.numberOf({ format: "text", quoted })],
        ...gravestFirst.map((effect): [Effect, number] => [
          effect,
          styles.numberOf({ format: "text", quoted, ...looks[effect] }),
        ]),
      ]);
    this.#plain = numbers(false);
    this.#quoted = numbers(true);
  }

  /** The style of a cell with this text. */
  numberOf(text: string | null, effect: Effect | null): number {
    return (text !== null && looksActive(text) ? this.#quoted : this.#plain).get(effect) ?? 0;
  }
}

/**
 * Whether a spreadsheet program might run the text if someone edited its cell or pasted it elsewhere. Such a cell is
 * written as a text cell with the quote prefix: nothing evaluates it, and reading it back gives the very same text,
 * which a written apostrophe would not.
 */
function looksActive(text: string): boolean {
  return /^[\s\u200B\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(text);
}
