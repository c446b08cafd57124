import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "./given.ts";

/**
 * A database for the tables of a few rows that a model reads, made by hand, with the macros that models call.
 * @param folder of the models below `sql/`, "" for `sql/` itself
 */
export async function smallTables(folder = "clean/") {
  const db = await Database.open();
  for (const macro of ["accentless", "tone_placed", "state_entered"]) await db.run(sqlFile(macro).sql);
  return {
    db,
    /** Makes a table of rows as SQL values. */
    table: (name: string, columns: string, ...rows: string[]) =>
      db.run(
        `create or replace table ${name} as from (values ${rows.map((row) => `(${row})`).join(", ")}) as t (${columns})`,
      ),
    /** Makes a table of these columns that has no row. */
    emptyTable: (name: string, columns: string) => db.run(`create or replace table ${name} (${columns})`),
    /** Makes a table of a model's rows, for the models that read it. */
    build: (name: string) => db.run(`create or replace table ${name} as ${sqlFile(`${folder}${name}`).sql}`),
    /** Every row of a model, in the order of its columns. */
    model: (name: string, columns = "*") =>
      lines(db, `select ${columns} from (${sqlFile(`${folder}${name}`).sql}) order by all`),
  };
}
