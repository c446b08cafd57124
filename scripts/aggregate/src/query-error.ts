/** A statement that DuckDB refused: a fault of ours, since bad data is never an SQL error. */
export class QueryError extends Error {
  override name = "QueryError";

  constructor(sql: string, cause: unknown) {
    super(`${cause instanceof Error ? cause.message : String(cause)}\nin the statement:\n${sql}`, { cause });
  }
}
