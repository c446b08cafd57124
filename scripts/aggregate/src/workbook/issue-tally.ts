import { type Effect, fillMessage, isIssueCode, issueOf, type LocalText } from "@tiendo/schema";
import { gravestFirst } from "./effect-style.ts";
import type { ReturnedIssue, ReturnedRow } from "./returned-row.ts";

/** How often a code was found, and what it means. */
export interface TalliedIssue {
  code: string;
  effect: Effect;
  count: number;
  message: LocalText;
  fix: LocalText;
}

/** Counts rows and issues while rows go by. */
export class IssueTally {
  rows = 0;
  rowsWithIssues = 0;
  readonly #issues = new Map<string, TalliedIssue>();

  add({ issues }: ReturnedRow): void {
    this.rows += 1;
    if (issues.length > 0) this.rowsWithIssues += 1;
    for (const issue of issues) this.#count(issue);
  }

  /** The issues found, gravest first, then the most frequent. */
  issues(): TalliedIssue[] {
    const rank = ({ effect }: TalliedIssue) => gravestFirst.indexOf(effect);
    return [...this.#issues.values()].sort(
      (a, b) => rank(a) - rank(b) || b.count - a.count || (a.code < b.code ? -1 : 1),
    );
  }

  #count(issue: ReturnedIssue): void {
    const key = `${issue.effect} ${issue.code}`;
    const known = this.#issues.get(key);
    if (known === undefined) this.#issues.set(key, { ...meaningOf(issue), effect: issue.effect, count: 1 });
    else known.count += 1;
  }
}

/** The meaning in general where the code is known: what one row said would name that row's value. */
function meaningOf({ code, message, fix }: ReturnedIssue): Pick<TalliedIssue, "code" | "message" | "fix"> {
  if (!isIssueCode(code)) return { code, message, fix };
  const { messages, fix: generalFix } = issueOf(code);
  const dots = { found: "…", expected: "…", column: "…" };
  return { code, message: { vi: fillMessage(messages.vi, dots), en: fillMessage(messages.en, dots) }, fix: generalFix };
}
