import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DataPackage, literal } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../src/db.ts";
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
  workspace = await Workspace.create();
  ({ folder } = await workspace.run());
  db = await Database.open();
}, 120_000);
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
