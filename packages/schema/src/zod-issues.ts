import type { z } from "zod";
import { type Cells, decoderOf, matches } from "./cell.ts";
import { type Column, columnsOf } from "./column.ts";
import type { Failure } from "./column-meta.ts";
import { codeOf } from "./failure.ts";

/** Judges a row of text cells: distinct `CODE column` texts, sorted; none where the row breaks no structural rule. */
export type ZodJudge = (cells: Cells) => string[];

// Nobody reads zod's own words, which are made anew for each issue.
const unsaid = { error: () => "" };

/** What zod says of rows of a schema, in the words of SQL's `issues`: the second opinion on `checkSelect`. */
export function zodJudge(schema: z.ZodObject): ZodJudge {
  const columns = columnsOf(schema);
  const decoders = columns.map((column) => [column.name, decoderOf(column)] as const);
  return (cells) => {
    const decoded: Record<string, unknown> = {};
    for (const [name, decode] of decoders) {
      const text = cells[name] ?? null;
      decoded[name] = text === null ? null : decode(text);
    }
    const result = schema.safeParse(decoded, unsaid);
    if (result.success) return [];
    return [...new Set(result.error.issues.map((issue) => issueText(columns, issue, cells)))].sort();
  };
}

function issueText(columns: readonly Column[], issue: z.core.$ZodIssue, cells: Cells): string {
  const column = columns.find(({ name }) => name === issue.path[0]);
  if (column === undefined) throw new Error(`zod reports ${issue.code} at ${issue.path.join(".")}, which is no column`);
  return `${codeOf(column, failureOf(issue, cells[column.name] ?? null))} ${column.name}`;
}

function failureOf(issue: z.core.$ZodIssue, text: string | null): Failure {
  if (text === null) return "missing";
  if (issue.code === "invalid_type") return matches("ambiguous", text) ? "ambiguous" : "type";
  if (issue.code === "invalid_format") return issue.format === "date" ? "date" : "format";
  if (issue.code === "invalid_value") return "enum";
  if (issue.code === "too_small") return issue.origin === "string" ? "length" : "below";
  if (issue.code === "too_big") return issue.origin === "string" ? "length" : "above";
  throw new Error(`zod reports ${issue.code}, which no rule of a row schema gives`);
}
