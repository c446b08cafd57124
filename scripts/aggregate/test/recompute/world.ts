import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Edition } from "@tiendo/units";
import type { Workspace } from "../workspace.ts";
import { csvRows } from "./csv.ts";
import type { Limits } from "./hide.ts";
import type { Issue } from "./issue.ts";
import { Places } from "./places.ts";
import { type Returned, returnedRows } from "./returned.ts";
import { objects } from "./sources.ts";

/** A person as the report knows them. Days are texts such as "2022-04-26". */
export interface Person {
  person_id: string;
  /** Its file's number and its record. */
  row_id: string;
  unit_code: string;
  sex: string | null;
  birth_day: string | null;
  birth_year: number | null;
  key_basis: string;
  foreigner: boolean;
  ministry_class: "a" | "b" | "c" | null;
}

export interface Dose {
  /** Its row and its place in the row. */
  dose_id: string;
  person_id: string;
  place: number;
  vaccine: string | null;
  dose_date: string;
  entered_on: string | null;
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
export interface World extends Returned {
  asOf: string;
  places: Places;
  limits: Limits;
  deadlines: string[];
  people: Person[];
  doses: Dose[];
  events: StepEvent[];
  issues: Issue[];
  /** `dose_rules.csv`, `return_deadlines.csv` and `indicators.csv` as they are. */
  rules: Array<Record<string, string>>;
  returnDays: number;
  indicators: Array<Record<string, string>>;
}

/** Reads what is accepted of a report, as plain objects: numbers that may be long are texts. */
export async function worldOf(workspace: Workspace, asOf: string): Promise<World> {
  const own = (...names: string[]) => workspace.path("private", workspace.id, ...names);
  const reference = (name: string) => csvRows(join(workspace.data, "reference", `${name}.csv`));
  const report = JSON.parse(await readFile(workspace.path("reports", workspace.id, "report.json"), "utf8"));
  const issues = await objects<Issue>(
    own("issues.parquet"),
    "input_file, record, column_name, code, effect, ministry_class",
  );
  const [returns] = await reference("return_deadlines");
  return {
    asOf,
    places: new Places(report.edition as Edition, report.root_unit),
    limits: { few: report.suppress_below, denominator: report.min_denominator },
    deadlines: report.deadlines.map(({ date }: { date: string }) => date),
    people: await objects(
      own("clean", "person.parquet"),
      "person_id, row_id, unit_code, sex, birth_day, birth_year, key_basis, foreigner, ministry_class",
    ),
    doses: await objects(
      own("clean", "dose_given.parquet"),
      "dose_id, person_id, place, vaccine, dose_date, entered_on, dose_kind",
    ),
    events: await objects(
      own("clean", "cleaning_step.parquet"),
      "event_id, person_id, step, position, event_date, result, round, outcome",
    ),
    issues,
    ...(await returnedRows(workspace.path("reports", workspace.id, "raw"), issues, asOf, report.edition)),
    rules: await reference("dose_rules"),
    returnDays: Number(returns?.deadline_days),
    indicators: await reference("indicators"),
  };
}
