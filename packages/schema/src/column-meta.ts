import { z } from "zod";
import type { IssueCode } from "./issue-codes.ts";
import type { LocalText } from "./text.ts";

/** Ways in which a cell can fail its column, whatever the column means. */
export type Failure = "missing" | "type" | "ambiguous" | "format" | "below" | "above" | "length" | "enum" | "date";

/** What a column says of itself beside its type. */
export interface ColumnMeta {
  title: LocalText;
  description?: LocalText;
  /** Unit of measure of a number, in words. */
  unit?: LocalText;
  example?: string;
  /** Other headers under which localities send this column. */
  synonyms?: readonly string[];
  /** Written values, in lower case, that stand for a code of the enumeration. */
  values?: Readonly<Record<string, string>>;
  /** A glob that only values of the column's pattern match, and most do: it spares them the slower regular expression. */
  usual?: string;
  /** Issue codes that name this column's failures better than the general ones. */
  codes?: Readonly<Partial<Record<Failure, IssueCode>>>;
}

/** The columns' meta; zod's global registry would not do, since its titles have one language. */
export const columnMeta = z.registry<ColumnMeta>();
