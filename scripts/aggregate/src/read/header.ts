import { type Column, columnsOf } from "@tiendo/schema";
import { FileRefusal } from "./file-refusal.ts";
import type { HeaderNote } from "./raw-file.ts";
import { type RowKind, rowKindNames, rowKinds } from "./row-kinds.ts";

/** A header line understood: the kind of rows and, for each column of the kind, its place in the line. */
export interface Header {
  kind: RowKind;
  /** Column name to index of the cell; a column that may be blank may be absent. */
  places: Map<string, number>;
  width: number;
  notes: HeaderNote[];
}

/**
 * Recognises the kind of rows from a header line; order does not matter, columns that may be blank may be left out.
 * @throws {FileRefusal} FILE.HEADER_MISSING or FILE.HEADER_REPEATED
 */
export function headerOf(cells: readonly string[]): Header {
  const headers = rowKindNames.map((kind) => headerFor(kind, cells));
  const fitting = headers.filter(({ kind, places }) => missingColumns(kind, places).length === 0);
  const [header] = fitting;
  if (header === undefined) throw missingHeader(cells, headers);
  refuseRepeated(cells);
  return header;
}

function headerFor(kind: RowKind, cells: readonly string[]): Header {
  const columns = columnsOf(rowKinds[kind]);
  const names = new Map(columns.flatMap((column) => headerNames(column).map((name) => [headerKey(name), column.name])));
  const places = new Map<string, number>();
  const notes: HeaderNote[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = names.get(headerKey(cell));
    if (column !== undefined && !places.has(column)) places.set(column, index);
    const note = noteOn(cell, column);
    if (note !== null) notes.push(note);
  }
  return { kind, places, width: cells.length, notes };
}

function noteOn(cell: string, column: string | undefined): HeaderNote | null {
  if (column === undefined) return { code: "FILE.HEADER_EXTRA", column: cell, found: cell, expected: "" };
  const asNamed = headerKey(cell) === headerKey(column);
  return asNamed ? null : { code: "FILE.HEADER_ALIAS", column, found: cell, expected: column };
}

function headerNames(column: Column): string[] {
  return [column.name, column.meta.title.vi, column.meta.title.en, ...(column.meta.synonyms ?? [])];
}

/** Headers are compared without case, white space at the ends or in runs, and the form's marks of mandatory columns. */
function headerKey(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/\(\*\)|[*#]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function missingColumns(kind: RowKind, places: ReadonlyMap<string, number>): string[] {
  const needed = columnsOf(rowKinds[kind]).filter((column) => !column.nullable);
  return needed.map(({ name }) => name).filter((name) => !places.has(name));
}

function missingHeader(cells: readonly string[], headers: readonly Header[]): FileRefusal {
  const [nearest] = [...headers].sort((a, b) => b.places.size - a.places.size);
  const kind = nearest?.kind ?? "figure";
  const missing = missingColumns(kind, nearest?.places ?? new Map()).join(", ");
  const found = cells.join(", ").slice(0, 300);
  return new FileRefusal("FILE.HEADER_MISSING", found === "" ? { vi: "(trống)", en: "(blank)" } : found, {
    vi: `các cột của biểu mẫu “${kind}”; còn thiếu ${missing}`,
    en: `the columns of the form “${kind}”; missing ${missing}`,
  });
}

function refuseRepeated(cells: readonly string[]): void {
  const keys = cells.map(headerKey).filter((key) => key !== "");
  const repeated = keys.find((key, at) => keys.indexOf(key) !== at);
  if (repeated !== undefined) throw new FileRefusal("FILE.HEADER_REPEATED", repeated);
}
