import { expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { cleaned, lines } from "../clean/given.ts";
import { dose, event, person } from "../rules/rows.ts";
import { build } from "./units.ts";

/** The reasons of what changed in 70 on 4, 5 and 6 April by these versions, where a late row speaks of 5 April. */
async function reasons(before: string, after: string): Promise<string[]> {
  const db = await Database.open();
  await db.run(`create table release_before as from (values (date '2022-04-12', ${before}::varchar, ${after}::varchar))
    as t (earlier_as_of, rules_before, rules_after)`);
  await db.run(`create table arrived_row as from (values ('cleaning_daily', '70', date '2022-04-05', 'late_input'))
    as t (table_name, unit_code, day, reason)`);
  await db.run(`create table revised_number as from (values
    ('cleaning_daily', '70', date '2022-04-04', '', 'cleaned_to_date', 20, 21),
    ('cleaning_daily', '70', date '2022-04-05', '', 'newly_cleaned', 20, 21),
    ('cleaning_daily', '70', date '2022-04-06', '', 'cleaned_to_date', 40, 42),
    ('cleaning_daily', '70', date '2022-04-06', '', 'newly_cleaned', 20, 21),
    ('restatement', '70', date '2022-04-06', '', 'value', 20, 21)
  ) as t (table_name, unit_code, day, item, column_name, before, after)`);
  try {
    return await lines(
      db,
      `select day(day), column_name, reason, rules_before, rules_after from (${sqlFile("published_revision").sql})`,
    );
  } finally {
    db.close();
  }
}

test("a late row explains its day, and counts to date from then on; all else is of the rules where they are others", async () => {
  expect(await reasons("'aaaaaaaaaaaa1'", "'bbbbbbbbbbbb1'")).toEqual([
    "4 cleaned_to_date rule_change aaaaaaaaaaaa bbbbbbbbbbbb",
    "5 newly_cleaned late_input ∅ ∅",
    "6 cleaned_to_date late_input ∅ ∅",
    "6 newly_cleaned rule_change aaaaaaaaaaaa bbbbbbbbbbbb",
    "6 value correction ∅ ∅",
  ]);
});

test("under the same rules all else is a correction; rules of which no version was kept are taken for others", async () => {
  const reasonOfFirst = async (before: string) => (await reasons(before, "'b'"))[0];
  expect(await reasonOfFirst("'b'")).toBe("4 cleaned_to_date correction ∅ ∅");
  expect(await reasonOfFirst("null")).toBe("4 cleaned_to_date rule_change ∅ b");
});

test("late rows speak of their unit and those above: a dose of its week, a match of its day, a newcomer of all his matches", async () => {
  const other = { full_name: "Lê Thị Mẫu", id_number: "970184000998", sex: "1", record_key: "hs-000002" };
  const matched = (record_key: string, event_date: string) =>
    event({ input_file: "e.csv", record_key, step: "rematched", event_date });
  const db = await cleaned({
    person_record: [
      person({ input_file: "p.csv", record_key: "hs-000001" }),
      person({ ...other, input_file: "q.csv" }),
    ],
    dose_record: [dose({ input_file: "d.csv", record_key: "hs-000001", dose_date: "05/08/2021" })],
    cleaning_event: [matched("hs-000001", "01/04/2022"), matched("hs-000002", "02/04/2022")],
  });
  await build(db, "unit_path");
  const spokenOf = async (late: string) => {
    await db.run(`create or replace table arrived_file as select '${late}' as input_file`);
    const arrived = `select table_name, unit_code, day::varchar, reason from (${sqlFile("revise/arrived_record").sql})`;
    return lines(db, `${arrived} order by all`);
  };
  const above = (text: string) => ["25195", "689", "70"].map((unit) => text.replace("*", unit));
  expect(await spokenOf("d.csv")).toEqual(above("dose_weekly * 2021-08-02 late_input"));
  expect(await spokenOf("q.csv")).toEqual(above("cleaning_daily * 2022-04-02 late_input"));
  expect(await spokenOf("e.csv")).toHaveLength(6);
  expect(await spokenOf("none.csv")).toEqual([]);
});
