import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import type { Run } from "../run.ts";

/** Creates `issue_list`: every issue with its line, its messages in both languages and how to mend it. */
export async function buildIssueList(run: Run): Promise<void> {
  const filled = (
    language: "vi" | "en",
  ) => `replace(replace(replace(message_${language}, '{column}', issue.column_name),
      '{found}', coalesce(original_value, '')), '{expected}', coalesce(expected_${language}, '')) as message_${language}`;
  await run.db.run(`create table issue_list as
    select issue.input_file, issue.record, coalesce(raw.line, rejected.line) as line, issue.column_name, issue.code,
      effect, ministry_class, original_value, expected_vi, expected_en, ${filled("vi")}, ${filled("en")}, fix_vi, fix_en
    from issue
    join issue_code using (code)
    left join raw_figure as raw using (input_file, record)
    left join rejected_line as rejected using (input_file, record)
    order by issue.input_file, issue.record, issue.code, issue.column_name`);
}

/** Writes the complete issue list, which may hold cells as they were sent, under `data/private` only. */
export async function writeIssueList(run: Run): Promise<string> {
  await mkdir(run.folders.private, { recursive: true, mode: 0o700 });
  const path = join(run.folders.private, "issues.csv");
  await run.db.run(`copy issue_list to ${literal(path)} (format csv, header true)`);
  return path;
}
