import { columnsOf, identifier, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { type BrokenLine, excerpt, type GridRow, longestCell } from "../grid/grid.ts";
import { EXAMPLE_MARK } from "../workbook/tool-sheets.ts";
import type { Header, HeaderNote } from "./header.ts";
import { placeName } from "./place-name.ts";

/** What happened to the rows of a table that are no records with content. */
export interface TableCounts {
  records_in: number;
  rejected: number;
  blank: number;
}

/** Rows of a grid sorted out for the stage tables: those with content, their dose groups, and lines that are no record. */
export interface StagedRows {
  rows: Array<Array<string | bigint | null>>;
  doses: Array<Array<string | bigint | number | null>>;
  rejected: Array<Array<string | bigint | null>>;
}

/** A stage with nothing in it. */
export function emptyStage(): StagedRows {
  return { rows: [], doses: [], rejected: [] };
}

/** Creates `stage_row`, `stage_dose` and `stage_rejected`: text cells as read, a batch at a time. */
export async function createStage(db: Database, kind: RowKind): Promise<void> {
  const cells = (names: readonly string[]) => names.map((name) => `${identifier(name)} varchar`).join(", ");
  const columns = columnsOf(rowKinds[kind].schema).map(({ name }) => name);
  await db.run(`create or replace table stage_row (record bigint, line bigint, ${cells(columns)})`);
  await db.run(`create or replace table stage_dose (record bigint, line bigint, slot integer, ${cells(doseNames)})`);
  await db.run(
    `create or replace table stage_rejected (record bigint, line bigint, code varchar, column_name varchar, found varchar,
      expected_vi varchar, expected_en varchar)`,
  );
}

const doseNames = columnsOf(PersonDose).map(({ name }) => name);

/** Sorts the rows below a header out; `counts` goes on from batch to batch. */
export class RowSorter {
  readonly counts: TableCounts = { records_in: 0, rejected: 0, blank: 0 };
  readonly #header: Header;
  readonly #text: boolean;
  readonly #columns: Array<number | undefined>;
  readonly #doses: Array<{ slot: number; places: Array<number | undefined> }>;
  readonly #composed = new Set<number>();
  readonly #examples: number[] = [];

  /** @param text whether the rows are lines of a text file, whose width is that of the header or they are broken */
  constructor(header: Header, text: boolean) {
    this.#header = header;
    this.#text = text;
    this.#columns = columnsOf(rowKinds[header.kind].schema).map(({ name }) => header.places.get(name));
    this.#doses = header.doses.map(({ slot, places }) => ({ slot, places: doseNames.map((name) => places.get(name)) }));
  }

  /** What is to be said of the rows sorted so far, once for a column. */
  notes(): HeaderNote[] {
    const columns = [...this.#composed].flatMap((at) => placeName(this.#header, at) ?? []);
    return [...composedNotes(columns), ...exampleNotes(this.#examples)];
  }

  /** Sorts a batch into what is staged already. */
  sort(batch: readonly GridRow[], staged: StagedRows): void {
    for (const row of batch) {
      if (row.row <= this.#header.row) continue;
      this.counts.records_in += 1;
      this.#sortRow(row, BigInt(this.counts.records_in), staged);
    }
  }

  #sortRow(row: GridRow, record: bigint, staged: StagedRows): void {
    const problem = row.broken ?? this.#cellProblem(row) ?? this.#widthProblem(row);
    const line = BigInt(row.row);
    if (problem !== null) {
      this.counts.rejected += 1;
      staged.rejected.push([record, line, ...this.#rejection(problem)]);
    } else if (this.#isBlank(row)) this.counts.blank += 1;
    else {
      for (const at of row.composed ?? []) this.#composed.add(at);
      staged.rows.push([record, line, ...this.#columns.map((at) => cellAt(row, at))]);
      for (const { slot, places } of this.#doses) {
        const cells = places.map((at) => cellAt(row, at));
        if (cells.some((cell) => cell !== null)) staged.doses.push([record, line, slot, ...cells]);
      }
    }
  }

  /** Blank, or the example row of a form, which is noted. */
  #isBlank({ row, cells }: GridRow): boolean {
    const { order } = this.#header;
    const isExample = order !== null && cells[order] === EXAMPLE_MARK;
    if (isExample) this.#examples.push(row);
    return isExample || cells.every((cell) => cell === null);
  }

  /** The code, the column and the words by which a line that is no record is listed. */
  #rejection({ found, expected, cell }: BrokenLine): string[] {
    const code = cell === undefined ? "LINE.REJECTED" : "FILE.CELL_TOO_LARGE";
    const column = cell === undefined ? "" : columnAt(this.#header, cell);
    return [code, column, found, expected.vi, expected.en];
  }

  #cellProblem({ cells }: GridRow): BrokenLine | null {
    for (const [cell, text] of cells.entries()) {
      if (text !== null && text.length > longestCell) return { found: excerpt(text), expected: shortCell, cell };
    }
    return null;
  }

  #widthProblem({ cells }: GridRow): BrokenLine | null {
    const { width } = this.#header;
    const lastFilled = cells.findLastIndex((cell) => cell !== null) + 1;
    const fits = lastFilled <= width && (!this.#text || cells.length >= width || lastFilled === 0);
    if (fits) return null;
    return { found: `${cells.length}`, expected: { vi: `${width} ô`, en: `${width} cells` } };
  }
}

const shortCell = {
  vi: `một ô không quá ${longestCell} ký tự`,
  en: `a cell of at most ${longestCell} characters`,
};

/** Past this many rows a form is filled with examples by mistake, and the first are enough to find it. */
const EXAMPLES_NAMED = 20;

function exampleNotes(rows: readonly number[]): HeaderNote[] {
  if (rows.length === 0) return [];
  const named = rows.slice(0, EXAMPLES_NAMED).join(", ");
  return [{ code: "ROW.EXAMPLE", column: "", found: rows.length > EXAMPLES_NAMED ? `${named}…` : named, expected: "" }];
}

/** A column by its name, or as its header is written, or by its place from 1. */
function columnAt(header: Header, at: number): string {
  return placeName(header, at) ?? header.above.at(-1)?.[at] ?? String(at + 1);
}

/** Says of columns that their letters came decomposed and were put together. */
export function composedNotes(columns: readonly string[]): HeaderNote[] {
  return columns.map((column) => ({ code: "NAME.NFD", column, found: "", expected: "" }));
}

function cellAt({ cells }: GridRow, at: number | undefined): string | null {
  return at === undefined ? null : (cells[at] ?? null);
}
