import { keptFrom } from "../few-rows.ts";
import { isOfPeople } from "../read/checked-select.ts";
import { rowsOfPeople } from "../read/run-file.ts";
import type { Run } from "../run.ts";
import { contentsOf, keptFolder } from "../store/kept-folder.ts";

/**
 * The folder of the store for what is found of a run's people among each other, named by all that decides it: the rules, the day,
 * and the files by name and content. Null where people are few.
 */
export function findingsFolder({ reading, report, files }: Pick<Run, "reading" | "report" | "files">): string | null {
  if (rowsOfPeople(files) < keptFrom) return null;
  return keptFolder(reading.store, "across", [reading.rules, report.as_of, contentsOf(files, isOfPeople)]);
}
