import { checksFor, identifier, literal, PersonDose, type RowKind, rowKindNames, rowKinds } from "@tiendo/schema";
import type { z } from "zod";
import type { Database } from "../db.ts";
import { columnNames, columnsRead, isOfPeople, sentCells } from "../read/checked-select.ts";

/** A table's Parquet files, and what its rows are called by. */
export interface Part {
  folder: string;
  /** Its place among the files whose rows lie together in the folder; null where no others do. */
  nth: number | null;
  kind: RowKind;
  /** The file's name in every table and message. */
  input_file: string;
  /** Where record numbers are computed: the physical line of record 0. */
  lineOfRecordZero: number | null;
}

/** Rows that are judged: the kinds that files hold, and the dose groups of person records. */
type RowTable = { name: string; schema: z.ZodObject; file: string; keys: string[]; kind: RowKind };

const rowTables: RowTable[] = [
  ...rowKindNames.map((kind) => ({
    name: kind,
    schema: rowKinds[kind].schema,
    file: "row",
    keys: ["record", "line"],
    kind,
  })),
  { name: "person_dose", schema: PersonDose, file: "group", keys: ["record", "line", "slot"], kind: "person_record" },
];

/** Defines `raw_<kind>` and `checked_<kind>` of these kinds, by default all, without rows. */
export async function defineViews(db: Database, kinds: Iterable<RowKind> = rowKindNames): Promise<void> {
  for (const kind of kinds) await defineKind(db, kind, []);
}

/** Defines the views of one kind over the parts of that kind. */
export async function defineKind(db: Database, kind: RowKind, parts: readonly Part[]): Promise<void> {
  const own = parts.filter((part) => part.kind === kind);
  if (own.length > 0) await definePartTable(db, kind, own);
  for (const table of rowTables.filter((one) => one.kind === kind)) {
    await db.run(`create or replace view stored_${table.name} as ${storedSelect(table, own)}`);
    await db.run(`create or replace view checked_${table.name} as ${checkedView(table)}`);
    await db.run(`create or replace view raw_${table.name} as ${rawView(table)}`);
  }
}

async function definePartTable(db: Database, kind: RowKind, parts: readonly Part[]): Promise<void> {
  await db.run(
    `create or replace table part_${kind} (folder varchar, nth integer, input_file varchar, line_zero bigint)`,
  );
  await db.append(
    `part_${kind}`,
    parts.map(({ folder, nth, input_file, lineOfRecordZero }) => [
      folder,
      nth ?? 0,
      input_file,
      lineOfRecordZero === null ? null : BigInt(lineOfRecordZero),
    ]),
  );
}

/** Rows as they were stored; columns that a part lacks are null in its rows. */
function storedSelect(table: RowTable, parts: readonly Part[]): string {
  const isPlaced = ({ lineOfRecordZero }: Part) => table.file === "row" && lineOfRecordZero !== null;
  const alone = parts.filter((part) => !isShared(part));
  const rows = [
    emptySelect(table),
    partSelect(
      table,
      alone.filter((part) => !isPlaced(part)),
      false,
    ),
    partSelect(table, alone.filter(isPlaced), true),
    sharedSelect(table, parts.filter(isShared)),
  ];
  const hashed = [...columnNames(table.schema), ...columnsRead(table.schema).map((name) => `raw_${name}`)];
  return `select *, hash(${hashed.map(identifier).join(", ")}) as row_hash
    from (${rows.filter((select) => select !== null).join("\n    union all by name ")})`;
}

function isShared({ nth }: Part): boolean {
  return nth !== null;
}

/** Rows of files that lie together; there may be rows of others among them. */
function sharedSelect(table: RowTable, parts: readonly Part[]): string | null {
  if (parts.length === 0) return null;
  const line = table.file === "row" ? ", record + line_zero as line" : "";
  return `select part.input_file, rows.* exclude (filename, nth)${line}
    from read_parquet([${filesOf(table, parts)}], filename = true, union_by_name = true) as rows
    join part_${table.kind} as part on part.folder = parse_dirpath(rows.filename) and part.nth = rows.nth`;
}

function filesOf(table: RowTable, parts: readonly Part[]): string {
  const folders = [...new Set(parts.map(({ folder }) => folder))];
  return folders.map((folder) => literal(`${folder}/${table.file}-*.parquet`)).join(", ");
}

/** @param placed whether records are numbered by their place in the Parquet file, which has no other columns for it */
function partSelect(table: RowTable, parts: readonly Part[], placed: boolean): string | null {
  const [first, second] = parts;
  if (first === undefined) return null;
  const numbers = (lineZero: string) =>
    placed ? `, file_row_number + 1 as record, file_row_number + 1 + ${lineZero} as line` : "";
  const place = placed ? ", file_row_number = true" : "";
  const without = placed ? "file_row_number" : "";
  if (second === undefined) {
    return `select ${literal(first.input_file)} as input_file, *${without && ` exclude (${without})`}${numbers(String(first.lineOfRecordZero))}
      from read_parquet(${literal(`${first.folder}/${table.file}-*.parquet`)}${place})`;
  }
  // Two names for the same bytes share what was stored of them: the join gives each its own rows.
  return `select part.input_file, rows.* exclude (${["filename", without].filter(Boolean).join(", ")})${numbers("line_zero")}
    from read_parquet([${filesOf(table, parts)}], filename = true, union_by_name = true${place}) as rows
    join part_${table.kind} as part on part.folder = parse_dirpath(rows.filename)`;
}

function emptySelect(table: RowTable): string {
  const typed = checksFor(table.schema).map(({ name, sqlType }) => [name, sqlType] as const);
  const read = columnsRead(table.schema).map((name) => [`raw_${name}`, "varchar"] as const);
  const keys = table.keys.map((name) => [name, name === "slot" ? "integer" : "bigint"] as const);
  const derived = table.file === "row" && isOfPeople(table.kind) ? derivedOfPeople : [];
  const columns = [["input_file", "varchar"], ...keys, ...typed, ...read, ["issues", "varchar[]"], ...derived] as const;
  return `select ${columns.map(([name, type]) => `cast(null as ${type}) as ${identifier(name)}`).join(", ")} where false`;
}

/** What `sql/read_person.sql` adds to a row. */
const derivedOfPeople = [
  ["birth_day", "date"],
  ["birth_period", "date"],
  ["id_cleaned", "varchar"],
  ["id_form", "varchar"],
  ["id_province_known", "boolean"],
  ["id_born", "smallint"],
  ["person_key", "ubigint"],
  ["name_key", "varchar"],
] as const;

function checkedView(table: RowTable): string {
  const names = columnNames(table.schema).map(identifier);
  return `select input_file, ${[...table.keys, ...names].join(", ")}, issues, row_hash from stored_${table.name}`;
}

function rawView(table: RowTable): string {
  const texts = [...sentCells(table.schema)].map(([name, cell]) => `${cell} as ${identifier(name)}`);
  return `select input_file, ${[...table.keys, ...texts].join(", ")}, row_hash from stored_${table.name}`;
}
