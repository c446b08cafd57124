import { columnsOf, fillMessage, identifier, issueOf, type LocalText } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { type RowKind, rowKinds } from "../read/row-kinds.ts";
import type { Run } from "../run.ts";

/** What makes two figures one: a later row for the same key takes the earlier one's place. */
const recordKeys: Readonly<Record<RowKind, readonly string[]>> = {
  figure: ["unit_code", "edition", "as_of", "indicator", "source"],
};

const HELD_BELOW = 0.7;
const HELD_FROM_ROWS = 10;

/**
 * Decides what becomes of each row, one outcome a row: exact_duplicate, quarantined, superseded or accepted; then
 * splits the rows into `accepted_<kind>` and `quarantined_<kind>`.
 */
export async function decideOutcomes(run: Run, kind: RowKind): Promise<void> {
  await findDuplicates(run.db, kind);
  await holdFiles(run, kind);
  await run.db.run(`create table if not exists row_outcome (input_file varchar, record bigint, outcome varchar)`);
  await run.db.run(`insert into row_outcome ${outcomeSelect(kind)}`);
  await noteSuperseded(run.db, kind);
  await splitRows(run.db, kind);
}

/** Rows repeated cell by cell count once; the repetitions keep one note and lose their other issues. */
async function findDuplicates(db: Database, kind: RowKind): Promise<void> {
  const cells = columnsOf(rowKinds[kind])
    .map(({ name }) => identifier(name))
    .join(", ");
  await db.run(`create table duplicate_${kind} as
    select input_file, record from raw_${kind}
    qualify row_number() over (partition by ${cells} order by input_file, record) > 1`);
  await db.run(`delete from issue using duplicate_${kind} as twin
    where issue.input_file = twin.input_file and issue.record = twin.record`);
  await db.run(
    `insert into issue select input_file, record, '', 'DUPLICATE.LINE', null, '', '' from duplicate_${kind}`,
  );
}

/** A file of which most rows are unusable is held whole: it is rather the wrong file than a bad one. */
async function holdFiles(run: Run, kind: RowKind): Promise<void> {
  await run.db.run(`create or replace table broken_${kind} as
    select distinct issue.input_file, issue.record
    from issue join issue_code using (code) join raw_${kind} as raw using (input_file, record)
    where issue_code.effect = 'quarantine'`);
  const held = await run.db.all<{ input_file: string; usable: number }>(`
    select input_file, 1 - count(broken.record) / count(*) as usable
    from raw_${kind} as raw left join broken_${kind} as broken using (input_file, record)
    group by input_file having count(*) >= ${HELD_FROM_ROWS} and usable < ${HELD_BELOW}`);
  for (const { input_file, usable } of held) {
    const file = run.files.find(({ name }) => name === input_file);
    if (file !== undefined) file.held = matchRateText(usable);
    await run.db.run(
      `insert into broken_${kind} select input_file, record from raw_${kind} where input_file = '${input_file.replaceAll("'", "''")}'`,
    );
  }
}

function matchRateText(usable: number): LocalText {
  const values = { found: `${Math.round(100 * usable)}%`, expected: `${100 * HELD_BELOW}%` };
  const { messages } = issueOf("FILE.MATCH_RATE");
  return { vi: fillMessage(messages.vi, values), en: fillMessage(messages.en, values) };
}

function outcomeSelect(kind: RowKind): string {
  const key = recordKeys[kind].map((name) => identifier(name)).join(", ");
  return `
    with duplicate as (select input_file, record, 'exact_duplicate' as outcome from duplicate_${kind}),
    broken as (
      select distinct input_file, record, 'quarantined' as outcome from broken_${kind} anti join duplicate using (input_file, record)
    ), usable as (
      select checked.* from checked_${kind} as checked
      anti join duplicate using (input_file, record)
      anti join broken using (input_file, record)
    ), latest as (
      select input_file, record,
        case when row_number() over (partition by ${key} order by input_file desc, record desc) = 1 then 'accepted' else 'superseded' end as outcome
      from usable
    )
    select * from duplicate union all select * from broken union all select * from latest`;
}

async function noteSuperseded(db: Database, kind: RowKind): Promise<void> {
  await db.run(`insert into issue select input_file, record, '', 'FIGURE.SUPERSEDED', null, '', ''
    from row_outcome join raw_${kind} using (input_file, record) where outcome = 'superseded'`);
}

async function splitRows(db: Database, kind: RowKind): Promise<void> {
  await db.run(`create table accepted_${kind} as select checked.* exclude (issues)
    from checked_${kind} as checked join row_outcome using (input_file, record) where outcome = 'accepted'`);
  await db.run(`create table quarantined_${kind} as select raw.*
    from raw_${kind} as raw join row_outcome using (input_file, record) where outcome = 'quarantined'`);
}
