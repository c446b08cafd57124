import type { Column } from "./column.ts";
import type { Failure } from "./column-meta.ts";
import type { IssueCode } from "./issue-codes.ts";

const generalCodes: Readonly<Record<Failure, IssueCode>> = {
  missing: "VALUE.MISSING",
  type: "VALUE.TYPE",
  ambiguous: "NUMBER.AMBIGUOUS",
  format: "VALUE.FORMAT",
  below: "VALUE.RANGE",
  above: "VALUE.RANGE",
  length: "VALUE.LENGTH",
  enum: "VALUE.ENUM",
  date: "DATE.INVALID",
};

/** The issue code of a failure in a column: the column's own, else the general one. */
export function codeOf(column: Column, failure: Failure): IssueCode {
  return column.meta.codes?.[failure] ?? generalCodes[failure];
}
