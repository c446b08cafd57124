import { doseIssues } from "./issues/dose-issues.ts";
import { figureIssues } from "./issues/figure-issues.ts";
import { fileIssues } from "./issues/file-issues.ts";
import { folderIssues } from "./issues/folder-issues.ts";
import { personIssues } from "./issues/person-issues.ts";
import { returnIssues } from "./issues/return-issues.ts";
import { valueIssues } from "./issues/value-issues.ts";
import type { LocalText } from "./text.ts";
import type { Effect } from "./vocabulary.ts";

/** What a rule says when a row or a file breaks it. Texts may hold `{found}`, `{expected}` and `{column}`. */
export interface IssueDefinition {
  /** `refused` is the effect of a file rule: none of the file's rows are used. */
  effect: Effect | "refused" | "held";
  /** Class of CV 2262/BYT-CNTT: a no ID, b wrong format, c wrong basic data; null for our own checks. */
  ministry_class: "a" | "b" | "c" | null;
  messages: LocalText;
  fix: LocalText;
}

/** Every issue code with its effect, its message in both languages and how to mend it. */
export const issueCodes = {
  ...fileIssues,
  ...folderIssues,
  ...valueIssues,
  ...figureIssues,
  ...personIssues,
  ...doseIssues,
  ...returnIssues,
} satisfies Record<string, IssueDefinition>;
export type IssueCode = keyof typeof issueCodes;

/** The definition of a code. */
export function issueOf(code: IssueCode): IssueDefinition {
  return issueCodes[code];
}

/** Whether a text is a known issue code. */
export function isIssueCode(text: string): text is IssueCode {
  return Object.hasOwn(issueCodes, text);
}

/** A message with its `{name}` places filled; a name without a value stays as it is, so that nothing is lost. */
export function fillMessage(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
