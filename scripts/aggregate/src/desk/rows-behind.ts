import { type Edition, identifier, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { loadUnits } from "../unit-table.ts";

/** How many rows of a table there are, and how many of them in a unit with everything below it; null where it has no units. */
export interface RowsBehind {
  table: string;
  rows: number;
  inUnit: number | null;
}

/** Defines `below`: the codes of a unit and of everything below it. */
export async function defineUnitsBelow(db: Database, edition: Edition, unit: string): Promise<void> {
  await loadUnits(db);
  await db.run(`create table below as
    with recursive reached as (
      select ${literal(unit)} as unit_code
      union
      select unit.unit_code from unit join reached on unit.parent_code = reached.unit_code
      where unit.edition = ${literal(edition)}
    )
    from reached`);
}

/**
 * Counts the rows of a view of the desk.
 * @param inUnit whether `below` is defined and its rows are to be counted too
 */
export async function rowsBehind(db: Database, table: string, inUnit: boolean): Promise<RowsBehind> {
  const from = identifier(table);
  const [all] = await db.all<{ rows: number }>(`select count(*)::double as rows from ${from}`);
  const within = inUnit ? await placedRows(db, table) : null;
  if (within === null) return { table, rows: all?.rows ?? 0, inUnit: null };
  const [some] = await db.all<{ rows: number }>(
    `select count(*)::double as rows from ${within} semi join below using (unit_code)`,
  );
  return { table, rows: all?.rows ?? 0, inUnit: some?.rows ?? 0 };
}

/** A table with the unit of each row: its own, or that of the person it is about; null where it has neither. */
async function placedRows(db: Database, table: string): Promise<string | null> {
  const columns = await db.all<{ column_name: string }>(`select column_name from (describe ${identifier(table)})`);
  const has = (name: string) => columns.some(({ column_name }) => column_name === name);
  // What happened to people counts where they live, wherever it happened.
  if (has("person_id") && !["person", "subject"].includes(table))
    return `(select person.unit_code from ${identifier(table)} join person using (person_id))`;
  return has("unit_code") ? identifier(table) : null;
}
