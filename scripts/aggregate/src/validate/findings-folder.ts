import { createHash } from "node:crypto";
import { join } from "node:path";
import { keptFrom } from "../few-rows.ts";
import { isOfPeople } from "../read/checked-select.ts";
import { rowsOfPeople } from "../read/run-file.ts";
import type { Run } from "../run.ts";

/**
 * The folder of the store for what is found of a run's people among each other, named by all that decides it: the rules, the day,
 * and the files by name and content. Null where people are few.
 */
export function findingsFolder({ reading, report, files }: Pick<Run, "reading" | "report" | "files">): string | null {
  if (rowsOfPeople(files) < keptFrom) return null;
  const people = files.flatMap(({ tables }) => tables).filter(({ kind }) => isOfPeople(kind));
  const named = people.map(({ input_file, kind, key }) => [input_file, kind, key]);
  const hash = createHash("sha256").update(JSON.stringify([reading.rules, report.as_of, named]));
  return join(reading.store, `across-${hash.digest("hex").slice(0, 24)}`);
}
