import { literal } from "@tiendo/schema";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

/** Two provinces of 2022 that are Đồng Nai (75) of 2025, and Hà Nội: parts "a", "b" and "c"; nothing came in of them yet. */
export async function folders(): Promise<Database> {
  const db = await Database.open();
  await db.run("create table params as select date '2022-04-26' as as_of, 'VN' as root_unit, 5 as min_denominator");
  await db.run(`create table part_unit as from (values ('a', '75'), ('b', '75'), ('c', '01'), ('a', 'VN'), ('b', 'VN'), ('c', 'VN'))
    as part_unit (part, unit_code)`);
  await db.run("create table part_table (part varchar, table_name varchar)");
  await db.run("create table part_row (part varchar, table_name varchar, sent varchar)");
  await db.run(`create table part_count (part varchar, table_name varchar, keys varchar, column_name varchar, value bigint,
    status varchar, most bigint)`);
  return db;
}

/** The words of a line as SQL values, ∅ for null. */
export const cells = (text: string) => text.split(" ").map((cell) => (cell === "∅" ? "null" : literal(cell)));

/** Rows of `rolled_count` of one table, each as "unit keys column value status". */
export async function sums(db: Database, table: string, ...rows: string[]): Promise<void> {
  await db.run(`create or replace table rolled_count (table_name varchar, unit_code varchar, keys varchar, column_name varchar,
    value bigint, status varchar, low bigint, high bigint, told bigint, hidden bigint, not_reported bigint)`);
  // Of another table and the same names, which are none of this one's.
  for (const row of [`${rows[0]?.split(" ").slice(0, 3).join(" ")} 9 z`, ...rows].map(
    (text, at) => [at, text] as const,
  )) {
    const [unit, keys = "", column, value, status] = cells(row[1]);
    await db.run(`insert into rolled_count (table_name, unit_code, keys, column_name, value, status)
      values ('${row[0] === 0 ? "other" : table}', ${unit}, if(${keys} = '-', '', replace(${keys}, '|', chr(31))), ${column}, ${value}, ${status})`);
  }
}

/** What is published of a table of folders. */
export const published = (db: Database, table: string, columns = "*") =>
  lines(db, `select ${columns} from (${sqlFile(`rollup/published_${table}`).sql}\n)`);

/** Lines for `sums`, one a column of a unit's row. */
export const counted = (unit: string, numbers: Record<string, string>, keys = "-") =>
  Object.entries(numbers).map(([column, cell]) => `${unit} ${keys} ${column} ${cell}`);

/** A row that a part published. */
export const row = (db: Database, part: string, table: string, sent: object) =>
  db.run(`insert into part_row values ('${part}', '${table}', ${literal(JSON.stringify(sent))})`);
