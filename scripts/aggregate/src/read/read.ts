import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { columnsOf, identifier } from "@tiendo/schema";
import type { Database } from "../db.ts";
import type { Run } from "../run.ts";
import { openCsv, type RawRecord } from "./csv-file.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { Header } from "./header.ts";
import { type ListedFile, listFiles } from "./list-files.ts";
import type { RawFile } from "./raw-file.ts";
import { rowKindNames, rowKinds } from "./row-kinds.ts";

/** Read: every file under `raw/` into `raw_<kind>` (text cells), `rejected_line` and `read_account`. */
export async function read(run: Run): Promise<void> {
  await createRawTables(run.db);
  for (const listed of await listFiles(run.folders.raw)) {
    const file = await readFile(run.db, listed);
    run.files.push(file);
    run.say(
      file.refusal === null
        ? `${file.name}: ${file.kind}`
        : `${file.name}: ${file.refusal.text.vi} | ${file.refusal.text.en}`,
    );
  }
}

async function createRawTables(db: Database): Promise<void> {
  for (const kind of rowKindNames) {
    const cells = columnsOf(rowKinds[kind]).map(({ name }) => `${identifier(name)} varchar`);
    await db.run(`create table raw_${kind} (input_file varchar, record bigint, line bigint, ${cells.join(", ")})`);
  }
  await db.run(
    "create table rejected_line (input_file varchar, record bigint, line bigint, found varchar, expected varchar)",
  );
  await db.run(
    "create table read_account (input_file varchar, kind varchar, records_in bigint, rejected bigint, blank bigint)",
  );
}

async function readFile(db: Database, listed: ListedFile): Promise<RawFile> {
  const file: RawFile = {
    name: listed.name,
    path: listed.path,
    sha256: null,
    kind: null,
    refusal: null,
    held: null,
    notes: [],
  };
  try {
    refuseUnreadable(listed);
    file.sha256 = await sha256Of(listed.path);
    await readCsv(db, file);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    file.refusal = error;
    // Rows read before the refusal, such as those ahead of a bad byte, must not be used.
    await forget(db, file.name);
  }
  return file;
}

function refuseUnreadable(listed: ListedFile): void {
  const regular = { vi: "một tệp thường", en: "a regular file" };
  if (!listed.regular)
    throw new FileRefusal("FILE.UNREADABLE", { vi: "không phải tệp thường", en: "no regular file" }, regular);
  if (!/\.(csv|tsv|txt)$/i.test(listed.name))
    throw new FileRefusal("FILE.KIND_UNKNOWN", listed.name, "CSV (.csv, .tsv, .txt)");
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (cause) {
    const found = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new FileRefusal("FILE.UNREADABLE", found, { vi: "một tệp đọc được", en: "a file that can be read" });
  }
  return hash.digest("hex");
}

async function readCsv(db: Database, file: RawFile): Promise<void> {
  const { header, records } = await openCsv(file.path);
  file.kind = header.kind;
  file.notes = header.notes;
  const counts = { records_in: 0, rejected: 0, blank: 0 };
  const rejected: RawRecord[] = [];
  await db.append(`raw_${header.kind}`, rawRows(file.name, header, records, counts, rejected));
  await db.append(
    "rejected_line",
    rejected.map((row) => rejectedRow(file.name, row)),
  );
  if (counts.records_in === 0)
    throw new FileRefusal("FILE.EMPTY", { vi: "chỉ có dòng tiêu đề", en: "a header and no rows" });
  const { records_in, rejected: rejectedCount, blank } = counts;
  await db.append("read_account", [[file.name, header.kind, BigInt(records_in), BigInt(rejectedCount), BigInt(blank)]]);
}

async function* rawRows(
  name: string,
  header: Header,
  records: AsyncIterable<RawRecord>,
  counts: { records_in: number; rejected: number; blank: number },
  rejected: RawRecord[],
) {
  const places = columnsOf(rowKinds[header.kind]).map((column) => header.places.get(column.name));
  for await (const row of records) {
    counts.records_in += 1;
    if (row.broken !== null) {
      counts.rejected += 1;
      rejected.push(row);
    } else if (row.cells.every((cell) => cell === null)) counts.blank += 1;
    else
      yield [
        name,
        BigInt(row.record),
        BigInt(row.line),
        ...places.map((at) => (at === undefined ? null : (row.cells[at] ?? null))),
      ];
  }
}

function rejectedRow(name: string, row: RawRecord) {
  return [name, BigInt(row.record), BigInt(row.line), row.broken?.found ?? null, row.broken?.expected ?? null];
}

async function forget(db: Database, name: string): Promise<void> {
  for (const table of [...rowKindNames.map((kind) => `raw_${kind}`), "rejected_line", "read_account"]) {
    await db.run(`delete from ${table} where input_file = '${name.replaceAll("'", "''")}'`);
  }
}
