import { identifier, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { cellColumns, publicCounts } from "./public-counts.ts";

/**
 * Hides every count of people of communes whose latest population is known and below a floor, zeros too, and what is computed
 * from them: of so few people much is known to their neighbours.
 */
export async function hideSmallUnits(db: Database, tables: ReadonlySet<string>, floor: number): Promise<void> {
  const [small] = await db.all<{ units: string[] }>(`
    with latest as (
      select unit_code, arg_max(persons, population_date) as persons
      from accepted_population join params using (edition)
      where age_group = 'all' and population_date <= as_of
      group by unit_code
    )
    select coalesce(list(unit_code order by unit_code), []) as units
    from latest join unit using (unit_code) join params using (edition)
    where level = 'commune' and persons < ${floor}`);
  const units = small?.units ?? [];
  if (units.length === 0) return;
  for (const source of publicCounts.filter(({ table }) => tables.has(table)))
    for (const column of [...cellColumns(source), ...Object.keys(source.follow)])
      await db.run(`update published_${source.table}
        set ${identifier(column)} = null, ${identifier(`${column}_status`)} = 'c'
        where ${identifier(`${column}_status`)} is null and unit_code in (${units.map(literal).join(", ")})`);
}
