import { z } from "zod";
import { forms, type Reading, readingOf } from "./cell.ts";
import { type Column, columnsOf } from "./column.ts";
import type { Failure } from "./column-meta.ts";
import { codeOf } from "./failure.ts";
import type { IssueCode } from "./issue-codes.ts";
import { patternFor } from "./regex-sql.ts";
import { identifier, literal } from "./sql-text.ts";
import { UncompilableError } from "./uncompilable-error.ts";

/** One structural rule in SQL: `breaks` is true where the cell breaks it, over `<column>` (typed) and `raw_<column>`. */
export interface Check {
  column: string;
  failure: Failure;
  code: IssueCode;
  breaks: string;
}

/** A column in SQL: `value` turns the text `raw_<column>` into `sqlType`, null where the text has no such form. */
export interface CompiledColumn {
  name: string;
  sqlType: "VARCHAR" | "BIGINT" | "DECIMAL(15,6)" | "DATE";
  value: string;
  checks: Check[];
}

const sqlTypes = { text: "VARCHAR", integer: "BIGINT", decimal: "DECIMAL(15,6)", date: "DATE" } as const;

/** Makes the SQL that reads a text of the form dd/mm/yyyy, null where the calendar has no such day. */
export type DayWritten = (text: string) => string;

const dayParsed: DayWritten = (text) => `cast(try_strptime(${text}, '%d/%m/%Y') as date)`;

/**
 * Compiles a row schema to DuckDB: one typed expression and the structural checks of each column.
 * @throws {UncompilableError} for anything that SQL would not judge as zod does: `.refine`, `.trim`, defaults, unions,
 *   coercion, patterns that RE2 reads differently
 */
export function checksFor(schema: z.ZodObject, dayWritten = dayParsed): CompiledColumn[] {
  return columnsOf(schema).map((column) => {
    const reading = compilableReading(column);
    const checks = [...formChecks(column, reading), ...limitChecks(column)];
    return { name: column.name, sqlType: sqlTypes[reading], value: valueSql(column, reading, dayWritten), checks };
  });
}

function compilableReading(column: Column): Reading {
  const { type } = column;
  const known = [z.ZodString, z.ZodEnum, z.ZodISODate, z.ZodNumber].some((kind) => type instanceof kind);
  if (!known) throw new UncompilableError(column.name, type._zod.def.type);
  if ("coerce" in type._zod.def && type._zod.def.coerce) throw new UncompilableError(column.name, "coerce");
  return readingOf(column);
}

function valueSql(column: Column, reading: Reading, dayWritten: DayWritten): string {
  const raw = identifier(`raw_${column.name}`);
  if (reading === "integer") return integerSql(raw);
  if (reading === "decimal") {
    return `case when ${fullMatch(raw, forms.decimal)} then cast(replace(${raw}, ',', '.') as decimal(15,6)) end`;
  }
  return reading === "date" ? dateSql(raw, dayWritten) : textSql(column, raw);
}

function integerSql(raw: string): string {
  // DuckDB casts '12.6' to 13, '1e3' to 1000 and '0x10' to 16, so the text is matched before it is cast; one digit, as most
  // numbers of doses are, is told without a regular expression.
  return `case when ${oneDigit(raw)} then cast(${raw} as bigint)
      when ${fullMatch(raw, forms.integer)} then cast(${raw} as bigint)
      when ${fullMatch(raw, forms.grouped)} then cast(regexp_replace(${raw}, '[.,]', '', 'g') as bigint) end`;
}

/** Whether a text is one digit, in SQL. */
export function oneDigit(text: string): string {
  return `strlen(${text}) = 1 and ${text} between '0' and '9'`;
}

function dateSql(raw: string, dayWritten: DayWritten): string {
  // The commonest form is found by its slashes alone, four times as fast as by a regular expression.
  return `case when ${raw} like '__/__/____' then ${dayWritten(raw)}
      when ${fullMatch(raw, forms.isoDate)} then try_cast(${raw} as date)
      when ${fullMatch(raw, forms.dayMonthYear)} then cast(try_strptime(${raw}, ['%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y']) as date) end`;
}

