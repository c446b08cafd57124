import { literal } from "@tiendo/schema";
import type { SqlFile } from "../sql-files.ts";

/** What a check that needs to see one row at a time says of it, in SQL. */
export interface RowCheck {
  code: string;
  /** What the rows are selected from. */
  from: string;
  /** The condition of a row that breaks the rule. */
  where: string;
  /** What is said of such a row. */
  said: Readonly<Record<(typeof parts)[number], string>>;
}

const parts = ["column_name", "original_value", "expected_vi", "expected_en"] as const;
const shape = new RegExp(
  `^select input_file, record, ${parts.map((name) => `(?<${name}>.+?) as ${name}`).join(",\\s+")}\\s+from (?<from>\\w+)\\s+where (?<where>.+)$`,
  "s",
);

/**
 * A check whose file is one select with one condition, taken apart; null for any other. A subquery or an aggregate would be
 * looked up for rows that the check does not ask about.
 */
export function rowCheckOf(check: SqlFile, code: string): RowCheck | null {
  const body = check.sql.replace(/^(--.*\n)+/, "");
  const found = shape.exec(body)?.groups;
  if (found === undefined || /\b(select|group by|order by)\b|\bover \(/i.test(body.slice("select".length))) return null;
  const { from = "", where = "", column_name = "", original_value = "", expected_vi = "", expected_en = "" } = found;
  return { code, from, where, said: { column_name, original_value, expected_vi, expected_en } };
}

/** The issues that checks of the same rows find, in one look at them: most rows break no rule. */
export function issuesFound(checks: readonly RowCheck[]): string {
  const broken = checks.map(({ where }) => `(${where}\n)`);
  const places = broken.map((condition, at) => `case when ${condition} then ${at} end`);
  const said = (text: (check: RowCheck) => string) =>
    `case nth ${checks.map((check, at) => `when ${at} then ${text(check)}`).join("\n      ")} end`;
  return `
    select input_file, record, ${said((check) => check.said.column_name)}, ${said((check) => literal(check.code))},
      ${parts
        .slice(1)
        .map((name) => said((check) => check.said[name]))
        .join(",\n      ")}
    from (
      select *, unnest([${places.join(",\n        ")}]) as nth
      from ${checks[0]?.from} where ${broken.join("\n        or ")}
    ) where nth is not null`;
}
