import type { GridRow } from "../grid-row.ts";
import { CsvScanner } from "./csv-scanner.ts";

const BATCH_ROWS = 1000;

/** The rows of a delimited text, by the thousand; see {@link CsvScanner}. */
export async function* csvBatches(blocks: AsyncIterable<string>, delimiter: string): AsyncGenerator<GridRow[]> {
  const scanner = new CsvScanner(delimiter);
  for await (const block of blocks) {
    scanner.add(block);
    yield* scannedBatches(scanner);
  }
  scanner.add(null);
  yield* scannedBatches(scanner);
}

/** The rows of a text that is at hand, such as a sample. */
export function csvRows(text: string, delimiter: string): Iterable<GridRow> {
  const scanner = new CsvScanner(delimiter);
  scanner.add(text);
  scanner.add(null);
  return eachRow(scanner);
}

function* eachRow(scanner: CsvScanner): Generator<GridRow> {
  for (let row = scanner.next(); row !== null; row = scanner.next()) yield row;
}

function* scannedBatches(scanner: CsvScanner): Generator<GridRow[], undefined> {
  let batch: GridRow[] = [];
  for (let row = scanner.next(); row !== null; row = scanner.next()) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
