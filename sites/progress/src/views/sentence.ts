import { nameInSentence } from "../data/bare-name.ts";
import { cleaningOf } from "../data/cleaning.ts";
import { unitName } from "../data/lookup.ts";
import { longDate, shortDate } from "../format/date.ts";
import { inFull } from "../format/number.ts";
import { percent } from "../format/percent.ts";
import { leastOf } from "./bounds.ts";
import { type Viewed, wordsOf } from "./view.ts";

/** One sentence that a reader can quote: how far a unit is on the report's day, and when it will be done. */
export function sentenceOf(viewed: Viewed): string {
  const { report, unit, lang } = viewed;
  const words = wordsOf(viewed);
  const [day, name] = [longDate(report.as_of, "day", lang), nameInSentence(unitName(unit, lang))];
  const progress = cleaningOf(report, unit.unit_code)?.progress;
  if (progress === undefined) return words.missing(day, name);
  const { subjects, cleaned, cleaned_pct } = progress;
  if (progress.subjects_status === "x") return notAllReported(viewed, day, name);
  if (subjects === null || cleaned === null || cleaned_pct === null) return words.hidden(day, name);
  const [done, all, rest] = [cleaned, subjects, subjects - cleaned].map((number) => inFull(number, lang));
  return `${words.sentence(day, name, done ?? "", all ?? "", percent(cleaned_pct, 1, lang), rest ?? "")}${endOf(viewed)}`;
}

function notAllReported(viewed: Viewed, day: string, name: string): string {
  const [subjects, cleaned] = [leastOf(viewed, "subjects"), leastOf(viewed, "cleaned")];
  if (subjects === null || cleaned === null) return wordsOf(viewed).missing(day, name);
  return wordsOf(viewed).partly(day, name, inFull(subjects, viewed.lang), inFull(cleaned, viewed.lang));
}

function endOf(viewed: Viewed): string {
  const words = wordsOf(viewed);
  const [pace] = viewed.report.tables.pace.get(viewed.unit.unit_code) ?? [];
  if (pace === undefined || pace.remaining === 0) return words.done;
  if (pace.finish_on !== null) return words.finish(shortDate(pace.finish_on, "day", viewed.lang));
  return pace.cleaned_7_days !== null && pace.cleaned_7_days <= 0 ? words.noPace : words.done;
}
