import type { CompiledColumn } from "./checks.ts";
import { identifier, literal } from "./sql-text.ts";

/**
 * The select that judges every row of a table of text cells: the key columns, the typed columns and `issues`, a list of
 * `CODE column` texts, null where the row breaks no structural rule.
 * @param keys columns that name a row, passed through
 */
export function checkSelect(columns: readonly CompiledColumn[], table: string, keys: readonly string[]): string {
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
select ${[...keys, ...names].join(", ")},
  ${issueList(columns)} as issues
from typed`;
}

function issueList(columns: readonly CompiledColumn[]): string {
  const checks = columns.flatMap((column) => column.checks);
  if (checks.length === 0) return "cast(null as varchar[])";
  const broken = checks.map(({ breaks }) => `coalesce(${breaks}, false)`);
  const texts = checks.map(
    ({ code, column }, at) => `case when ${broken[at]} then ${literal(`${code} ${column}`)} end`,
  );
  // The list is built for broken rows only: most rows are right, and a list for each of millions costs seconds.
  return `case when ${broken.join("\n    or ")}
    then list_distinct(list_filter([${texts.join(",\n      ")}], lambda issue: issue is not null)) end`;
}
