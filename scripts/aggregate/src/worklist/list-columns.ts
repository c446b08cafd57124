import { columnsOf, type LocalText, type RowKind, rowKinds } from "@tiendo/schema";
import type { FormColumn } from "../workbook/form-columns.ts";

/** Columns that one actor fills in, or that we have filled in, side by side under one heading. */
export interface ListGroup {
  title: LocalText;
  /** Colour of its headers, RRGGBB. */
  fill: string;
  /** Whether people write into it. */
  open: boolean;
  /** Names of columns and their widths in characters. */
  columns: readonly (readonly [name: string, width: number])[];
}

/** A list that people fill in and that is read back as rows of `kind`. */
export interface ListSheet {
  name: string;
  kind: RowKind;
  /** Lines above the header, the title first. */
  above: readonly string[];
  groups: readonly ListGroup[];
  /** How many columns stand on the first of the printed pages side by side, the order number included. */
  firstPage: number;
  /** How many columns are repeated on each printed page. */
  repeated: number;
  rows: readonly Readonly<Record<string, string | null>>[];
  footer: string;
}

/** The columns that people write into, and where they stand. */
export function openColumns(list: ListSheet): { column: FormColumn; at: number }[] {
  const isOpen = list.groups.flatMap(({ open, columns }) => columns.map(() => open));
  return formColumnsOf(list).flatMap((column, at) => (isOpen[at] === true ? [{ column, at: at + 1 }] : []));
}

/** The columns of a list in their order, the order number aside. */
export function formColumnsOf(list: ListSheet): FormColumn[] {
  const columns = columnsOf(rowKinds[list.kind].schema);
  return columnNames(list).map((name) => {
    const column = columns.find((one) => one.name === name);
    if (column === undefined) throw new Error(`${list.kind} has no column ${name}`);
    return { column, group: null };
  });
}

/** Names of the columns in their order. */
export function columnNames({ groups }: ListSheet): string[] {
  return groups.flatMap(({ columns }) => columns.map(([name]) => name));
}
