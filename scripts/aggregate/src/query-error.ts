/**
 * A statement that DuckDB refused: a fault of ours, since bad data is never an SQL error. It may be shown to anybody: what DuckDB
 * quotes of the data is left out, of its message and of what is printed of the error.
 */
export class QueryError extends Error {
  override name = "QueryError";
  readonly #words: string;

  constructor(sql: string, cause: unknown) {
    const words = cause instanceof Error ? cause.message : String(cause);
    super(`${withoutData(words)}\nin the statement:\n${sql}`);
    this.#words = words;
  }

  /** DuckDB's own words, for those who asked the question themselves. */
  get words(): string {
    return this.#words;
  }
}

// These speak of statements, files and memory, and not of values.
const ofStatements = /^(Binder|Catalog|Parser|IO|Out of Memory|Permission|Not implemented|Dependency|INTERRUPT) Error/;
// These put the values they failed at between quotes, or are about numbers.
const quoting = /^(Conversion|Constraint|Out of Range) Error/;

function withoutData(words: string): string {
  if (ofStatements.test(words)) return words;
  const [line = ""] = words.split("\n", 1);
  if (quoting.test(words)) return line.replaceAll(/"[^"]*"|'[^']*'/g, "…").replaceAll(/[0-9]{6,}/g, "…");
  return line.split(":", 1)[0] ?? "";
}
