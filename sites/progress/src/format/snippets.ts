import type { DataField } from "@tiendo/schema";

/** How a table is opened in one tool. */
export interface Snippet {
  tool: string;
  code: string;
}

/** A table to be opened, and where each of its files lies: an address, or a name where the portal is not known. */
export interface OpenedTable {
  name: string;
  fields: readonly Pick<DataField, "name" | "type">[];
  fileOf: (form: "csv" | "parquet" | "xlsx") => string;
}

/** Lines that open a table in DuckDB, Excel, R and Python; codes of units keep the zeros they begin with. */
export function snippetsOf(table: OpenedTable): Snippet[] {
  return [
    { tool: "DuckDB", code: `select * from read_parquet('${table.fileOf("parquet")}');` },
    { tool: "Excel (Power Query)", code: inExcel(table) },
    { tool: "R", code: inR(table) },
    { tool: "Python (pandas)", code: inPython(table) },
  ];
}

function inExcel({ name, fileOf }: OpenedTable): string {
  const file = fileOf("xlsx");
  const contents = /^https?:/.test(file) ? "Web.Contents" : "File.Contents";
  return `= Excel.Workbook(${contents}("${file}"), true){[Item="${name}", Kind="Sheet"]}[Data]`;
}

function inR({ name, fields, fileOf }: OpenedTable): string {
  const codes = codesIn(fields).map((field) => `${field} = "character"`);
  const kept = codes.length === 0 ? "" : `, colClasses = c(${codes.join(", ")})`;
  return `${name} <- read.csv("${fileOf("csv")}", encoding = "UTF-8", na.strings = ""${kept})`;
}

function inPython({ name, fields, fileOf }: OpenedTable): string {
  const codes = codesIn(fields).map((field) => `"${field}": "string"`);
  const kept = codes.length === 0 ? "" : `, dtype={${codes.join(", ")}}`;
  return `import pandas as pd\n${name} = pd.read_csv("${fileOf("csv")}"${kept})`;
}

function codesIn(fields: OpenedTable["fields"]): string[] {
  return fields.filter(({ name, type }) => type === "string" && name.endsWith("_code")).map(({ name }) => name);
}
