import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { identifier, literal } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { whenStopped } from "../stopping.ts";

// Names and numbers hardly repeat: to look for those that do takes a third of the time of writing.
const FORMAT = "format parquet, compression lz4_raw, dictionary_size_limit 2000";

/**
 * Tables about people in so many parts, each in Parquet files of its own, so that one part at a time has to fit in memory. A
 * part holds whole people: the rows whose key leaves the part's number when it is divided by their count.
 */
export class Parts {
  readonly count: number;
  readonly #db: Database;
  readonly #folder: string;
  readonly #ended: () => void;

  /**
   * @param folder where the files lie until `drop`; they hold rows of people
   * @param count how many parts, 1 or more
   */
  constructor(db: Database, folder: string, count: number) {
    this.count = count;
    this.#db = db;
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#ended = whenStopped(() => this.#remove());
  }

  /** The number of every part. */
  get numbers(): number[] {
    return Array.from({ length: this.count }, (_, part) => part);
  }

  /** Writes the rows of a select apart, by a whole number of theirs. @param key in SQL, never null */
  async split(name: string, select: string, key: string): Promise<void> {
    await this.#keepShape(name, select);
    await this.#db.run(`copy (select *, cast(${key} % ${this.count} as integer) as part from (${select}\n))
      to ${literal(join(this.#folder, name))} (${FORMAT}, partition_by (part))`);
  }

  /** Statements that write one part of a table, whose rows a select gives, and let its name stand for that part. */
  writing(name: string, part: number, select: string): string[] {
    const folder = join(this.#folder, name, `part=${part}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = literal(join(folder, "data_0.parquet"));
    return [
      `copy (${select}\n) to ${file} (${FORMAT})`,
      `create or replace view ${name} as select * from read_parquet(${file}, hive_partitioning = false)`,
    ];
  }

  /** The rows of a table in SQL: those of one part, or of all. */
  of(name: string, part?: number): string {
    const wanted = part === undefined ? this.numbers : [part];
    const files = wanted.flatMap((one) => this.#files(join(this.#folder, name, `part=${one}`)));
    const rows = files.map((path) => literal(path)).join(", ");
    // A part without people has no file.
    return files.length === 0
      ? `select * from ${name}_shape`
      : `select * from read_parquet([${rows}], hive_partitioning = false)`;
  }

  /** The rows that a select gives in each part, where the names of tables stand for those of the part, in SQL. */
  each(names: readonly string[], select: string): string {
    // Read where they lie, however often they are asked for.
    const own = (part: number) =>
      names.map((name) => `${name} as not materialized (${this.of(name, part)})`).join(", ");
    return this.numbers
      .map((part) => `select * from (with ${own(part)} select * from (${select}\n))`)
      .join("\nunion all\n");
  }

  /** Takes the files away; nothing may read them afterwards. */
  drop(): void {
    this.#remove();
    this.#ended();
  }

  /** The columns of a table without its rows, for parts that have none. Asked for by itself the plan alone is made. */
  async #keepShape(name: string, select: string): Promise<void> {
    const columns = await this.#db.all<{ column_name: string; column_type: string }>(`describe ${select}`);
    const written = columns.map(({ column_name, column_type }) => `${identifier(column_name)} ${column_type}`);
    await this.#db.run(`create or replace table ${name}_shape (${written.join(", ")})`);
  }

  #files(folder: string): string[] {
    const names = filesIn(folder).filter((name) => name.endsWith(".parquet"));
    return names.sort().map((name) => join(folder, name));
  }

  #remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
