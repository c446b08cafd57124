import type { RowKind } from "@tiendo/schema";
import type { CheckRules } from "../../src/check/check-files.ts";
import type { Account, Case } from "./case.ts";
import type { Cells } from "./people.ts";
import { csv, rowsOf, xlsx } from "./table.ts";

/** A row by what makes it differ from a right one, and the issues it must have: "C ID.MISSING, W NAME.TEST". */
export type Judged = readonly [issues: string, changes?: Cells];

/** A table of judged rows, and what it must come to. */
interface JudgedTable {
  name: string;
  kind: RowKind;
  columns: readonly string[];
  right: (changes: Cells) => Cells;
  rows: readonly Judged[];
  account: Account;
  /** Issues of the file itself. */
  file?: readonly string[];
  rules?: Partial<CheckRules>;
  /** Whether rows of other tables would change what is found in these. */
  alone?: boolean;
}

/** The same table as CSV and as XLSX, each in a pool of its own, since both hold the same people. */
export function judgedCases(table: JudgedTable): Case[] {
  return [
    { ...judgedCase(table, "csv"), make: (place) => place.write("a.csv", csv(tableRows(table))) },
    { ...judgedCase(table, "xlsx"), make: async (place) => place.write("a.xlsx", await xlsx(tableRows(table))) },
  ];
}

function tableRows({ columns, right, rows }: JudgedTable): Array<Array<string | null>> {
  return rowsOf(
    columns,
    rows.map(([, changes = {}]) => right(changes)),
  );
}

function judgedCase({ name, kind, rows, account, file = [], rules = {}, alone = false }: JudgedTable, format: string) {
  const issues = rows.flatMap(([text], at) => byCode(text).map((one) => `${at + 1} ${one}`));
  const status = (account.quarantined ?? 0) > 0 ? ("partially_accepted" as const) : ("accepted" as const);
  return {
    name: `${name}, as ${format}`,
    rules,
    pool: alone ? `${name} ${format}` : `rows of ${format}`,
    expected: [{ status, kind, account, issues: [...file, ...issues] }],
  };
}

/** "C ID.YEAR, C ID.SEX" in the order of codes. */
function byCode(text: string): string[] {
  const codeOf = (one: string) => one.slice(2);
  return text === "" ? [] : text.split(", ").sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
}
