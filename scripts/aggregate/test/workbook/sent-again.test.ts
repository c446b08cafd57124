import { type RowKind, rowKindNames } from "@tiendo/schema";
import { expect, test } from "vitest";
import { type OpenTable, openTables } from "../../src/read/open-tables.ts";
import { formColumns } from "../../src/workbook/form-columns.ts";
import { writeTemplate } from "../../src/workbook/template.ts";
import { EXAMPLE_MARK } from "../../src/workbook/tool-sheets.ts";
import { issue, newPath, returned, row } from "./given.ts";

/** The only sheet of a file in which the reader finds a header, so that no list of codes was taken for data. */
async function tableOf(path: string): Promise<OpenTable> {
  const tables = await openTables(path, null);
  expect(tables).toHaveLength(1);
  return tables[0] as OpenTable;
}

async function formTable(kind: RowKind): Promise<OpenTable> {
  const path = newPath();
  await writeTemplate(kind, path);
  return tableOf(path);
}

async function rowsBelow({ grid, header }: OpenTable): Promise<Array<Array<string | null>>> {
  const rows: Array<Array<string | null>> = [];
  for await (const { row: number, cells } of grid.rows()) if (number > header.row) rows.push(cells);
  return rows;
}

test.each(rowKindNames)("the reader knows the form of %s, all its columns and its example row", async (kind) => {
  const table = await formTable(kind);
  const { header } = table;
  const found = [header.places, ...header.doses.map(({ places }) => places)];
  expect(header.kind).toBe(kind);
  expect(found.reduce((sum, places) => sum + places.size, 0)).toBe(formColumns(kind).length);
  expect((await rowsBelow(table)).map((cells) => cells[header.order ?? -1])).toEqual([EXAMPLE_MARK]);
});

const returnedKinds = ["person_record", "dose_record", "stock_return"] as const;
test.each(returnedKinds)(
  "a returned form of %s, sent again twice, keeps its columns and says what it corrects",
  async (kind) => {
    let { header, grid } = await formTable(kind);
    const forms = header.doses.length;
    for (let sending = 1; sending <= 2; sending += 1) {
      const cells = Array.from({ length: header.width }, (_, at) => `${sending}.${at}`);
      const sent = { header: header.above, width: header.width, sheet: grid.sheet ?? "" };
      const table = await tableOf(await returned([row(cells, issue())], sent));
      ({ header, grid } = table);
      const [back = []] = await rowsBelow(table);
      expect([header.kind, header.doses.length]).toEqual([kind, forms]);
      expect(back[header.places.get("corrects") ?? -1]).toBe("0a1b2c3d4e5f:17");
      expect(header.width).toBe(formColumns(kind).length + 1 + 4);
    }
  },
);
