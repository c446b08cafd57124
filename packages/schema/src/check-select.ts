import type { CompiledColumn } from "./checks.ts";
import { identifier, literal } from "./sql-text.ts";

/**
 * The select that judges every row of a table of text cells: the key columns, the typed columns and `issues`, a list of
 * `CODE column` texts, null where the row breaks no structural rule.
 * @param table a table, or a select in brackets, with one text column for each column of the schema
 * @param keys columns that name a row, passed through
 * @param extra more to select, over the typed columns and `raw_<column>`, the text each was read from
 */
export function checkSelect(
  columns: readonly CompiledColumn[],
  table: string,
  keys: readonly string[],
  extra: readonly string[] = [],
): string {
  const raw = columns.map(({ name }) => `${identifier(name)} as ${identifier(`raw_${name}`)}`);
  const typed = columns.map(({ name, value }) => `${value} as ${identifier(name)}`);
  const names = columns.map(({ name }) => identifier(name));
  return `with cell as (
  select ${[...keys, ...raw].join(",\n    ")}
  from ${table}
), typed as (
  select *,
    ${typed.join(",\n    ")}
  from cell
)
select ${[...keys, ...names, ...extra].join(", ")},
  ${issueList(columns)} as issues
from typed`;
}

function issueList(columns: readonly CompiledColumn[]): string {
  const checks = columns.flatMap((column) => column.checks);
  if (checks.length === 0) return "cast(null as varchar[])";
  const texts = checks.map(
    ({ breaks, code, column }) => `case when ${breaks} then ${literal(`${code} ${column}`)} end`,
  );
  // Most rows break no rule, and are told by one look. Texts are joined and split again: building a list with a null for
  // each rule that is kept costs ten times as much.
  return `case when ${checks.map(({ breaks }) => `(${breaks})`).join("\n    or ")}
    then list_distinct(string_split(concat_ws(';',
    ${texts.join(",\n    ")}), ';')) end`;
}
