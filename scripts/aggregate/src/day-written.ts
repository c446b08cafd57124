import type { Database } from "./db.ts";

const parsed = "cast(try_strptime(text, '%d/%m/%Y') as date)";

/** Defines `day_written(text)`: the day that a text of the form dd/mm/yyyy says, null where the calendar has none. */
export async function defineDayWritten(db: Database): Promise<void> {
  await db.run(`create or replace macro day_written(text) as ${parsed}`);
}

const listed = new WeakSet<Database>();

/**
 * Defines `day_written(text)` for many rows, once a database: a day of our time is found in a list, three times as fast as it is
 * parsed; making the list would take a small file longer. The days are an enumeration, in their order: a code is a number of days.
 */
export async function listDaysWritten(db: Database): Promise<void> {
  if (listed.has(db)) return;
  await db.run(`create type listed_day as enum (
    select strftime(day, '%d/%m/%Y') from (select unnest(range(date '1900-01-01', date '2031-01-01', interval 1 day)) as day) order by day)`);
  await db.run(`create or replace macro day_written(text) as
    coalesce(date '1900-01-01' + enum_code(try_cast(text as listed_day)), ${parsed})`);
  listed.add(db);
}
