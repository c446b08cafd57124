import { identifier, literal } from "@tiendo/schema";
import type { FileHead } from "../file-head.ts";
import type { GridSource } from "../grid-source.ts";
import { numberText } from "../number-text.ts";
import { type ColumnReading, duckdbGrid, knownGrid } from "./duckdb-grid.ts";
import type { SelectColumn } from "./duckdb-stream.ts";

/** Opens a Parquet file: dates in ISO, numbers as plain decimals, nested values as JSON. @throws {FileRefusal} */
export function parquetGrid(head: FileHead): Promise<GridSource> {
  // Some writers leave texts unmarked, which are bytes to Parquet.
  return duckdbGrid("parquet", `read_parquet(${literal(head.path)}, binary_as_string = true)`, readingOf);
}

/** A Parquet file whose columns and first records are known, such as one that was looked at with others. */
export function knownParquetGrid(
  path: string,
  columns: readonly SelectColumn[],
  head: Array<Array<string | null>>,
): GridSource {
  const source = `read_parquet(${literal(path)}, binary_as_string = true)`;
  return knownGrid("parquet", source, columns, columns.map(readingOf), head);
}

const asIs = (text: string) => text;

function readingOf({ name, type }: SelectColumn): ColumnReading {
  const column = identifier(name);
  const text = `cast(${column} as varchar)`;
  if (/^(DOUBLE|FLOAT)$/.test(type)) return { sql: text, mend: numberText };
  if (type.startsWith("TIMESTAMP")) return { sql: text, mend: isoMoment };
  if (/[[(]|^MAP|^JSON/.test(type) && !type.startsWith("DECIMAL"))
    return { sql: `cast(to_json(${column}) as varchar)`, mend: asIs };
  return { sql: text, mend: asIs };
}

/** `2022-04-26 10:30:00+00` as ISO, the day alone where the time is midnight. */
function isoMoment(text: string): string {
  return text
    .replace(/(\.\d+)?(\+00)?$/, "")
    .replace(/ 00:00:00$/, "")
    .replace(" ", "T");
}
