import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { type SqlFile, sqlFile } from "../sql-files.ts";

/** A table of the walk: the SQL that makes it, and the tables that this reads. */
export interface TableSource extends SqlFile {
  /** The path of its SQL below the project, such as `scripts/aggregate/sql/coverage.sql`. */
  path: string;
  reads: string[];
}

const sqlFolder = new URL("../../sql/", import.meta.url);
// Where the tables of the walk are made; one name stands for one table.
const folders = ["", "clean/", "worklist/"] as const;

/** Every table of the walk by its name, in the order of folders and names. */
export function tableSources(): Map<string, TableSource> {
  const files = folders.flatMap((folder) => namesIn(folder).map((name) => [folder, name] as const));
  const names = new Set(files.map(([, name]) => name));
  return new Map(
    files.map(([folder, name]) => {
      const file = sqlFile(`${folder}${name}`);
      return [name, { ...file, path: `scripts/aggregate/sql/${folder}${name}.sql`, reads: tablesRead(file, names) }];
    }),
  );
}

/** A table and, below it, every table it is made of, each once, in the order in which they are met. */
export function lineageOf(name: string, sources: ReadonlyMap<string, TableSource>): string[] {
  const met = new Set([name]);
  for (const table of met) for (const read of sources.get(table)?.reads ?? []) met.add(read);
  return [...met];
}

function namesIn(folder: string): string[] {
  return readdirSync(new URL(folder, sqlFolder))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => basename(name, ".sql"))
    .sort();
}

/** The known tables that stand after `from`, `join` or a comma of a list of tables; what a `with` names is none of them. */
function tablesRead({ name, sql }: SqlFile, names: ReadonlySet<string>): string[] {
  const code = sql.replaceAll(/--.*$/gm, "").replaceAll(/'[^']*'/g, "''");
  const own = new Set(
    [...code.matchAll(/\b(\w+) as (?:not materialized |materialized )?\(/g)].map((found) => found[1]),
  );
  const read = [...code.matchAll(/\b(?:from|join|,)\s+\(?\s*(\w+)\b/g)].map((found) => found[1] ?? "");
  return [...new Set(read)].filter((table) => names.has(table) && table !== name && !own.has(table));
}
