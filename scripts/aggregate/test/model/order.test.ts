import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type PublishedTable, publishedTables } from "@tiendo/schema";
import { expect, test } from "vitest";
import { sqlFile } from "../../src/sql-files.ts";

/** What stands for a column of the key in the order of rows: steps and indicators have an order of their own. */
const standsFor: Readonly<Record<string, string>> = { reason: "position", indicator: "position" };

/** The columns of a table's key that its order does not hold, so that rows could change places from run to run. */
function leftOpen(path: string, { primaryKey }: PublishedTable): string[] {
  const { sql } = sqlFile(path);
  const order = sql.slice(sql.lastIndexOf("order by ") + "order by ".length).split("\n")[0] ?? "";
  const columns = order.split(", ").map((column) => column.replace(/^\w+\./, ""));
  // Sums of folders are of whole units alone.
  const fixed = sql.includes("'all' as scope") ? ["scope"] : [];
  return primaryKey.filter(
    (key) => ![...columns, ...fixed].some((column) => column === key || column === standsFor[key]),
  );
}

test("the rows of every public table have one order: that of its whole key", () => {
  const exists = (path: string) => existsSync(fileURLToPath(new URL(`../../sql/${path}.sql`, import.meta.url)));
  const all = Object.entries(publishedTables as Record<string, PublishedTable>).flatMap(([name, table]) =>
    [`published_${name}`, `rollup/published_${name}`]
      .filter(exists)
      .map((path) => [path, leftOpen(path, table)] as const),
  );
  expect(all.length).toBeGreaterThan(Object.keys(publishedTables).length);
  expect(all.filter(([, open]) => open.length > 0)).toEqual([]);
});
