import type { PublishedTableName } from "@tiendo/schema";
import type { Run } from "../run.ts";
import { type SqlFile, sqlFile } from "../sql-files.ts";
import { tablesSent } from "./read-sent.ts";
import { rolledTables } from "./rolled-tables.ts";

/** The public tables that a report makes of folders, none where it adds up none. */
export function rolledNames({ report, sent }: Pick<Run, "report" | "sent">): PublishedTableName[] {
  if (report.senders === undefined) return [];
  const there = tablesSent(sent);
  const always = ["return_completeness", "sender", "total_bound"] as const;
  return [...new Set([...rolledTables.filter((table) => there.has(table)), ...always])];
}

/** The models of what folders are added up by; none where a report adds up none. */
export function rollUpNames({ report }: Pick<Run, "report">): string[] {
  return report.senders === undefined ? [] : ["rollup/rolled_count"];
}

/** Aggregate, of a report that adds up folders: `rolled_count`, every count of every unit, or what is known of it. */
export async function rollUp(run: Run): Promise<void> {
  for (const model of rollUpNames(run).map(sqlFile)) await run.db.run(`create table ${model.name} as ${model.sql}`);
}

/** The select of a public table: of one made of folders its own, since what is hidden was hidden by the sender. */
export function publishedSql(run: Pick<Run, "report" | "sent">, table: PublishedTableName): SqlFile {
  return sqlFile(rolledNames(run).includes(table) ? `rollup/published_${table}` : `published_${table}`);
}