function textSql(column: Column, raw: string): string {
  const values = Object.entries(column.meta.values ?? {});
  if (values.length === 0) return raw;
  const branches = (some: typeof values) =>
    some.map(([written, code]) => `when ${literal(written)} then ${literal(code)}`).join(" ");
  // What has no letters, such as the 0 and 1 of a sex, needs no small ones.
  const [plain, lettered] = [
    values.filter(([written]) => isPlain(written)),
    values.filter(([written]) => !isPlain(written)),
  ];
  const small = lettered.length === 0 ? raw : `case lower(${raw}) ${branches(lettered)} else ${raw} end`;
  return plain.length === 0 ? small : `case ${raw} ${branches(plain)} else ${small} end`;
}

function isPlain(written: string): boolean {
  return /^[0-9 ]+$/.test(written);
}

function formChecks(column: Column, reading: Reading): Check[] {
  const raw = identifier(`raw_${column.name}`);
  const unread = `${raw} is not null and ${identifier(column.name)} is null`;
  const checks = column.nullable ? [] : [checkOf(column, "missing", `${raw} is null`)];
  if (reading === "text") return checks;
  if (reading === "date") return [...checks, checkOf(column, "date", unread)];
  if (reading === "decimal") return [...checks, checkOf(column, "type", unread)];
  const ambiguous = fullMatch(raw, forms.ambiguous);
  return [
    ...checks,
    checkOf(column, "ambiguous", `${unread} and ${ambiguous}`),
    checkOf(column, "type", `${unread} and not ${ambiguous}`),
  ];
}

function limitChecks(column: Column): Check[] {
  const value = identifier(column.name);
  if (column.type instanceof z.ZodEnum) {
    const options = column.type.options.map((option) => literal(String(option))).join(", ");
    return [checkOf(column, "enum", `${value} not in (${options})`)];
  }
  return (column.type._zod.def.checks ?? []).map((check) =>
    limitCheck(column, value, check._zod.def as LimitDefinition),
  );
}

/** The definitions of zod's checks that have an SQL form; see zod's `core/checks`. */
interface LimitDefinition {
  check: string;
  format?: string;
  pattern?: RegExp;
  minimum?: number;
  maximum?: number;
  value?: number;
  inclusive?: boolean;
}

function limitCheck(column: Column, value: string, limit: LimitDefinition): Check {
  const strict = limit.inclusive === false ? "=" : "";
  if (limit.check === "greater_than") return checkOf(column, "below", `${value} <${strict} ${limit.value}`);
  if (limit.check === "less_than") return checkOf(column, "above", `${value} >${strict} ${limit.value}`);
  if (limit.check === "min_length") return checkOf(column, "length", `length(${value}) < ${limit.minimum}`);
  // Like zod 4.6, DuckDB counts code points: one for a character beyond the basic plane. Bytes, which are never fewer, are
  // known without counting.
  if (limit.check === "max_length")
    return checkOf(column, "length", `strlen(${value}) > ${limit.maximum} and length(${value}) > ${limit.maximum}`);
  if (limit.check === "string_format" && limit.format === "regex" && limit.pattern !== undefined) {
    const other = `not ${fullMatch(value, patternFor(column.name, limit.pattern))}`;
    const { usual } = column.meta;
    return checkOf(column, "format", usual === undefined ? other : `not ${value} glob ${literal(usual)} and ${other}`);
  }
  throw new UncompilableError(column.name, limit.format ?? limit.check);
}

function checkOf(column: Column, failure: Failure, breaks: string): Check {
  return { column: column.name, failure, code: codeOf(column, failure), breaks };
}

function fullMatch(value: string, pattern: string): string {
  return `regexp_full_match(${value}, ${literal(pattern)})`;
}
