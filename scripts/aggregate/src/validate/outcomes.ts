import { identifier, type RowKind, rowKinds } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { columnNames, columnsRead, isOfPeople } from "../read/checked-select.ts";

/**
 * Decides what becomes of each row of a kind. Only rows that are not accepted are noted in `row_outcome`: as
 * exact_duplicate, superseded or quarantined, in this order. Then `accepted_<kind>` and `quarantined_<kind>`.
 */
export async function decideOutcomes(db: Database, kind: RowKind): Promise<void> {
  const sentTwice = isOfPeople(kind)
    ? `select input_file, record from person_sent_twice where kind = '${kind}'`
    : duplicates(kind);
  await db.run(`create or replace table duplicate as ${sentTwice}`);
  await db.run(
    `delete from issue using duplicate where issue.input_file = duplicate.input_file and issue.record = duplicate.record`,
  );
  await db.run("insert into issue select input_file, record, '', 'DUPLICATE.LINE', null, '', '' from duplicate");
  await db.run(`insert into row_outcome select input_file, record, '${kind}', 'exact_duplicate' from duplicate`);
  await supersede(db, kind);
  await db.run(`insert into row_outcome
    select input_file, record, '${kind}', 'quarantined' from quarantined
    join input_table using (input_file)
    anti join row_outcome using (input_file, record) where kind = '${kind}'`);
  await splitRows(db, kind);
}

/**
 * In SQL, the rows of a kind that repeat another one cell by cell, but for the first. A hash finds the few that may; the cells
 * themselves decide.
 */
export function duplicates(kind: RowKind): string {
  // As stored: a value with the text beside it where there is one says as much as the cell that was sent.
  const { schema } = rowKinds[kind];
  const cells = [...columnNames(schema), ...columnsRead(schema).map((name) => `raw_${name}`)].map(identifier);
  const doses = kind === "person_record" ? "left join person_doses using (input_file, record)" : "";
  return `
    with candidate as (
      ${twinCandidates(kind)}
    ), person_doses as (
      -- Two rows of one person with other doses are two rows.
      select input_file, record, string_agg(row_hash || '@' || slot, ',' order by slot) as doses
      from stored_person_dose semi join candidate using (input_file, record) group by all
    ), twin as (
      select input_file, record,
        row_number() over (partition by ${[...cells, ...(doses === "" ? [] : ["doses"])].join(", ")} order by input_file, record) as nth
      from stored_${kind} semi join candidate using (input_file, record) ${doses}
    )
    select input_file, record from twin where nth > 1`;
}

// What hardly two rows of a kind have in common unless they are one row twice; of other kinds there are few rows.
const telling: Partial<Record<RowKind, readonly string[]>> = {
  person_record: ["record_key", "full_name", "birth_date", "id_number", "phone"],
  cleaning_event: ["record_key", "step", "event_date"],
};

/** The few rows that may be another's twin: a hash of some of their cells tells; of doses, most are told by their person's. */
function twinCandidates(kind: RowKind): string {
  if (kind !== "dose_record") {
    const hashed = telling[kind] === undefined ? "row_hash" : `hash(${telling[kind].join(", ")})`;
    const line = `select input_file, record, ${hashed} as line_hash from stored_${kind}`;
    return repeatedLines(line);
  }
  // Made of as many columns as are at hand: where no row is left, none is read again.
  const line = "select input_file, record, line_hash from suspect_dose where line_hash is not null";
  return `${repeatedLines(line)}
      union all
      select input_file, record from stored_dose_record where person_key is null`;
}

function repeatedLines(line: string): string {
  // Read once: the hash of a row is a fraction of what it is made of.
  return `from (
      with line as materialized (${line})
      select input_file, record from line
      semi join (select line_hash from line group by line_hash having count(*) > 1) using (line_hash)
    )`;
}

/**
 * A row that names the row it corrects takes its place, unless the correction is itself unusable and what it corrects
 * is not; of several corrections of one row the last that is usable stands. Among the rows that are left, a later row for
 * the same key takes the earlier one's place: a correction is never undone by the row it corrects.
 */
async function supersede(db: Database, kind: RowKind): Promise<void> {
  await db.run(`create or replace table superseded as ${corrected(kind)} union ${correctedAgain(kind)}`);
  if (rowKinds[kind].key.length > 0) await db.run(`insert into superseded ${restated(kind)}`);
  await db.run(`insert into row_outcome select input_file, record, '${kind}', 'superseded' from superseded`);
  await db.run(`insert into issue select input_file, record, '', 'ROW.SUPERSEDED', null, '', '' from superseded`);
  await db.run(`insert into issue ${correctsUnknown(kind)}`);
}

/** Files whose rows are corrected though they are not among those of the run: said once a file, since every row has it. */
function correctsUnknown(kind: RowKind): string {
  return `
    select input_file, 0, 'corrects', 'ROW.CORRECTS_UNKNOWN', key, count(*)::varchar, count(*)::varchar
    from (select input_file, split_part(corrects, ':', 1) as key from checked_${kind} where corrects is not null)
    anti join input_table using (key)
    group by input_file, key`;
}

function corrected(kind: RowKind): string {
  return `
    select target.input_file, target.record
    from (
      select split_part(corrects, ':', 1) as key, cast(split_part(corrects, ':', 2) as bigint) as record, quarantined.record is null as usable
      from checked_${kind} as row
      left join quarantined on quarantined.input_file = row.input_file and quarantined.record = row.record
      where corrects is not null
    ) as correction
    join input_table using (key)
    join stored_${kind} as target on target.input_file = input_table.input_file and target.record = correction.record
    left join quarantined as bad on bad.input_file = target.input_file and bad.record = target.record
    anti join duplicate on duplicate.input_file = target.input_file and duplicate.record = target.record
    where usable or bad.record is not null`;
}

function correctedAgain(kind: RowKind): string {
  return `
    select input_file, record from (
      select row.input_file, row.record,
        row_number() over (
          partition by corrects order by quarantined.record is null desc, row.input_file desc, row.record desc
        ) as nth
      from checked_${kind} as row
      left join quarantined on quarantined.input_file = row.input_file and quarantined.record = row.record
      anti join duplicate on duplicate.input_file = row.input_file and duplicate.record = row.record
      where corrects is not null
    ) where nth > 1`;
}

function restated(kind: RowKind): string {
  const key = rowKinds[kind].key.map(identifier).join(", ");
  return `
    select input_file, record from (
      select input_file, record, row_number() over (partition by ${key} order by input_file desc, record desc) as nth
      from checked_${kind}
      anti join duplicate using (input_file, record)
      anti join quarantined using (input_file, record)
      anti join superseded using (input_file, record)
    ) where nth > 1`;
}

/** Defines `accepted_<kind>` and `quarantined_<kind>` by what became of the rows; of a kind without rows there are none. */
export async function splitRows(db: Database, kind: RowKind): Promise<void> {
  await db.run(`create or replace view accepted_${kind} as
    from checked_${kind} anti join (select input_file, record from row_outcome where kind = '${kind}') using (input_file, record)`);
  await db.run(`create or replace view quarantined_${kind} as
    from raw_${kind} semi join (select input_file, record from row_outcome where kind = '${kind}' and outcome = 'quarantined') using (input_file, record)`);
}
