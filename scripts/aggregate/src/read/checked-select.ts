import {
  type CompiledColumn,
  checkSelect,
  checksFor,
  columnsOf,
  identifier,
  oneDigit,
  type RowKind,
} from "@tiendo/schema";
import type { z } from "zod";
import { sqlFile } from "../sql-files.ts";

/**
 * Typed columns with their issues, and `raw_<column>`, the text that a column was read from where its value does not tell.
 */
export function checkedSelect(schema: z.ZodObject, table: string, keys: readonly string[]): string {
  const columns = checksFor(schema, (text) => `day_written(${text})`);
  return checkSelect(columns, table, keys, columns.flatMap(keptText));
}

/** The rows to store of the view `read_row`: of people with what is derived of each. */
export function storedRows(kind: RowKind): string {
  if (!isOfPeople(kind)) return "from read_row";
  // To take the accents off every name takes longer than all else that is derived; of doses few rules ask for it.
  const without = kind === "dose_record" ? "exclude (name_key)" : "";
  return `select * ${without} from (${sqlFile("read_person").sql}\n)`;
}

/** Whether rows of a kind are about people, so that there is an identity to each. */
export function isOfPeople(kind: RowKind): boolean {
  return kind === "person_record" || kind === "dose_record";
}

function keptText(column: CompiledColumn): string[] {
  const { name, sqlType } = column;
  const [value, raw] = [identifier(name), identifier(`raw_${name}`)];
  if (!isRead(column)) return [];
  // Most dates and numbers are written in the one way in which their value would be written again.
  if (sqlType === "DATE")
    return [`case when ${value} is null or ${raw} not like '__/__/____' then ${raw} end as ${raw}`];
  if (sqlType !== "BIGINT") return [raw];
  return [`case when not (${oneDigit(raw)}) then nullif(${raw}, cast(${value} as varchar)) end as ${raw}`];
}

/** The cells of a stored row as they were sent, by column, in SQL. */
export function sentCells(schema: z.ZodObject): Map<string, string> {
  return new Map(checksFor(schema).map((column) => [column.name, sentCell(column)]));
}

function sentCell(column: CompiledColumn): string {
  const [value, raw] = [identifier(column.name), identifier(`raw_${column.name}`)];
  if (!isRead(column)) return value;
  if (column.sqlType === "DATE") return `coalesce(${raw}, strftime(${value}, '%d/%m/%Y'))`;
  return column.sqlType === "BIGINT" ? `coalesce(${raw}, cast(${value} as varchar))` : raw;
}

/** The columns of a schema whose value is another than their text, so that the text is kept beside it. */
export function columnsRead(schema: z.ZodObject): string[] {
  return checksFor(schema)
    .filter(isRead)
    .map(({ name }) => name);
}

function isRead({ name, value }: CompiledColumn): boolean {
  return value !== identifier(`raw_${name}`);
}

/** Names of the columns of a kind, in order. */
export function columnNames(schema: z.ZodObject): string[] {
  return columnsOf(schema).map(({ name }) => name);
}
