import { type Language, type Revision, revisionReasons } from "@tiendo/schema";
import { textsOf } from "../texts/index.ts";

/** Why a number changed; where the rules did, from which version to which. */
export function reasonWords({ reason, rules_before, rules_after }: Revision, lang: Language): string {
  const words = revisionReasons[reason][lang];
  if (reason !== "rule_change") return words;
  return `${words} (${rules_before ?? textsOf(lang).revision.unknownRules} → ${rules_after})`;
}
