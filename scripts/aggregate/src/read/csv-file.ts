import { type CsvRecord, csvRecords, splitRecord } from "./csv-records.ts";
import { FileRefusal } from "./file-refusal.ts";
import { type Header, headerOf } from "./header.ts";
import { textLines } from "./text-lines.ts";

/** One record below the header: text cells in the header's order, null where blank; or a line that is no record. */
export interface RawRecord {
  /** Ordinal below the header, from 1. */
  record: number;
  line: number;
  cells: Array<string | null>;
  broken: { found: string; expected: string } | null;
}

/** Opens a CSV file: its header, understood, and its records as a stream. */
export async function openCsv(path: string): Promise<{ header: Header; records: AsyncGenerator<RawRecord> }> {
  const delimiter = await delimiterOf(path);
  const records = csvRecords(textLines(path), delimiter);
  const first = await records.next();
  if (first.done) throw new FileRefusal("FILE.EMPTY", { vi: "0 dòng", en: "0 lines" });
  const header = headerOf(first.value.cells.map((cell) => cell.trim()));
  return { header, records: rawRecords(records, header.width) };
}

async function* rawRecords(records: AsyncGenerator<CsvRecord>, width: number): AsyncGenerator<RawRecord> {
  let record = 0;
  for await (const { line, cells, broken } of records) {
    record += 1;
    const texts = cells.map(cellText);
    const blank = texts.every((text) => text === null);
    const problem =
      broken !== null ? { found: broken, expected: '"…"' } : widthProblem(texts.length, blank ? texts.length : width);
    yield { record, line, cells: texts, broken: problem };
  }
}

function widthProblem(found: number, expected: number): RawRecord["broken"] {
  return found === expected ? null : { found: `${found} ô / cells`, expected: `${expected} ô / cells` };
}

/** The text of a cell: NFC, without outer white space, null where nothing is left. */
function cellText(cell: string): string | null {
  const text = cell.normalize("NFC").trim();
  return text === "" ? null : text;
}

/** The delimiter that splits the header line into most cells: comma, semicolon or tab. */
async function delimiterOf(path: string): Promise<string> {
  for await (const line of textLines(path)) {
    const widths = [",", ";", "\t"].map((delimiter) => [delimiter, widthOf(line, delimiter)] as const);
    return widths.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  }
  return ",";
}

function widthOf(line: string, delimiter: string): number {
  const cells = splitRecord(line, delimiter);
  return typeof cells === "string" ? 0 : cells.length;
}
