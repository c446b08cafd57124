import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Report = z.looseObject({ embed_origins: z.array(z.string()).optional() });

/** Sites that reports name as those that may show their embed pages: `embed_origins` of every `report.json`. */
export function embedOriginsOf(reports: string): string[] {
  if (!existsSync(reports)) return [];
  const files = readdirSync(reports).map((report) => join(reports, report, "report.json"));
  const named = files
    .filter((file) => existsSync(file))
    .map((file) => Report.parse(JSON.parse(readFileSync(file, "utf8"))));
  return [...new Set(named.flatMap(({ embed_origins }) => embed_origins ?? []))].sort();
}
