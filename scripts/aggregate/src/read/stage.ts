import { columnsOf, identifier, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { GridRow } from "../grid/grid.ts";
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
    "create or replace table stage_rejected (record bigint, line bigint, found varchar, expected_vi varchar, expected_en varchar)",
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

  /** @param text whether the rows are lines of a text file, whose width is that of the header or they are broken */
  constructor(header: Header, text: boolean) {
    this.#header = header;
    this.#text = text;
    this.#columns = columnsOf(rowKinds[header.kind].schema).map(({ name }) => header.places.get(name));
    this.#doses = header.doses.map(({ slot, places }) => ({ slot, places: doseNames.map((name) => places.get(name)) }));
  }

  /** What is to be said of the rows sorted so far, once for a column. */
  notes(): HeaderNote[] {
    return composedNotes([...this.#composed].flatMap((at) => placeName(this.#header, at) ?? []));
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
    const problem = row.broken ?? this.#widthProblem(row);
    const line = BigInt(row.row);
    if (problem !== null) {
      this.counts.rejected += 1;
      staged.rejected.push([record, line, problem.found, problem.expected.vi, problem.expected.en]);
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

  /** Blank, or the example row of a form. */
  #isBlank({ cells }: GridRow): boolean {
    const { order } = this.#header;
    return (order !== null && cells[order] === EXAMPLE_MARK) || cells.every((cell) => cell === null);
  }

  #widthProblem({ cells }: GridRow): GridRow["broken"] {
    const { width } = this.#header;
    const lastFilled = cells.findLastIndex((cell) => cell !== null) + 1;
    const fits = lastFilled <= width && (!this.#text || cells.length >= width || lastFilled === 0);
    if (fits) return null;
    return { found: `${cells.length}`, expected: { vi: `${width} ô`, en: `${width} cells` } };
  }
}

/** Says of columns that their letters came decomposed and were put together. */
export function composedNotes(columns: readonly string[]): HeaderNote[] {
  return columns.map((column) => ({ code: "NAME.NFD", column, found: "", expected: "" }));
}

function cellAt({ cells }: GridRow, at: number | undefined): string | null {
  return at === undefined ? null : (cells[at] ?? null);
}
