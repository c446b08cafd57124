import { claimMeasures, columnsOf, type Language, publishedTables, type Revision } from "@tiendo/schema";
import { indicatorOf, indicatorTitle } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";
import { itemWords } from "./item.ts";
import { inFull } from "./number.ts";
import { decimal } from "./percent.ts";

/** Which number of its table a revision is of, in words: its column and what else tells its row. */
export function revisedItem(report: Report, revision: Revision, lang: Language): string {
  const { table_name: table, item, column_name } = revision;
  const parts = item.split(" · ");
  if (table === "restatement") return itemWords(report, parts[1] ?? "", lang);
  if (table === "reconciliation") return claimMeasures[parts[1] as keyof typeof claimMeasures][lang];
  const figure = table === "figure" ? report.figures.find(({ figure_id }) => figure_id === item) : undefined;
  const rest = figure === undefined ? parts.filter((part) => part !== "" && !scopes.has(part)) : [];
  return [
    columnTitle(table, column_name, lang),
    ...(figure === undefined ? [] : [indicatorTitle(indicatorOf(report, figure.indicator), lang)]),
    ...rest.map((part) => itemWords(report, part, lang)),
  ].join(", ");
}

const scopes: ReadonlySet<string> = new Set(["all", "at_this_level"]);

/** The name of a public table; the code of one that only an earlier release had. */
export function tableTitle(table: string, lang: Language): string {
  return isPublic(table) ? publishedTables[table].title[lang] : table;
}

/** The title of a column of a public table; its code where only an earlier release had it. */
export function columnTitle(table: string, column: string, lang: Language): string {
  const columns = isPublic(table) ? columnsOf(publishedTables[table].schema) : [];
  return columns.find(({ name }) => name === column)?.meta.title[lang] ?? column;
}

function isPublic(table: string): table is keyof typeof publishedTables {
  return Object.hasOwn(publishedTables, table);
}

/** A revised number as the pages write it: percentages with one decimal and their sign. */
export function revisedNumber(value: number, { column_name, item }: Revision, lang: Language): string {
  const isShare = column_name.endsWith("_pct") || item.includes(" · pct · ");
  return isShare ? `${decimal(value, 1, lang)}%` : inFull(value, lang);
}
