import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Workspace } from "../workspace.ts";

/** A person as the report knows them. Days are texts such as "2022-04-26". */
export interface Person {
  person_id: string;
  unit_code: string;
  sex: string | null;
  birth_day: string | null;
  birth_year: number | null;
  key_basis: string;
  foreigner: boolean;
  ministry_class: "a" | "b" | "c" | null;
}

export interface Dose {
  person_id: string;
  place: number;
  vaccine: string | null;
  dose_date: string;
  dose_kind: string;
}

/** An event of the five steps and what became of it. */
export interface StepEvent {
  event_id: string;
  person_id: string | null;
  step: string;
  position: number;
  event_date: string;
  result: string | null;
  round: number;
  outcome: string;
}

/** What the numbers of a report are counted from. */
export interface World {
  people: Person[];
  doses: Dose[];
  events: StepEvent[];
}

/** Reads what is accepted of a report, as plain objects: numbers that may be long are texts. */
export async function worldOf(workspace: Workspace): Promise<World> {
  const clean = (name: string) => workspace.path("private", workspace.id, "clean", `${name}.parquet`);
  return {
    people: await objects(clean("person")),
    doses: await objects(clean("dose_given")),
    events: await objects(clean("cleaning_step")),
  };
}

/** The rows of a Parquet file as JSON gives them. */
export async function objects<Row>(path: string): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(`from '${path}'`);
  const rows = reader.getRowObjectsJson() as Row[];
  connection.closeSync();
  return rows;
}

/** The rows of a plain CSV file without quotes. */
export async function csvRows(path: string): Promise<Array<Record<string, string>>> {
  const [header = "", ...lines] = (await readFile(path, "utf8")).replace("\ufeff", "").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at] ?? "", cell])));
}

export const rulesPath = (workspace: Workspace): string => join(workspace.data, "reference", "dose_rules.csv");
