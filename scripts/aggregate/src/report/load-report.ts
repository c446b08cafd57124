import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ReportDefinition } from "@tiendo/schema";
import { unitByCode } from "@tiendo/units";
import type { Folders } from "./folders.ts";
import { ReportError } from "./report-error.ts";

/**
 * Reads and checks `report.json`.
 * @param asOf ISO date that takes the place of the definition's `as_of`, for a report as it stood on an earlier day
 * @throws {ReportError} naming the file, what was found and what was expected
 */
export async function loadReport(folders: Folders, id: string, asOf?: string): Promise<ReportDefinition> {
  const path = join(folders.report, "report.json");
  const parsed = ReportDefinition.safeParse(parseJson(path, await readText(path)));
  if (!parsed.success) throw new ReportError(`${path}: ${problems(parsed.error.issues)}`);
  const report = { ...parsed.data, as_of: asOf ?? parsed.data.as_of };
  if (report.id !== id) throw new ReportError(`${path}: id is "${report.id}"; expected the folder's name, "${id}"`);
  if (report.root_unit !== "VN" && unitByCode(report.edition, report.root_unit) === undefined) {
    throw new ReportError(
      `${path}: root_unit is "${report.root_unit}"; expected a unit code of edition ${report.edition}`,
    );
  }
  refuseReleases(path, parsed.data);
  return report;
}

/** Releases stand in the order of days, before the report's own. */
function refuseReleases(path: string, { releases, as_of }: ReportDefinition): void {
  const days = [...releases, as_of];
  const at = days.findIndex((day, place) => place > 0 && day <= (days[place - 1] ?? ""));
  if (at < 0) return;
  throw new ReportError(
    `${path}: releases and as_of are ${days.join(", ")}; expected days in order, each once, as_of last`,
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new ReportError(`${path}: cannot be read; expected the definition of the report`, { cause });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new ReportError(`${path}: is not JSON (${found})`, { cause });
  }
}

function problems(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues.map((issue) => `${issue.path.join(".") || "(the whole)"}: ${issue.message}`).join("; ");
}
