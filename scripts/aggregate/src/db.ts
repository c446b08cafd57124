import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { QueryError } from "./query-error.ts";

// A data chunk is three times faster than value by value; this is as many rows as one can hold.
const ROWS_PER_CHUNK = 2048;

/** How a database is opened. */
export interface DatabaseOptions {
  memoryLimit?: string;
  spill?: string;
}

/** A DuckDB database; the only place that knows the client library. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /**
   * Opens a database in memory. Nothing is ever downloaded: only built-in extensions are used.
   * @param memoryLimit such as "1GB"; what does not fit goes to the spill folder
   * @param spill folder of temporary files, under `data/private` since they may hold rows of people
   */
  static async open({ memoryLimit, spill }: DatabaseOptions = {}): Promise<Database> {
    const instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
      ...(spill === undefined ? {} : { temp_directory: spill }),
    });
    const database = new Database(instance, await instance.connect());
    await database.run("set timezone = 'UTC'");
    return database;
  }

  /** Runs one statement. @throws {QueryError} with the statement */
  async run(sql: string): Promise<void> {
    try {
      await this.#connection.run(sql);
    } catch (cause) {
      throw new QueryError(sql, cause);
    }
  }

  /** The rows of a select as objects: bigint for 64-bit integers, dates as ISO text where the select casts them. */
  async all<Row>(sql: string): Promise<Row[]> {
    try {
      const reader = await this.#connection.runAndReadAll(sql);
      return reader.getRowObjectsJS() as Row[];
    } catch (cause) {
      throw new QueryError(sql, cause);
    }
  }

  /** Appends rows of values to a table, in the order of its columns. */
  async append(
    table: string,
    rows: Iterable<readonly DuckDBValue[]> | AsyncIterable<readonly DuckDBValue[]>,
  ): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    const types = Array.from({ length: appender.columnCount }, (_, at) => appender.columnType(at));
    try {
      for await (const batch of batches(rows, ROWS_PER_CHUNK)) {
        const chunk = DuckDBDataChunk.create(types, batch.length);
        chunk.setRows(batch);
        appender.appendDataChunk(chunk);
      }
    } finally {
      appender.closeSync();
    }
  }

  /** Closes the connection and the instance; the memory and the file are free afterwards. */
  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

async function* batches<Row>(rows: Iterable<Row> | AsyncIterable<Row>, size: number): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
