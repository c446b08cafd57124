import { fromLegacy, type LegacyEncoding } from "./legacy-letters.ts";
import { isVietnameseSyllable } from "./vietnamese-syllable.ts";

/** Columns that were typed in a font of the 1990s: their letters are Unicode, but not those that the sender saw. */
export interface LegacyColumns {
  encoding: LegacyEncoding;
  columns: ReadonlySet<number>;
}

type Cells = ReadonlyArray<string | null>;

// Fewer odd words than this may be names from abroad.
const LEAST_WORDS = 3;
// Of the words that are no Vietnamese as they stand, so many must be once they are converted.
const LEAST_SHARE = 0.8;
// Of the cells of a column, so many must show it: a single word from abroad does not condemn its column.
const LEAST_CELLS = 0.25;
const WORD = /[^\s\d.,;:()/\\"'+_-]+/g;
const LEGACY_LETTER = /[\u00A1-\u00FF]/;
// Letters that no old font can have left.
const BEYOND = /[\u0100-\u024F\u1E00-\u1EFF]/;

/** For each cell of a column that an old font may have left letters in: its words that have them. */
type Evidence = string[][];

/** Finds the columns of a sample of rows that read as Vietnamese in an old font, and not as they stand; null for none. */
export function legacyColumns(rows: Iterable<Cells>): LegacyColumns | null {
  const evidence = evidenceByColumn(rows);
  const [best, other] = (["TCVN3", "VNI"] as const)
    .map((encoding) => ({ encoding, ...readAs(evidence, encoding) }))
    .sort((a, b) => b.good - a.good);
  if (best === undefined || best.good < LEAST_WORDS || best.good === other?.good) return null;
  return { encoding: best.encoding, columns: best.columns };
}

/** Whether every column of a sample with letters that an old font may have left has letters too that none can have left. */
export function isPlainlyUnicode(rows: Iterable<Cells>): boolean {
  const doubtful = new Map<number, number>();
  const clear = new Set<number>();
  for (const cells of rows) {
    for (const [at, cell] of cells.entries()) {
      if (cell === null) continue;
      if (BEYOND.test(cell)) clear.add(at);
      else if (LEGACY_LETTER.test(cell)) doubtful.set(at, (doubtful.get(at) ?? 0) + 1);
    }
  }
  // A column of numbers has letters in its title alone.
  return clear.size > 0 && [...doubtful].every(([at, count]) => count === 1 || clear.has(at));
}

function evidenceByColumn(rows: Iterable<Cells>): Map<number, Evidence> {
  const evidence = new Map<number, Evidence>();
  for (const cells of rows) {
    for (const [at, cell] of cells.entries()) {
      if (cell === null || !LEGACY_LETTER.test(cell)) continue;
      const column = evidence.get(at) ?? [];
      evidence.set(at, column);
      column.push(legacyWords(cell));
    }
  }
  return evidence;
}

function legacyWords(cell: string): string[] {
  return (cell.match(WORD) ?? []).filter((word) => LEGACY_LETTER.test(word) && !BEYOND.test(word));
}

/** The columns that read as Vietnamese in an encoding, and how many different words show it. */
function readAs(evidence: ReadonlyMap<number, Evidence>, encoding: LegacyEncoding) {
  const good = new Set<string>();
  const columns = new Set<number>();
  const isRead = (word: string) => isVietnameseSyllable(fromLegacy(word, encoding));
  for (const [at, cells] of evidence) {
    const words = [...new Set(cells.flat())];
    const odd = words.filter((word) => !isVietnameseSyllable(word));
    const read = new Set(odd.filter(isRead));
    const showing = cells.filter((cell) => cell.some((word) => read.has(word))).length;
    const shown = read.size > 0 && read.size >= LEAST_SHARE * odd.length && showing >= LEAST_CELLS * cells.length;
    // A header such as "Số CMT" may by chance read well in both; its column of digits cannot tell.
    const silent = odd.length === 0 && cells.length === 1 && words.every(isRead);
    if (shown || silent) columns.add(at);
    if (shown) for (const word of read) good.add(word);
  }
  return { good: good.size, columns };
}

/**
 * The cells of a row in Unicode. A cell that reads as Vietnamese as it stands is left alone, unless the row's other cells
 * show that it was typed in the old font.
 */
export function mendedCells(cells: Cells, { encoding, columns }: LegacyColumns): Array<string | null> {
  const isLegacy = (cell: string | null, at: number): cell is string =>
    cell !== null && columns.has(at) && LEGACY_LETTER.test(cell) && !BEYOND.test(cell);
  const isCertain = (cell: string) =>
    legacyWords(cell).some((word) => !isVietnameseSyllable(word) && isVietnameseSyllable(fromLegacy(word, encoding)));
  const certain = cells.map((cell, at) => isLegacy(cell, at) && isCertain(cell));
  const wholeRow = certain.includes(true) && !cells.some((cell) => cell !== null && BEYOND.test(cell));
  return cells.map((cell, at) =>
    isLegacy(cell, at) && (wholeRow || certain[at] === true) ? fromLegacy(cell, encoding) : cell,
  );
}
