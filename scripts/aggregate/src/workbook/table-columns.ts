import { cellStatuses, codesOf, columnsOf } from "@tiendo/schema";
import { z } from "zod";
import type { WrittenCell } from "./xlsx/cell-xml.ts";
import type { StyleTable } from "./xlsx/style-table.ts";

/** A column of a public table: how each of its values is written. */
export interface TableColumn {
  name: string;
  cellOf: (value: unknown) => WrittenCell;
}

const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_MILLISECONDS = 86_400_000;

/** The columns of a schema with the styles of their cells. */
export function tableColumns(styles: StyleTable, schema: z.ZodObject): TableColumn[] {
  return columnsOf(schema).map(({ name, type }) => ({ name, cellOf: cellsOf(styles, name, type) }));
}

function cellsOf(styles: StyleTable, name: string, type: z.core.$ZodType): TableColumn["cellOf"] {
  if (type instanceof z.ZodNumber) return numbers(styles.numberOf({}));
  if (type instanceof z.ZodISODate) return days(styles.numberOf({ format: "day" }));
  if (name.endsWith("_status")) return statuses(styles);
  const style = styles.numberOf({ format: "text" });
  return (value) => ({ value: value === null ? null : String(value), style });
}

function numbers(style: number): TableColumn["cellOf"] {
  return (value) => ({ value: value === null ? null : Number(value), style });
}

/** Days as Excel counts them. */
function days(style: number): TableColumn["cellOf"] {
  return (value) => ({
    value: value === null ? null : (Date.parse(String(value)) - FIRST_DAY) / DAY_MILLISECONDS,
    style,
  });
}

/** A reader sees why a cell is blank, a program reads the code of the CSV. */
function statuses(styles: StyleTable): TableColumn["cellOf"] {
  const shown = new Map(
    codesOf(cellStatuses).map((code) => [
      code as string,
      styles.numberOf({ shown: cellStatuses[code].vi, italic: true }),
    ]),
  );
  return (value) => ({ value: value === null ? null : String(value), style: shown.get(String(value)) ?? 0 });
}
