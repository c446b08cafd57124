import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { columnsOf, DataPackage, issueCodes, type PublishedTableName, publishedTables } from "@tiendo/schema";
import { z } from "zod";
import { hasPeople } from "../clean/clean.ts";
import { cleanModels } from "../clean/models.ts";
import { models, peopleModels, returnModelNames } from "../model/models.ts";
import { reviseNames } from "../revise/revise.ts";
import { publishedSql, rollUpNames } from "../rollup/roll-up.ts";
import { sentInputs } from "../rollup/sent-inputs.ts";
import type { Run } from "../run.ts";
import { checkFolderNames, type SqlFile, sqlFile, sqlFilesIn } from "../sql-files.ts";
import { fileHash } from "./files.ts";
import { publishedNames } from "./protect.ts";
import { type TableForm, tableForms } from "./tables.ts";

const mediaTypes: Readonly<Record<TableForm, string>> = {
  csv: "text/csv",
  parquet: "application/vnd.apache.parquet",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const textForms: ReadonlySet<TableForm> = new Set(["csv", "json"]);

/** Describes a published folder as a Data Package: its tables, its inputs, the rules and the SQL it was made with. */
export async function describeFolder(
  run: Run,
  folder: string,
  rows: ReadonlyMap<PublishedTableName, number>,
  revised: number | null,
): Promise<DataPackage> {
  const { report } = run;
  return DataPackage.parse({
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: report.id,
    id: `${report.id}/${report.as_of}`,
    title: report.title.vi,
    description: report.description.vi,
    version: report.as_of,
    // The report's day, not the clock: the same input gives the same bytes.
    created: `${report.as_of}T00:00:00Z`,
    licenses: [{ name: report.licence.id, path: report.licence.url, title: report.licence.title }],
    contributors: [{ title: report.publisher.name.vi, roles: ["publisher"] }],
    resources: await resourcesOf(folder, rows),
    tiendo: {
      as_of: report.as_of,
      report,
      inputs: [...(await inputsOf(run)), ...sentInputs(run)],
      reference: await referenceOf(run.folders.reference),
      rules: Object.entries(issueCodes).map(([code, { effect, messages, fix }]) => ({ code, effect, messages, fix })),
      models: modelsOf(run),
      rules_version: run.rules_version,
      earlier: earlierOf(run, revised),
      duckdb: await duckdbVersion(run),
    },
  });
}

function earlierOf({ earlier }: Run, revised: number | null) {
  if (earlier === null || revised === null) return null;
  const { as_of, sha256, described } = earlier;
  return { as_of, sha256, rules_version: described.tiendo.rules_version ?? null, revised };
}

async function resourcesOf(folder: string, rows: ReadonlyMap<PublishedTableName, number>) {
  const pairs = [...rows.keys()].flatMap((name) => tableForms.map((form) => ({ name, form })));
  return Promise.all(pairs.map(({ name, form }) => resourceOf(folder, name, form, rows.get(name) ?? 0)));
}

async function resourceOf(folder: string, name: PublishedTableName, form: TableForm, rows: number) {
  const table = publishedTables[name];
  const path = `${name}.${form}`;
  const { sha256, bytes } = await fileHash(join(folder, path));
  return {
    name: form === "csv" ? name : `${name}-${form}`,
    type: "table" as const,
    path,
    title: table.title.vi,
    description: table.description.vi,
    format: form,
    mediatype: mediaTypes[form],
    ...(textForms.has(form) ? { encoding: "utf-8" } : {}),
    bytes,
    hash: `sha256:${sha256}`,
    schema: { fields: fieldsOf(name), primaryKey: [...table.primaryKey], missingValues: [""] },
    "tiendo:table": name,
    "tiendo:rows": rows,
    "tiendo:title": table.title,
    "tiendo:description": table.description,
  };
}

function fieldsOf(name: PublishedTableName) {
  return columnsOf(publishedTables[name].schema).map(({ name: field, type, nullable, meta }) => ({
    name: field,
    type: fieldType(type),
    title: meta.title.vi,
    ...(meta.description === undefined
      ? {}
      : { description: meta.description.vi, "tiendo:description": meta.description }),
    // A blank text is a missing value to whoever reads the CSV, so that a column that may hold one is not required.
    constraints: {
      required: !nullable && !z.safeParse(type, "").success,
      ...(type instanceof z.ZodEnum ? { enum: type.options } : {}),
    },
    "tiendo:title": meta.title,
    ...(meta.unit === undefined ? {} : { "tiendo:unit": meta.unit }),
  }));
}

function fieldType(type: z.core.$ZodType): "string" | "integer" | "number" | "date" {
  if (type instanceof z.ZodNumberFormat) return "integer";
  if (type instanceof z.ZodNumber) return "number";
  return type instanceof z.ZodISODate ? "date" : "string";
}

async function inputsOf(run: Run) {
  const accounts = await run.db.all<{
    file: string;
    status: string;
    records_in: number;
    accepted: number;
    quarantined: number;
    rejected: number;
  }>(`
    select input_file as file, status, records_in::integer as records_in, accepted::integer as accepted,
      quarantined::integer as quarantined, rejected::integer as rejected
    from row_account where not person_level order by input_file`);
  const hashes = new Map(
    run.files.flatMap(({ name, sha256, tables }) => [
      [name, sha256] as const,
      ...tables.map((table) => [table.input_file, sha256] as const),
    ]),
  );
  return accounts.map((account) => ({ ...account, sha256: hashes.get(account.file) ?? null }));
}

async function referenceOf(folder: string) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".csv")).sort();
  return Promise.all(names.map(async (file) => ({ file, sha256: (await fileHash(join(folder, file))).sha256 })));
}

function modelsOf(run: Run) {
  const { files, earlier } = run;
  const entry =
    (kind: "model" | "check" | "published") =>
    ({ name, header, sql }: SqlFile) => ({ name, kind, header, sql });
  const folders = [...checkFolderNames().map((folder) => `checks/${folder}`), "unit_checks"];
  const checks = folders.flatMap(sqlFilesIn);
  return [
    ...checks.map(entry("check")),
    ...(hasPeople(files) ? peopleFiles().map(entry("model")) : []),
    ...returnModelNames(files).map((name) => entry("model")(sqlFile(name))),
    ...[...models, "too_small", "row_account"].map((name) => entry("model")(sqlFile(name))),
    ...(earlier === null ? [] : reviseNames(files)).map((name) => entry("model")(sqlFile(`revise/${name}`))),
    ...rollUpNames(run).map((name) => entry("model")(sqlFile(name))),
    ...publishedNames(run).map((name) => entry("published")(publishedSql(run, name))),
  ];
}

/** What is computed from rows of people: telling them apart, and the tables of the five steps. */
function peopleFiles(): SqlFile[] {
  const cleaning = Object.values(cleanModels)
    .flat()
    .map((name) => sqlFile(`clean/${name}`));
  return [
    ...cleaning,
    ...sqlFilesIn("blocks"),
    ...["unit_path", "unit_scope", ...peopleModels, "day_row"].map(sqlFile),
  ];
}

async function duckdbVersion(run: Run): Promise<string> {
  const [row] = await run.db.all<{ version: string }>("select version() as version");
  return row?.version ?? "";
}
