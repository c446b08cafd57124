import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DataPackage, literal } from "@tiendo/schema";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../src/db.ts";
import { openGrids } from "../src/grid/grid.ts";
import { Workspace } from "./workspace.ts";

/** What DuckDB may call a column of each type of a Data Package. */
const types: Readonly<Record<string, RegExp>> = {
  string: /^VARCHAR$/,
  integer: /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/,
  number: /^(DOUBLE|DECIMAL\(.*\)|BIGINT|INTEGER)$/,
  date: /^DATE$/,
};

let workspace: Workspace;
let folder: string;
let db: Database;
beforeAll(async () => {
  workspace = await Workspace.ran();
  folder = workspace.path("published", workspace.id, "2022-09-01");
  db = await Database.open();
}, 300_000);
afterAll(async () => {
  db.close();
  await workspace.remove();
});

test("DuckDB opens each Parquet file with the columns and types that the data package states, in its order", async () => {
  const { resources } = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
  const parquet = resources.filter(({ format }) => format === "parquet");
  expect(parquet.length).toBeGreaterThan(4);
  for (const { path, schema, type } of parquet) {
    expect(type).toBe("table");
    const found = await columnsIn(path);
    expect(found.map(({ column_name }) => column_name)).toEqual(schema.fields.map(({ name }) => name));
    for (const [at, field] of schema.fields.entries())
      expect(found[at]?.column_type, `${path}, ${field.name}`).toMatch(types[field.type] ?? /^$/);
  }
});

test("each CSV holds the rows of its Parquet file, read by the types that the data package states", async () => {
  const { resources } = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
  for (const { path } of resources.filter(({ format }) => format === "csv")) {
    const parquet = path.replace(".csv", ".parquet");
    const columns = (await columnsIn(parquet)).map(
      ({ column_name, column_type }) => `${literal(column_name)}: ${literal(column_type)}`,
    );
    const csv = `select * from read_csv(${literal(join(folder, path))}, header = true, auto_detect = false, delim = ',',
      quote = '"', columns = {${columns.join(", ")}})`;
    const other = `select * from read_parquet(${literal(join(folder, parquet))})`;
    const [differing] = await db.all<{ rows: number }>(`select count(*)::integer as rows
      from ((${csv} except all ${other}) union all (${other} except all ${csv}))`);
    expect(differing?.rows, path).toBe(0);
  }
});

test("each JSON holds the rows of its Parquet file, numbers as numbers", async () => {
  const { resources } = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
  for (const { path } of resources.filter(({ format }) => format === "json")) {
    const parquet = literal(join(folder, path.replace(".json", ".parquet")));
    const select = `select cast(to_json(sent) as varchar) as row from read_parquet(${parquet}) as sent`;
    const rows = (await db.all<{ row: string }>(select)).map(({ row }) => JSON.parse(row));
    expect(JSON.parse(await readFile(join(folder, path), "utf8")), path).toEqual(rows);
  }
});

test("a reader of spreadsheets that is not ours opens each workbook: numbers, days and texts by the stated types", async () => {
  const { resources } = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
  const { ValueType } = ExcelJS;
  const cellTypes = {
    integer: ValueType.Number,
    number: ValueType.Number,
    date: ValueType.Date,
    string: ValueType.String,
  };
  const seen = new Set<string>();
  for (const { path, schema, "tiendo:rows": count } of resources.filter(({ format }) => format === "xlsx")) {
    const sheet = (await new ExcelJS.Workbook().xlsx.readFile(join(folder, path))).worksheets[0];
    const head = (sheet?.rowCount ?? 0) - count;
    for (let row = 1; row <= count; row += 1) {
      for (const [at, field] of schema.fields.entries()) {
        const cell = sheet?.getRow(head + row).getCell(at + 1);
        if (cell === undefined || cell.type === ValueType.Null) continue;
        expect([path, field.name, cell.type]).toEqual([path, field.name, cellTypes[field.type]]);
        seen.add(field.type);
      }
    }
  }
  expect([...seen].sort()).toEqual(["date", "integer", "number", "string"]);
});

test("each workbook holds the cells of its CSV", async () => {
  const { resources } = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
  const workbooks = resources.filter(({ format }) => format === "xlsx");
  expect(workbooks).toHaveLength(resources.length / 4);
  for (const { path, schema } of workbooks) {
    const types = schema.fields.map(({ type }) => type);
    const valuesOf = (cells: string[][]) => cells.map((row) => row.map((cell, at) => typed(cell, types[at])));
    const csv = await cellsOf(join(folder, path.replace(".xlsx", ".csv")));
    expect(valuesOf(await cellsOf(join(folder, path))), path).toEqual(valuesOf(csv));
  }
});

/** The cells of a file's first table, without its head; a blank one is "". */
async function cellsOf(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  const [grid] = await openGrids(path);
  for await (const { cells } of grid?.rows() ?? []) rows.push(cells.map((cell) => cell ?? ""));
  const [head, ...rest] = rows;
  return rest.map((row) => (head ?? []).map((_, at) => row[at] ?? ""));
}

/** 94.50 is 94.5; the reader writes a day as its cell is formatted. */
function typed(cell: string, type: string | undefined): string | number {
  if (type === "date") return cell.replace(/^(\d\d)[-/](\d\d)[-/](\d{4})$/, "$3-$2-$1");
  return cell !== "" && (type === "integer" || type === "number") ? Number(cell) : cell;
}

test("a column that may be blank in the CSV is not called required", async () => {
  const { resources } = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
  const required = (table: string, column: string) =>
    resources.find(({ name }) => name === table)?.schema.fields.find(({ name }) => name === column)?.constraints
      ?.required;
  // An issue of a whole row is of no column.
  expect(required("issue_count", "column_name")).toBe(false);
  expect(required("issue_count", "records")).toBe(true);
  expect(required("figure", "done")).toBe(false);
});

function columnsIn(parquet: string) {
  return db.all<{ column_name: string; column_type: string }>(
    `describe select * from read_parquet(${literal(join(folder, parquet))})`,
  );
}
