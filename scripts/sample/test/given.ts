import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { Database } from "../src/db.ts";
import { generateSample } from "../src/generate-sample.ts";
import type { SampleOptions } from "../src/options.ts";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A folder that is gone after the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tiendo-sample-"));
  folders.push(folder);
  return folder;
}

/** A sample in a folder of its own, with its truth to ask. */
export interface Given {
  data: string;
  persons: string;
  units: string;
  /** Numbers of one row that a select over person, record, dose and state gives. */
  ask: (select: string) => Promise<Record<string, number>>;
  rows: <Row>(select: string) => Promise<Row[]>;
}

export async function givenSample(options: Partial<SampleOptions>): Promise<Given> {
  const data = temporaryFolder();
  const { persons, truth, units } = await generateSample({ data, people: 3000, ...options });
  const db = await Database.open("2GB", data);
  for (const table of ["person", "record", "dose", "state"])
    await db.run(`create view ${table} as from read_parquet('${truth}/${table}*.parquet')`);
  const rows = <Row>(select: string) => db.all<Row>(select);
  const ask = async (select: string) => {
    const [row = {}] = await rows<Record<string, unknown>>(select);
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
  };
  return { data, persons, units, ask, rows };
}
