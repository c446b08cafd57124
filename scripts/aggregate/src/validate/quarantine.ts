import { fillMessage, issueOf, type LocalText, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { RunTable } from "../read/run-file.ts";

const HELD_BELOW = 0.7;
const HELD_FROM_ROWS = 10;

// In a person record a bad dose is quarantined, not the person.
const ABOUT_A_DOSE = "(kind = 'person_record' and regexp_matches(column_name, '^dose_[0-9]+_'))";

/** `quarantined`: rows that cannot be used; `quarantined_dose`: doses of person records that cannot. */
export async function findQuarantined(db: Database): Promise<void> {
  await db.run(`create or replace table quarantined as
    select distinct input_file, record
    from issue join issue_code using (code) join input_table using (input_file)
    where issue_code.effect = 'quarantine' and record > 0 and code not in ('LINE.REJECTED', 'FILE.CELL_TOO_LARGE') and not ${ABOUT_A_DOSE}
    union
    select input_file, record from held_row`);
  await db.run(`create or replace table quarantined_dose as
    select distinct input_file, record, cast(split_part(column_name, '_', 2) as integer) as slot
    from issue join issue_code using (code) join input_table using (input_file)
    where issue_code.effect = 'quarantine' and ${ABOUT_A_DOSE}`);
}

/** A table of which most rows are unusable is held whole: it is rather the wrong file than a bad one. */
export async function holdTables(db: Database, tables: readonly RunTable[]): Promise<void> {
  await db.run("create or replace table held_row (input_file varchar, record bigint)");
  await findQuarantined(db);
  const held = await db.all<{ input_file: string; usable: number }>(`
    select input_file, 1 - count(quarantined.record) / any_value(records_in - rejected - blank) as usable
    from input_table left join quarantined using (input_file)
    group by input_file
    having any_value(records_in - rejected - blank) >= ${HELD_FROM_ROWS} and usable < ${HELD_BELOW}`);
  for (const { input_file, usable } of held) {
    const table = tables.find((one) => one.input_file === input_file);
    if (table === undefined) continue;
    table.held = matchRate(usable);
    await db.run(
      `insert into held_row select input_file, record from stored_${table.kind} where input_file = ${literal(input_file)}`,
    );
  }
}

function matchRate(usable: number): LocalText {
  const values = { found: `${Math.round(100 * usable)}%`, expected: `${100 * HELD_BELOW}%` };
  const { messages } = issueOf("FILE.MATCH_RATE");
  return { vi: fillMessage(messages.vi, values), en: fillMessage(messages.en, values) };
}
