import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** One `.sql` file: its header comment, and the select that is its body. */
export interface SqlFile {
  /** The file's name without `.sql`, which is the table's name for a model. */
  name: string;
  header: string;
  sql: string;
}

const sqlFolder = fileURLToPath(new URL("../sql", import.meta.url));

/** Reads a file below `sql/`, such as `figure_claim` or `checks/figure/part_whole`. */
export function sqlFile(path: string): SqlFile {
  const text = readFileSync(join(sqlFolder, `${path}.sql`), "utf8");
  const lines = text.split("\n");
  const bodyAt = lines.findIndex((line) => !line.startsWith("--"));
  const header = lines.slice(0, bodyAt).map((line) => line.replace(/^-- ?/, ""));
  return { name: basename(path), header: header.join(" "), sql: text.trimEnd() };
}

/** Every file of a folder below `sql/`, in the order of names. */
export function sqlFilesIn(folder: string): SqlFile[] {
  const names = readdirSync(join(sqlFolder, folder))
    .filter((name) => name.endsWith(".sql"))
    .sort();
  return names.map((name) => sqlFile(`${folder}/${basename(name, ".sql")}`));
}

/** The folders of checks below `sql/checks`, in the order of names. */
export function checkFolderNames(): string[] {
  const entries = readdirSync(join(sqlFolder, "checks"), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
