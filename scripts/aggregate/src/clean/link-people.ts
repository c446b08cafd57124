import type { Database } from "../db.ts";

// Chains of records of one person are short; a longer one is a fault of the rules.
const MOST_ROUNDS = 50;

/**
 * `person_link`: which person each exact key of `person_edge` belongs to, the smallest key of those that edges connect. Keys
 * without an edge are people by themselves and are not listed.
 */
export async function linkPeople(db: Database): Promise<void> {
  await db.run(`create or replace table person_link as
    select exact_key, exact_key as person_id from (
      select first_key as exact_key from person_edge union select second_key from person_edge
    )`);
  for (let round = 0; (await spread(db)) > 0; round += 1)
    if (round === MOST_ROUNDS) throw new Error(`records of one person are chained over ${MOST_ROUNDS} pairs`);
}

/** Takes the smallest person among neighbours; gives how many keys changed their person. */
async function spread(db: Database): Promise<number> {
  await db.run(`create or replace temp table nearer as
    with both_ways as (
      select first_key as exact_key, second_key as neighbour from person_edge
      union all
      select second_key, first_key from person_edge
    )
    select link.exact_key, min(next.person_id) as person_id
    from person_link as link
    join both_ways using (exact_key)
    join person_link as next on next.exact_key = neighbour
    group by link.exact_key, link.person_id
    having min(next.person_id) < link.person_id`);
  const [changed] = await db.all<{ count: number }>("select count(*)::integer as count from nearer");
  await db.run(
    "update person_link set person_id = nearer.person_id from nearer where nearer.exact_key = person_link.exact_key",
  );
  return changed?.count ?? 0;
}
