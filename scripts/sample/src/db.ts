import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

/** A DuckDB database in memory; the only place here that knows the client library. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /**
   * Opens a database that downloads nothing.
   * @param memoryLimit such as "2GB"; what does not fit goes to the spill folder
   */
  static async open(memoryLimit: string, spill: string): Promise<Database> {
    const instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      memory_limit: memoryLimit,
      temp_directory: spill,
      // One thread a database gives the same bytes everywhere; the cores are used by several databases.
      threads: "1",
    });
    const database = new Database(instance, await instance.connect());
    await database.run("set timezone = 'UTC'");
    // Joins are written with the small side last, and rows keep the order of the first side: guesses would only undo that.
    await database.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
    return database;
  }

  /** Runs one statement. @throws {Error} with the statement beside DuckDB's own words */
  async run(sql: string): Promise<void> {
    try {
      await this.#connection.run(sql);
    } catch (cause) {
      throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\nin the statement:\n${sql}`, {
        cause,
      });
    }
  }

  /** The rows of a select as objects: bigint for 64-bit integers. */
  async all<Row>(sql: string): Promise<Row[]> {
    try {
      return (await this.#connection.runAndReadAll(sql)).getRowObjectsJS() as Row[];
    } catch (cause) {
      throw new Error(`${cause instanceof Error ? cause.message : String(cause)}\nin the statement:\n${sql}`, {
        cause,
      });
    }
  }

  /** Appends rows of values to a table, in the order of its columns. */
  async append(table: string, rows: Iterable<readonly DuckDBValue[]>): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    for (const row of rows) {
      for (const [at, value] of row.entries()) appender.appendValue(value, appender.columnType(at));
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Closes the connection and the instance; the memory is free afterwards. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
