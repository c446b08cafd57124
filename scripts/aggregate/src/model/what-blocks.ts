import type { Database } from "../db.ts";

/** @throws {Error} where the reasons of a unit do not add up to its subjects that are not cleaned, or the classes to a reason */
export async function checkWhatBlocks(db: Database): Promise<void> {
  const open = await db.all<{ unit_code: string; scope: string; found: number; expected: number }>(`
    with reason as (
      select unit_code, scope, sum(waiting) as waiting, sum(class_a + class_b + class_c) as in_classes
      from what_blocks
      group by unit_code, scope
    )
    select unit_code, scope, coalesce(if(waiting = remaining, in_classes, waiting), 0)::double as found,
      remaining::double as expected
    from cleaning_progress
    left join reason using (unit_code, scope)
    where coalesce(waiting, 0) <> remaining or coalesce(in_classes, 0) <> remaining
    order by unit_code, scope`);
  if (open.length === 0) return;
  const list = open.map(
    (unit) => `${unit.unit_code} ${unit.scope}: reasons ${unit.found}, not cleaned ${unit.expected}`,
  );
  throw new Error(`what blocks the cleaning does not add up for ${list.join("; ")}`);
}
