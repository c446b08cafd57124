import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Database } from "./db.ts";

const sampleFolder = fileURLToPath(new URL("..", import.meta.url));

/** The select of a file below sql/, such as `block/person`; the table has the file's name. */
export function sqlOf(path: string): string {
  return readFileSync(`${sampleFolder}/sql/${path}.sql`, "utf8").trimEnd();
}

/** Makes the tables of files below sql/ anew, in the order given. */
export async function makeTables(db: Database, folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    // Some tables are made of what they were in the block before, so the old one stands until the new one is there.
    await db.run(`create or replace table next_${name} as ${sqlOf(`${folder}/${name}`)}`);
    await db.run(`drop table if exists ${name}`);
    await db.run(`alter table next_${name} rename to ${name}`);
  }
}

/** All that the bytes of a sample are made by: SQL, lists and code. */
export function generatorText(): string {
  return ["sql", "data", "src"].flatMap((folder) => textsBelow(`${sampleFolder}/${folder}`)).join("\n");
}

function textsBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return names.filter((name) => /[.](sql|csv|ts)$/.test(name)).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
}
