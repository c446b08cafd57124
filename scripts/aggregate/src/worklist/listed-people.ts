import { literal, type SubjectState } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { sqlFile } from "../sql-files.ts";
import { openClean, type PeopleReport } from "./people-report.ts";
import type { WorklistRow } from "./worklist-file.ts";

/** Who is to be listed in a report, kept in the database: a province's people are not held in memory at once. */
export class ListedPeople {
  /** How many people each unit has, by its code; "" where none is known. */
  readonly counts: ReadonlyMap<string, number>;
  readonly #db: Database;

  private constructor(db: Database, counts: ReadonlyMap<string, number>) {
    this.#db = db;
    this.counts = counts;
  }

  /** Those of a report who stand in one of these states. The caller closes it. */
  static async of(people: PeopleReport, states: readonly SubjectState[]): Promise<ListedPeople> {
    const db = await openClean(people, ["person", "subject"]);
    await db.run(`create table listed_state as select unnest([${states.map(literal).join(", ")}]) as state`);
    await db.run(`create table worklist_row as ${sqlFile("worklist/worklist_row").sql}`);
    const counts = await db.all<{ code: string; people: number }>(
      "select coalesce(unit_code, '') as code, count(*)::integer as people from worklist_row group by all",
    );
    return new ListedPeople(db, new Map(counts.map(({ code, people }) => [code, people])));
  }

  /** The people of one unit, in no order that means anything. */
  rowsOf(code: string): Promise<WorklistRow[]> {
    return this.#db.all<WorklistRow>(`from worklist_row where unit_code = ${literal(code)}`);
  }

  close(): void {
    this.#db.close();
  }
}
