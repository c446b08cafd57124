import { isIssueCode, issueCodes, type Language } from "@tiendo/schema";
import { meanings } from "../texts/meanings.ts";

/**
 * What a rule means for any row: its message without the places where one row's values would stand, written
 * "{found}" in the rule and "…" in the counts of issues.
 */
export function generalMeaning(code: string, message: string, lang: Language): string {
  const own = Object.hasOwn(meanings, code) ? meanings[code]?.[lang] : undefined;
  return own ?? withoutPlaces(message.replaceAll(/\{[^}]*\}/g, "…"));
}

/** What the rule of a code means; an unknown code stands for itself. */
export function generalMeaningOf(code: string, lang: Language): string {
  return isIssueCode(code) ? generalMeaning(code, issueCodes[code].messages[lang], lang) : code;
}

function withoutPlaces(message: string): string {
  return message
    .replace(/[.:]? ?…\. .*$/u, "")
    .replace(/; [^;…]*…”?$/u, "")
    .replaceAll(/ \([^()]*…[^()]*\)/gu, "")
    .replaceAll(/, …,?/gu, "")
    .replaceAll(/:? “?…”?/gu, "")
    .trim();
}
