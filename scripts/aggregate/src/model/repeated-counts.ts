import { identifier } from "@tiendo/schema";
import type { Database } from "../db.ts";

/** A count of units with everything below them that another table, whose units are the sums of their parts, has too. */
interface RepeatedCount {
  table: string;
  count: string;
  /** SQL over `table`, for one row a unit; by default the column itself. */
  found?: string;
  /** The table that has it by unit and scope, and SQL over its rows of one unit. */
  source: string;
  expected: string;
}

/**
 * Tables of whole units have no row of a unit's own level, so that their sums cannot be closed by themselves: each of their
 * counts is held to a table whose sums are.
 */
export const repeatedCounts: readonly RepeatedCount[] = [
  {
    table: "cleaning_daily",
    count: "cleaned_to_date",
    found: "arg_max(cleaned_to_date, day)",
    source: "cleaning_progress",
    expected: "sum(cleaned)",
  },
  { table: "pace", count: "remaining", source: "cleaning_progress", expected: "sum(remaining)" },
  { table: "entry_backlog", count: "doses_in_records", source: "dose_weekly", expected: "sum(doses)" },
  { table: "stock_and_due", count: "persons_due", source: "dose_due", expected: "sum(persons)" },
  {
    table: "stock_and_due",
    count: "doses_left",
    source: "stock_left",
    expected: "coalesce(sum(doses) filter (usable), 0)",
  },
];

/** @throws {Error} naming table, unit and count where a table of whole units says otherwise than the one that it repeats */
export async function checkRepeated(db: Database, tables: readonly string[]): Promise<void> {
  for (const repeated of repeatedCounts.filter(({ table }) => tables.includes(table))) {
    const [open] = await db.all<{ unit_code: string; found: string; expected: string }>(differing(repeated));
    if (open === undefined) continue;
    const { table, count, source } = repeated;
    throw new Error(
      `${count} of ${table} is not what ${source} adds up to: unit_code ${open.unit_code}, found ${open.found}, expected ${open.expected}`,
    );
  }
}

/** The first unit of which the two do not say the same; 0 and nothing are the same. */
function differing({ table, count, found = `sum(${identifier(count)})`, source, expected }: RepeatedCount): string {
  return `
    with repeated as (
      select unit_code, coalesce(${found}, 0) as found from ${identifier(table)} group by unit_code
    ), summed as (
      select unit_code, coalesce(${expected}, 0) as expected from ${identifier(source)} where scope = 'all' group by unit_code
    )
    select unit_code, cast(coalesce(found, 0) as varchar) as found, cast(coalesce(expected, 0) as varchar) as expected
    from repeated full join summed using (unit_code)
    where coalesce(found, 0) <> coalesce(expected, 0)
    order by unit_code
    limit 1`;
}
