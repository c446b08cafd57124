import type { Database } from "../db.ts";
import { sqlFilesIn } from "../sql-files.ts";

// A phone or a name that more people share than this tells nobody from anybody, and its pairs would grow with the square.
const MOST_IN_BLOCK = 40;

/** `candidate_pair`: every two people of the exact keys that some blocking rule of `sql/blocks` puts together. */
export async function findCandidatePairs(db: Database): Promise<void> {
  await db.run("create or replace table found_pair (first_key ubigint, second_key ubigint)");
  await db.runChains(sqlFilesIn("blocks").map(({ sql }) => pairsOf(sql)));
  await db.run("create or replace table candidate_pair as select distinct * from found_pair");
  await db.run("drop table found_pair");
}

/** Puts the pairs of one blocking rule into `found_pair`. */
function pairsOf(block: string): string[] {
  return [
    `create or replace temp table member as ${block}`,
    `insert into found_pair
      with crowded as (
        select block from member group by block having count(*) between 2 and ${MOST_IN_BLOCK}
      ), shared as (
        select * from member semi join crowded using (block)
      )
      select one.exact_key, other.exact_key
      from shared as one join shared as other using (block)
      where one.exact_key < other.exact_key`,
    "drop table member",
  ];
}
