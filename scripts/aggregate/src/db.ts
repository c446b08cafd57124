// Before DuckDB is loaded, which reads it then.
import "./freed-memory.ts";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { QueryError } from "./query-error.ts";
import { ReadyTasks, type Task } from "./ready-tasks.ts";
import { whenStopped } from "./stopping.ts";

// A data chunk is three times faster than value by value; this is as many rows as one can hold.
const ROWS_PER_CHUNK = 2048;

/** How a database is opened. */
export interface DatabaseOptions {
  memoryLimit?: string;
  spill?: string;
  /** How many cores DuckDB takes, by default all. */
  threads?: number;
}

/** A DuckDB database; the only place that knows the client library. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #ended: () => void;
  #second: DuckDBConnection | null = null;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, ended: () => void) {
    this.#instance = instance;
    this.#connection = connection;
    this.#ended = ended;
  }

  /**
   * Opens a database in memory. Nothing is ever downloaded: only built-in extensions are used.
   * @param memoryLimit such as "1GB"; what does not fit goes to the spill folder
   * @param spill folder of temporary files, under `data/private` since they may hold rows of people; made when it is needed
   */
  static async open({ memoryLimit, spill, threads: wanted }: DatabaseOptions = {}): Promise<Database> {
    // On a machine that others use too: how many cores DuckDB may take.
    const threads = process.env.TIENDO_THREADS ?? String(wanted ?? "");
    // DuckDB makes the folder itself when it first needs it, but none above it.
    if (spill !== undefined) mkdirSync(dirname(spill), { recursive: true, mode: 0o700 });
    const instance = await DuckDBInstance.create(":memory:", {
      ...(threads === "" ? {} : { threads }),
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      // There is no file to bring up to date: rewriting what was written so far took 2 s of a million people's cleaning.
      checkpoint_threshold: "1TB",
      ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
      ...(spill === undefined ? {} : { temp_directory: spill }),
    });
    const ended = whenStopped(() => dropSpilled(spill));
    return new Database(instance, await connect(instance), ended);
  }

  /** Runs one statement. @throws {QueryError} with the statement */
  async run(sql: string): Promise<void> {
    await runOne(this.#connection, sql);
  }

  /**
   * Runs statements that do not depend on each other, two at a time: while one is planned, which takes one core, another runs.
   * @throws {QueryError} with the first statement that failed, when both have ended
   */
  async runEach(statements: readonly string[]): Promise<void> {
    await this.runChains(statements.map((sql) => [sql]));
  }

  /**
   * Runs chains of statements that do not depend on each other, two chains at a time, the statements of a chain one after the
   * other: where one statement keeps one core busy, another chain has the other. Temporary tables are the chain's own.
   * @throws {QueryError} with the first statement that failed, when both have ended
   */
  async runChains(chains: ReadonlyArray<readonly string[]>): Promise<void> {
    const waiting = chains.values();
    await this.#onBoth((connection) => runAll(connection, waiting));
  }

  /**
   * Runs statements that say which of them they wait for, two at a time, each as soon as it can be.
   * @param tasks in the order in which they are wanted; each waits for earlier ones only
   * @throws {QueryError} with the first statement that failed, when both have ended
   */
  async runTasks(tasks: readonly Task[]): Promise<void> {
    const ready = new ReadyTasks(tasks);
    await this.#onBoth((connection) => runReady(connection, ready));
  }

  /** Runs statements one after the other on a connection of their own, beside what others run. @throws {QueryError} */
  async runBeside(statements: readonly string[]): Promise<void> {
    const connection = await connect(this.#instance);
    try {
      await runAll(connection, [statements]);
    } finally {
      connection.closeSync();
    }
  }

  /** Does something while each connection has one thread, and gives back those that the database had. */
  async onOneThread<Result>(work: () => Promise<Result>): Promise<Result> {
    const [before] = await this.all<{ threads: number }>("select current_setting('threads')::integer as threads");
    await this.run("set threads = 1");
    try {
      return await work();
    } finally {
      await this.run(`set threads = ${before?.threads}`);
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

  /** Does the same work on two connections, which share what there is to do; fails when both have ended. */
  async #onBoth(work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
    this.#second ??= await connect(this.#instance);
    const ended = await Promise.allSettled([work(this.#connection), work(this.#second)]);
    const failed = ended.find((end) => end.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }

  /** Closes the connections and the instance; the memory and the file are free afterwards. */
  close(): void {
    this.#second?.closeSync();
    this.#connection.closeSync();
    this.#instance.closeSync();
    this.#ended();
  }
}

/** DuckDB takes its temporary files away when it is closed; a run that is stopped does not come to that. */
function dropSpilled(spill: string | undefined): void {
  if (spill === undefined || !existsSync(spill)) return;
  const names = readdirSync(spill).filter((name) => name.startsWith("duckdb_temp_"));
  for (const name of names) rmSync(join(spill, name), { force: true });
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await runOne(connection, "set timezone = 'UTC'");
  return connection;
}

/** Runs what is left of chains that several connections take from, one after the other. */
async function runAll(connection: DuckDBConnection, chains: Iterable<readonly string[]>): Promise<void> {
  for (const chain of chains) for (const sql of chain) await runOne(connection, sql);
}

/** Runs tasks that several connections take from, until none is left. */
async function runReady(connection: DuckDBConnection, ready: ReadyTasks): Promise<void> {
  for (let task = await ready.take(); task !== undefined; task = await ready.take()) {
    let failed = true;
    try {
      await runOne(connection, task.sql);
      failed = false;
    } finally {
      ready.end(task, failed);
    }
  }
}

async function runOne(connection: DuckDBConnection, sql: string): Promise<void> {
  try {
    await connection.run(sql);
  } catch (cause) {
    throw new QueryError(sql, cause);
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
