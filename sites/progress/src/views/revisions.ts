import type { Language, PublishedUnit, Revision } from "@tiendo/schema";
import type { Report } from "../data/report.ts";
import { textCell } from "../format/cell-of.ts";
import { shortDate } from "../format/date.ts";
import { inFull } from "../format/number.ts";
import { revisedItem, revisedNumber, tableTitle } from "../format/revised-item.ts";
import { reasonWords } from "../format/revised-reason.ts";
import { textsOf } from "../texts/index.ts";
import type { NumbersRow, NumbersView } from "./view.ts";

// More of one table and reason in one unit are told by their largest change: the data table has them all.
const LISTED = 10;

/** A report in one language. */
interface ReportViewed {
  report: Report;
  lang: Language;
}

/** What changed of one unit since the release before. */
export interface UnitRevisions {
  unit: PublishedUnit;
  view: NumbersView;
}

/** Where a unit's changes stand on their page. */
export function revisionsAnchor({ slug }: PublishedUnit): string {
  return slug;
}

/** The address of a unit's changes, relative to the language's front page. */
export function revisionsPath({ root }: Report, unit: PublishedUnit): string {
  return `${root}/sua-doi/#${revisionsAnchor(unit)}`;
}

/** The units of which numbers changed, in the order of table `unit`, with a line a number or, where there are many, a line a reason. */
export function revisionsViews(viewed: ReportViewed): UnitRevisions[] {
  const { report, lang } = viewed;
  const texts = textsOf(lang).revision;
  const head = [texts.number, texts.before, texts.after, texts.reason];
  return report.units.flatMap((unit) => {
    const revisions = report.tables.revision.get(unit.unit_code) ?? [];
    if (revisions.length === 0) return [];
    const groups = Map.groupBy(revisions, ({ table_name, reason }) => `${table_name} ${reason}`);
    const rows = [...groups.values()].flatMap((group) => linesOf(group, viewed));
    return [{ unit, view: { table: "revision" as const, head, rows } }];
  });
}

function linesOf(group: readonly Revision[], viewed: ReportViewed): NumbersRow[] {
  if (group.length <= LISTED) return group.map((revision) => lineOf(revision, "", viewed));
  const most = group.reduce((found, one) => (sizeOf(one) > sizeOf(found) ? one : found));
  const { lang } = viewed;
  return [lineOf(most, `${textsOf(lang).revision.most(inFull(group.length, lang))}: `, viewed)];
}

function lineOf(revision: Revision, told: string, { report, lang }: ReportViewed): NumbersRow {
  const number = (value: number) => ({ ...textCell(revisedNumber(value, revision, lang)), sort: value });
  return {
    title: `${tableTitle(revision.table_name, lang)}: ${told}${revisedItem(report, revision, lang)}`,
    day: shortDate(revision.day, "day", lang),
    cells: [number(revision.before), number(revision.after), textCell(reasonWords(revision, lang))],
  };
}

const sizeOf = ({ before, after }: Revision) => Math.abs(after - before);
