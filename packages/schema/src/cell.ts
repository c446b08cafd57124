import { z } from "zod";
import type { Column } from "./column.ts";
import type { ColumnMeta } from "./column-meta.ts";

/** Cells as read from a file: text in NFC without outer white space, or null where blank. */
export type Cells = Readonly<Record<string, string | null>>;

/** Text forms that a typed column accepts, as sources of patterns that JavaScript and RE2 read alike. */
export const forms = {
  integer: "-?[0-9]{1,15}",
  /** Two or more groups of thousands, all with the same mark: 32.375.467 or 32,375,467. */
  grouped: "-?[1-9][0-9]{0,2}(([.][0-9]{3}){2,4}|(,[0-9]{3}){2,4})",
  /** One group is either thousands or three decimals: nobody can tell. */
  ambiguous: "-?[1-9][0-9]{0,2}[.,][0-9]{3}",
  decimal: "-?[0-9]{1,9}([.,][0-9]{1,6})?",
  isoDate: "[0-9]{4}-[0-9]{2}-[0-9]{2}",
  /** Day, month and year with the same mark between them. */
  dayMonthYear: "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}",
} as const;

/** How the text of a column is read before it is judged. */
export type Reading = "text" | "integer" | "decimal" | "date";

/** The reading of a column, from its zod type. */
export function readingOf(column: Column): Reading {
  const { type } = column;
  if (type instanceof z.ZodNumberFormat) return "integer";
  if (type instanceof z.ZodNumber) return "decimal";
  return type instanceof z.ZodISODate ? "date" : "text";
}

/**
 * Turns the texts of a column into the values that zod judges: a number or an ISO date where a text has that form, else the
 * text itself, so that zod says what is wrong with it.
 */
export function decoderOf(column: Column): (text: string) => string | number {
  const reading = readingOf(column);
  if (reading === "integer") return decodeInteger;
  if (reading === "decimal") return decodeDecimal;
  if (reading === "date") return decodeDate;
  const { values } = column.meta;
  return values === undefined ? (text) => text : (text) => codeWritten(values, text) ?? text;
}

const wholeForms = Object.fromEntries(
  Object.entries(forms).map(([name, form]) => [name, new RegExp(`^(?:${form})$`, "u")]),
) as Readonly<Record<keyof typeof forms, RegExp>>;

/** Whether the whole text has the form. */
export function matches(form: keyof typeof forms, text: string): boolean {
  return wholeForms[form].test(text);
}

/** The code that a written value stands for, such as "gần" for at_most. */
function codeWritten(values: NonNullable<ColumnMeta["values"]>, text: string): string | undefined {
  const key = text.toLowerCase();
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function decodeInteger(text: string): string | number {
  if (matches("integer", text)) return Number(text);
  return matches("grouped", text) ? Number(text.replaceAll(/[.,]/g, "")) : text;
}

function decodeDecimal(text: string): string | number {
  return matches("decimal", text) ? Number(text.replace(",", ".")) : text;
}

function decodeDate(text: string): string {
  if (!matches("dayMonthYear", text)) return text;
  const [day = "", month = "", year = ""] = text.split(/[/.-]/);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
