import type { Database } from "../db.ts";

/** @throws {Error} where on some day fewer became cleaned, or fell back, in a unit than in those below it */
export async function checkDailyParts(db: Database): Promise<void> {
  const [open] = await db.all<{ unit_code: string; day: string }>(`
    with parts as (
      select parent_code as unit_code, day, sum(newly_cleaned) as newly_cleaned, sum(fell_back) as fell_back
      from cleaning_daily
      join unit using (unit_code)
      join params using (edition)
      where unit_code <> root_unit
      group by parent_code, day
    )
    select unit_code, cast(day as varchar) as day
    from parts left join cleaning_daily as whole using (unit_code, day)
    where parts.newly_cleaned > coalesce(whole.newly_cleaned, 0) or parts.fell_back > coalesce(whole.fell_back, 0)
    order by unit_code, day
    limit 1`);
  if (open !== undefined)
    throw new Error(`a unit in cleaning_daily is less than its parts: unit_code ${open.unit_code}, day ${open.day}`);
}
