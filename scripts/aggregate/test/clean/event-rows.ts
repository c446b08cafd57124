import type { smallTables } from "./small-tables.ts";

const positions: Record<string, number> = {
  listed: 1,
  reviewed: 2,
  matched: 3,
  handed_back: 4,
  updated: 5,
  rematched: 6,
};

/**
 * The table of events, each written as "person event step day result wrong_fields"; a day of one or two digits is of April 2022,
 * what is not written is null, person 0 is nobody and persons from 90 on are foreigners.
 */
export function eventTable({ table }: Awaited<ReturnType<typeof smallTables>>, ...events: string[]) {
  const columns = "event_id, person_id, foreigner, position, event_date, event_order, unit_code, result, wrong_fields";
  return table("event_in", columns, ...events.map(eventRow));
}

function eventRow(written: string): string {
  const [person = "", event, step = "", day = "", result, wrong] = written.split(" ");
  const date = `date '${day.length > 2 ? day : `2022-04-${day.padStart(2, "0")}`}'`;
  const position = positions[step];
  return [
    event,
    person === "0" ? "null" : person,
    Number(person) >= 90,
    position,
    date,
    `(${date} - date '2020-01-01') * 8 + ${position}`,
    "'25195'",
    text(result),
    text(wrong),
  ].join(", ");
}

const text = (written?: string) => (written === undefined ? "null::varchar" : `'${written}'`);
