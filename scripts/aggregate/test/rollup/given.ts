import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newKey, publicKeyLine, type SecretKey, sha256, signFolder } from "@tiendo/release";
import { columnsOf, literal, type PublishedTableName, publishedTables, type ReportDefinition } from "@tiendo/schema";
import { z } from "zod";
import { Database } from "../../src/db.ts";
import { Workspace } from "../workspace.ts";

export const AS_OF = "2022-04-26";
export type Tables = Partial<Record<PublishedTableName, Record<string, unknown>[]>>;

/** The key of every sender, unless a test says otherwise. */
export const key = newKey();

/** A national report of the 34 provinces of 2025, made of the folders of these provinces of 2022. */
export async function ministry(senders: readonly string[]): Promise<Workspace> {
  const workspace = await (await Workspace.create("bo-y-te")).empty();
  await define(workspace, {
    ...{ id: "bo-y-te", edition: "2025", root_unit: "VN", as_of: AS_OF, first_as_of: AS_OF, synthetic: true },
    // The folders of the tests hide single cells, as no arithmetic protection would.
    ...{ releases: [], events: [], deadlines: [], protection: "primary" },
    senders: senders.map((unit_code) => ({ unit_code, edition: "2022", public_key: publicKeyLine(key) })),
  });
  return workspace;
}

/** Changes the report's definition. */
export async function define(workspace: Workspace, change: Partial<ReportDefinition>): Promise<void> {
  const path = workspace.path("reports", workspace.id, "report.json");
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, "utf8")), ...change }));
}

export const folderOf = (workspace: Workspace, unit: string) =>
  workspace.path("reports", workspace.id, "folders", unit, AS_OF);

/** A province's published folder of these tables, signed, where the ministry expects it. */
export async function send(
  workspace: Workspace,
  db: Database,
  unit: string,
  tables: Tables,
  {
    signedWith = key as SecretKey | null,
    ...report
  }: Partial<ReportDefinition> & { signedWith?: SecretKey | null } = {},
): Promise<string> {
  const folder = folderOf(workspace, unit);
  await mkdir(folder, { recursive: true });
  for (const [table, rows] of Object.entries(tables)) await writeTable(db, folder, table as PublishedTableName, rows);
  const names = await readdir(folder);
  const described = await describe(folder, names, await senderReport(workspace, unit, report));
  await writeFile(join(folder, "datapackage.json"), JSON.stringify(described));
  const lines = [...names, "datapackage.json"].map(
    async (name) => `${sha256(await readFile(join(folder, name)))}  ${name}\n`,
  );
  await writeFile(join(folder, "SHA256SUMS"), (await Promise.all(lines)).join(""));
  if (signedWith !== null) await signFolder(folder, signedWith);
  return folder;
}

async function senderReport(workspace: Workspace, unit: string, change: Partial<ReportDefinition>) {
  const path = workspace.path("reports", workspace.id, "report.json");
  const { senders: _, ...report } = JSON.parse(await readFile(path, "utf8"));
  return { ...report, id: `tinh-${unit}`, edition: "2022", root_unit: unit, ...change };
}

/** Rows as Parquet, typed as the table's schema says. */
async function writeTable(db: Database, folder: string, table: PublishedTableName, rows: unknown[]): Promise<void> {
  const columns = columnsOf(publishedTables[table].schema).map(
    ({ name, type }) => `${name}: ${literal(sqlType(type))}`,
  );
  const json = join(folder, "..", `${table}.json`);
  await writeFile(json, JSON.stringify(rows));
  await db.run(`copy (from read_json(${literal(json)}, format = 'array', columns = {${columns.join(", ")}}))
    to ${literal(join(folder, `${table}.parquet`))} (format parquet)`);
}

function sqlType(type: z.core.$ZodType): string {
  if (type instanceof z.ZodNumberFormat) return "bigint";
  if (type instanceof z.ZodNumber) return "decimal(18, 1)";
  return type instanceof z.ZodISODate ? "date" : "varchar";
}

async function describe(folder: string, names: readonly string[], report: ReportDefinition) {
  const text = { vi: "Bảng", en: "Table" };
  const resources = names.map(async (path) => {
    const content = await readFile(join(folder, path));
    return {
      ...{ name: path.replace(".", "-"), path, title: "Bảng", description: "", format: "parquet", mediatype: "x" },
      ...{ bytes: content.length, hash: `sha256:${sha256(content)}` },
      schema: { fields: [], primaryKey: [], missingValues: [""] },
      ...{ "tiendo:table": path.replace(".parquet", ""), "tiendo:rows": 1, "tiendo:title": text },
      "tiendo:description": text,
    };
  });
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    ...{ name: report.id, id: `${report.id}/${report.as_of}`, title: "Mẫu", description: "", version: report.as_of },
    ...{
      created: `${report.as_of}T00:00:00Z`,
      licenses: [],
      contributors: [],
      resources: await Promise.all(resources),
    },
    tiendo: { as_of: report.as_of, report, inputs: [], reference: [], rules: [], models: [], duckdb: "v1" },
  };
}

const counts = ["persons", "subjects", "to_list", "listed", "reviewed", "matched", "handed_back", "updated"] as const;
const others = ["mismatched", "cleaned", "class_a", "class_b", "class_c"] as const;

/** A province's row of `cleaning_progress`: so many subjects, of whom so many are cleaned and all others to be listed. */
export function progress(unit_code: string, subjects: number, cleaned: number, hidden: readonly string[] = []) {
  const numbers: Record<string, number> = {
    ...{ persons: 2 * subjects, subjects, to_list: subjects - cleaned, cleaned, class_a: subjects },
  };
  const cells = [...counts, ...others].map((name) => [
    [name, hidden.includes(name) ? null : (numbers[name] ?? 0)],
    [`${name}_status`, hidden.includes(name) ? "c" : null],
  ]);
  const told = !hidden.includes("subjects") && !hidden.includes("cleaned");
  const pct = { cleaned_pct: told ? 50 : null, cleaned_pct_status: told ? null : "c" };
  return { unit_code, scope: "all", as_of: AS_OF, ...Object.fromEntries(cells.flat()), ...pct };
}

/** A row of `dose_weekly`. */
export function week(unit_code: string, doses: number | null) {
  const cell = { doses, doses_status: doses === null ? "c" : null };
  return { ...{ unit_code, scope: "all", week: "2022-04-18", vaccine: "pfizer", dose_kind: "booster_1" }, ...cell };
}

/** A row of `indicator_progress`: ten of twenty people. */
export function indicator(unit_code: string, qualifier: string) {
  const none = (...names: string[]) =>
    Object.fromEntries(
      names.flatMap((name) => [
        [name, null],
        [`${name}_status`, "z"],
      ]),
    );
  return {
    ...{ unit_code, indicator: "lam_sach.doi_tuong", return_as_of: AS_OF, measure_unit: "person", qualifier },
    ...{ done: 10, done_status: null, total: 20, total_status: null, done_pct: 50, done_pct_status: null },
    ...none("value", "before_as_of", "pace", "due_date", "finish_on"),
    ...{ verdict: "not_judged", verdict_status: null },
  };
}

export { Database };
