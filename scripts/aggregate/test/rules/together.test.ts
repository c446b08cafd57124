import { describe, expect, test, vi } from "vitest";
import { checkFolderNames, sqlFilesIn } from "../../src/sql-files.ts";
import { checkCode, checkSelects, crossCheck } from "../../src/validate/cross-checks.ts";
import { createIssueTable } from "../../src/validate/issues.ts";
import { rowCheckOf } from "../../src/validate/row-check.ts";
import { type Given, given } from "./given.ts";

const person = { full_name: "Trần Thị Mẫu", birth_date: "26/04/1984", sex: "1", id_number: "970184000001" };
const dose = { ...person, commune_code: "25195", dose_number: "1", vaccine: "Pfizer", dose_date: "15/09/2021" };
const stock = { unit_code: "70", as_of: "2022-04-26", vaccine: "Pfizer", lot: "FF2832", expiry: "2022-01-31" };

/** Rows that break several rules at once, by the folder of the checks that look at them. */
const cases: Readonly<Record<string, Given>> = {
  identity: {
    dose_record: [
      dose,
      { ...dose, id_number: "70085000", birth_date: "1984" },
      { ...dose, id_number: "970085000002", sex: "0" },
      { ...dose, id_number: "000185000002", birth_date: "31/02/1985" },
      { ...dose, id_number: "7.0085E+10", commune_code: null },
      { ...dose, id_number: null, full_name: null, birth_date: null },
    ],
  },
  dose: { dose_record: [dose, { ...dose, dose_date: "01/03/2021", entered_on: "20/03/2021" }] },
  stock_return: {
    stock_return: [
      { ...stock, opening: "100", received: "0", issued: "10", used: "20", wasted: "0", closing: "90" },
      { ...stock, opening: "10", received: "0", issued: "0", used: "20", wasted: "0", closing: "20" },
    ],
  },
};

describe("checks that see a row at a time find together what each finds alone", () => {
  for (const [folder, rows] of Object.entries(cases)) {
    test(folder, async () => {
      const db = await given(rows);
      const checks = sqlFilesIn(`checks/${folder}`);
      const joined = await db.all(`select * from (${checkSelects(checks).join("\nunion all ")}) order by all`);
      const alone = await db.all(
        `select * from (${checks.flatMap((check) => checkSelects([{ ...check, sql: `from (${check.sql}\n)` }])).join("\nunion all ")}) order by all`,
      );
      expect(joined.map((row) => Object.values(row as object))).toEqual(
        alone.map((row) => Object.values(row as object)),
      );
      expect(joined.length).toBeGreaterThan(1);
    });
  }
});

test("a check is looked at with others where it asks for nothing but its row", () => {
  const together = checkFolderNames().flatMap((folder) =>
    sqlFilesIn(`checks/${folder}`).flatMap((check) => rowCheckOf(check, checkCode(check))?.code ?? []),
  );
  expect(together).toContain("ID.SEX");
  expect(together).toContain("LATE.ENTRY");
  expect(together).not.toContain("NAME.CHARS");
  expect(together).not.toContain("UNIT.UNKNOWN");
});

test("of a country's rows one check looks after the other, and finds the same", async () => {
  const db = await given(cases.identity ?? {});
  const two = vi.spyOn(db, "runEach");
  const found = async (rows: number) => {
    await createIssueTable(db, "found");
    await crossCheck(db, "checks/identity", { rows }, "found");
    return db.all("select record, code, original_value from found order by all");
  };
  try {
    const together = await found(20_000_000);
    expect(together.length).toBeGreaterThan(5);
    expect(two).toHaveBeenCalledTimes(1);
    expect(await found(20_000_001)).toEqual(together);
    expect(two).toHaveBeenCalledTimes(1);
  } finally {
    two.mockRestore();
  }
});
