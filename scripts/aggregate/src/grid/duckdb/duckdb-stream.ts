// Before DuckDB is loaded, which reads it then.
import "../../freed-memory.ts";
import { DuckDBInstance } from "@duckdb/node-api";
import { FileRefusal } from "../../read/file-refusal.ts";

// Streaming needs the client library itself: Database reads a result whole.
const offline = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };

let opened: Promise<DuckDBInstance> | undefined;

/** One database, which holds nothing, for every file that is looked at: to open one takes longer than a look. */
function sharedInstance(): Promise<DuckDBInstance> {
  opened ??= DuckDBInstance.create(":memory:", offline);
  return opened;
}

/** The columns of a select, by name and DuckDB type. */
export interface SelectColumn {
  name: string;
  type: string;
}

/** The columns that a file has for DuckDB. @throws {FileRefusal} FILE.UNREADABLE with DuckDB's own words */
export async function columnsOfFile(source: string): Promise<SelectColumn[]> {
  const columns: SelectColumn[] = [];
  for await (const rows of streamRows(`select column_name, column_type from (describe select * from ${source})`)) {
    for (const [name, type] of rows) columns.push({ name: name ?? "", type: type ?? "" });
  }
  return columns;
}

/** The rows of a select of text columns, chunk by chunk. @throws {FileRefusal} FILE.UNREADABLE */
export async function* streamRows(sql: string): AsyncGenerator<Array<Array<string | null>>> {
  const connection = await (await sharedInstance()).connect();
  try {
    await connection.run("set timezone = 'UTC'");
    const result = await connection.stream(sql);
    for await (const chunk of result) yield chunk.getRows() as Array<Array<string | null>>;
  } catch (cause) {
    throw refusal(cause);
  } finally {
    connection.closeSync();
  }
}

/** DuckDB's first line says what is wrong; what follows may quote the data. */
function refusal(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof FileRefusal) return cause;
  const [line = ""] = cause.message.split("\n", 1);
  const found = line
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/'[^']*'/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 200);
  const expected = { vi: "một tệp nguyên vẹn", en: "a whole file" };
  return Object.assign(new FileRefusal("FILE.UNREADABLE", found, expected), { cause });
}
