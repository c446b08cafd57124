import { identifier } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { publicCounts } from "../protect/public-counts.ts";

/** A table of units and scopes whose counts add up: a unit is what is below it and its own level. */
export interface AdditiveTable {
  table: string;
  /** Its columns beside unit and scope that tell rows apart. */
  keys: readonly string[];
  counts: readonly string[];
}

/** Every model with a row a unit and scope. */
export const additiveTables: readonly AdditiveTable[] = [
  ...publicCounts.filter(({ isWhole }) => isWhole !== true).map(({ table, keys, counts }) => ({ table, keys, counts })),
  { table: "return_issue_count", keys: ["kind", "code"], counts: ["records"] },
  { table: "stock_left", keys: ["vaccine", "expiry"], counts: ["doses"] },
];

/** @throws {Error} naming table, unit and count where a unit is not what is below it and its own level */
export async function checkSums(db: Database, tables: readonly string[]): Promise<void> {
  for (const table of additiveTables.filter((one) => tables.includes(one.table))) {
    const [open] = await db.all<Record<string, string | null>>(openSums(table));
    if (open === undefined) continue;
    const told = Object.entries(open).map(([name, value]) => `${name} ${value}`);
    throw new Error(`a unit in ${table.table} is not the sum of its parts: ${told.join(", ")}`);
  }
}

/** The first row of a unit that has others below it whose counts, `…_found`, are not those of its parts, `…_expected`. */
function openSums({ table, keys, counts }: AdditiveTable): string {
  const grain = ["unit_code", ...keys].map(identifier);
  const side = (count: string, sign: 1 | -1) => `coalesce(sum(${identifier(count)}) filter (sign = ${sign}), 0)`;
  const sums = counts.map((count) => ({ count, found: side(count, 1), expected: side(count, -1) }));
  const told = sums.flatMap(({ count, found, expected }) => [
    `cast(${found} as varchar) as ${identifier(`${count}_found`)}`,
    `cast(${expected} as varchar) as ${identifier(`${count}_expected`)}`,
  ]);
  return `
    with placed as (
      select counted.*, parent_code, root_unit, level_position < (select max(level_position) from unit where edition = params.edition) as has_parts
      from ${table} as counted join unit using (unit_code) join params using (edition)
    ), side as (
      select 1 as sign, * exclude (parent_code) from placed where scope = 'all' and has_parts
      union all by name
      select -1 as sign, * exclude (parent_code) replace (if(scope = 'all', parent_code, unit_code) as unit_code)
      from placed where scope = 'at_this_level' or unit_code <> root_unit
    )
    select ${[...grain.map((name) => `cast(${name} as varchar) as ${name}`), ...told].join(", ")}
    from side
    group by ${grain.map((name) => `side.${name}`).join(", ")}
    having ${sums.map(({ found, expected }) => `${found} <> ${expected}`).join(" or ")}
    order by all
    limit 1`;
}
