import { type CellStatus, cellStatuses, codesOf, type DataField, type Language } from "@tiendo/schema";
import type { FileRow } from "../data/first-rows.ts";
import { type Cell, cellOf, textCell } from "./cell-of.ts";
import { inFull } from "./number.ts";

const statuses: ReadonlySet<string> = new Set(codesOf(cellStatuses));

/** Columns that a reader of a few rows looks at: those that say why another one is blank are told within it. */
export function previewFields<Field extends Pick<DataField, "name">>(fields: readonly Field[]): Field[] {
  const names = new Set(fields.map(({ name }) => name));
  return fields.filter(({ name }) => !(name.endsWith("_status") && names.has(name.slice(0, -"_status".length))));
}

/** A cell of a file as a reader sees it: numbers as the language writes them, and why there is none. */
export function previewCell(row: FileRow, { name, type }: Pick<DataField, "name" | "type">, lang: Language): Cell {
  const text = row.get(name) ?? "";
  const status = statusOf(row.get(`${name}_status`) ?? "");
  if (text === "") return status === null ? textCell("") : cellOf(null, status, lang);
  if (type !== "integer" && type !== "number") return textCell(text);
  return cellOf(Number(text), status, lang, (value) => inFull(value, lang));
}

function statusOf(code: string): CellStatus | null {
  return statuses.has(code) ? (code as CellStatus) : null;
}
