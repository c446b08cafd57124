import { checkSelect, checksFor, columnsOf, identifier } from "@tiendo/schema";
import type { z } from "zod";

/** Typed columns with their issues, the texts that a typed column was read from, and a hash that finds repeated rows. */
export function checkedSelect(schema: z.ZodObject, table: string, keys: readonly string[]): string {
  const columns = checksFor(schema);
  const raw = columns.map(({ name }) => identifier(`raw_${name}`));
  const read = columns
    .filter(({ name, value }) => value !== identifier(`raw_${name}`))
    .map(({ name }) => identifier(`raw_${name}`));
  return checkSelect(columns, table, keys, [...read, `hash(${raw.join(", ")}) as row_hash`]);
}

/** The columns of a schema whose text differs from their value, so that the text is kept beside it. */
export function columnsRead(schema: z.ZodObject): Set<string> {
  return new Set(
    checksFor(schema)
      .filter(({ name, value }) => value !== identifier(`raw_${name}`))
      .map(({ name }) => name),
  );
}

/** Names of the columns of a kind, in order. */
export function columnNames(schema: z.ZodObject): string[] {
  return columnsOf(schema).map(({ name }) => name);
}
