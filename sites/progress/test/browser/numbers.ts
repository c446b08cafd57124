import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publishedTables } from "@tiendo/schema";
import { sortKey } from "../../src/client/sort-key.ts";

type Row = Record<string, unknown>;

/** Every number that a release publishes of a unit, and those that pages reckon from them: shares, sums, differences. */
export function publishedNumbers(folder: string, before: string): (unit_code: string) => ReadonlySet<number> {
  const rows = Object.keys(publishedTables).flatMap((table) => rowsOf(folder, table));
  const byUnit = Map.groupBy(rows, ({ unit_code }) => unit_code);
  const earlier = new Map(rowsOf(before, "cleaning_progress").map((row) => [row.unit_code, row]));
  return (unit_code) => {
    const own = byUnit.get(unit_code) ?? [];
    return new Set([...own.flatMap(numbersIn), ...own.flatMap((row) => reckoned(row, earlier)), ...weeks(own)]);
  };
}

function rowsOf(folder: string, table: string): Row[] {
  return JSON.parse(readFileSync(join(folder, `${table}.json`), "utf8"));
}

/** A published number as it is, and with the one decimal that a page shows. */
function numbersIn(row: Row): number[] {
  const numbers = Object.values(row).filter((value) => typeof value === "number");
  return [...numbers, ...numbers.map((number) => Math.round(10 * number) / 10)];
}

function reckoned({ unit_code, cleaned }: Row, earlier: ReadonlyMap<unknown, Row>): number[] {
  if (typeof cleaned !== "number") return [];
  const was = earlier.get(unit_code)?.cleaned;
  return typeof was === "number" ? [cleaned - was] : [];
}

/** Doses of a week over all vaccines: primary ones, and the others. */
function weeks(rows: readonly Row[]): number[] {
  const doses = rows.filter(({ week }) => week !== undefined);
  const groups = Map.groupBy(doses, ({ week, dose_kind }) => `${week} ${dose_kind === "primary"}`);
  return [0, ...[...groups.values()].map((of) => of.reduce((sum, { doses: count }) => sum + Number(count ?? 0), 0))];
}

/** A number that a page shows, with the unit whose line it stands in: null where that is the page's own. */
export interface ShownNumber {
  slug: string | null;
  number: number;
}

/** The numbers in the tables of a page; a cell that says why it has none, or what its number is, has more than its text. */
export function shownNumbers(document: Document, lang: string): ShownNumber[] {
  return [...document.querySelectorAll("table.numbers tbody tr")].flatMap((line) => {
    const slug = line.querySelector("th a")?.getAttribute("href")?.split("/").at(-2) ?? null;
    return [...line.querySelectorAll("td")].flatMap((cell) => {
      const [first] = cell.childNodes;
      const key = first?.nodeType === 3 ? sortKey(first.textContent ?? "", lang) : null;
      return typeof key === "number" ? [{ slug, number: key }] : [];
    });
  });
}
