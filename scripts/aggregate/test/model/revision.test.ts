import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { cleaned, lines } from "../clean/given.ts";
import { dose, event, person } from "../rules/rows.ts";
import { binhPhuoc, build } from "./units.ts";

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

test("a number keeps its names and both values, in order; late rows of another unit or table explain nothing, nor does a later day", async () => {
  const db = await Database.open();
  await db.run(
    "create table release_before as select date '2022-04-12' as earlier_as_of, 'a' as rules_before, 'a' as rules_after",
  );
  await db.run(`create table arrived_row as from (values ('cleaning_daily', '70', date '2022-04-05', 'late_input'),
    ('cleaning_daily', '70', date '2022-04-03', 'late_input'), ('cleaning_daily', '01', date '2022-04-01', 'late_input'),
    ('dose_weekly', '70', date '2022-04-02', 'late_input')) as t (table_name, unit_code, day, reason)`);
  const numbers = [
    ...["'dose_weekly', '01', 3, 'i', 'doses', 1, 2", "'cleaning_daily', '70', 4, 'j', 'newly_cleaned', 3, 4"],
    ...["'cleaning_daily', '70', 4, 'i', 'newly_cleaned', 5, 6", "'cleaning_daily', '70', 4, 'i', 'fell_back', 7, 8"],
    ...[
      "'cleaning_daily', '70', 3, 'z', 'cleaned_to_date', 9, 10",
      "'cleaning_daily', '70', 2, 'z', 'cleaned_to_date', 11, 12",
    ],
    "'cleaning_daily', '01', 1, 'y', 'cleaned_to_date', 13, 14",
  ];
  await db.run(`create table revised_number as select * replace (date '2022-03-31' + day::integer as day)
    from (values (${numbers.join("), (")})) as t (table_name, unit_code, day, item, column_name, before, after)`);
  const names = "table_name, unit_code, day::varchar, item, column_name, before, after, earlier_as_of::varchar, reason";
  expect(await lines(db, `select ${names} from (${sqlFile("published_revision").sql})`)).toEqual([
    "cleaning_daily 01 2022-04-01 y cleaned_to_date 13 14 2022-04-12 late_input",
    "cleaning_daily 70 2022-04-02 z cleaned_to_date 11 12 2022-04-12 correction",
    "cleaning_daily 70 2022-04-03 z cleaned_to_date 9 10 2022-04-12 late_input",
    "cleaning_daily 70 2022-04-04 i fell_back 7 8 2022-04-12 correction",
    "cleaning_daily 70 2022-04-04 i newly_cleaned 5 6 2022-04-12 correction",
    "cleaning_daily 70 2022-04-04 j newly_cleaned 3 4 2022-04-12 correction",
    "dose_weekly 01 2022-04-03 i doses 1 2 2022-04-12 correction",
  ]);
  db.close();
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
    // What is listed is no match.
    cleaning_event: [
      ...[matched("hs-000001", "01/04/2022"), matched("hs-000002", "02/04/2022")],
      event({ input_file: "e.csv", record_key: "hs-000001", step: "listed", event_date: "25/03/2022" }),
    ],
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

describe("what came in since the release before", () => {
  let db: Database;
  /** Bình Phước, to which file "new.csv" came; of "old.csv" all was there before. */
  beforeEach(async () => {
    db = await Database.open();
    await binhPhuoc(db);
    await db.run("create table arrived_file as select 'new.csv' as input_file");
  });
  const told = (name: string, columns = "*") =>
    lines(db, `select ${columns} from (${sqlFile(`revise/${name}`).sql}) order by all`);

  test("speaks of the units and days of its figures, once each", async () => {
    await db.run(`create table accepted_figure as from (values ('new.csv', '70', date '2022-04-05'), ('new.csv', '70', date '2022-04-05'),
      ('new.csv', '01', date '2022-04-06'), ('old.csv', '70', date '2022-04-07')) as figure (input_file, unit_code, as_of)`);
    expect(await told("arrived_statement", "table_name, unit_code, day::varchar, reason")).toEqual([
      ...["figure 01 2022-04-06 correction", "figure 70 2022-04-05 correction"],
    ]);
  });

  test("speaks of the units and days of its returns by their kind, and of how many came in to the unit above", async () => {
    const sent = (kind: string, ...rows: string[]) =>
      db.run(`create table checked_${kind} as select input_file, record, unit_code, cast(day as date) as as_of
        from (values ${rows.join(", ")}) as sent (input_file, record, unit_code, day)`);
    await sent(
      "progress_return",
      ...[
        "('new.csv', 1, '689', '2022-04-05')",
        "('new.csv', 2, '689', '2022-04-05')",
        "('new.csv', 3, '688', '2022-04-06')",
      ],
      ...["('old.csv', 1, '689', '2022-04-07')", "('new.csv', 4, '25195', '2022-04-08')"],
    );
    await sent("indicator_return", "('new.csv', 1, '70', '2022-04-09')", "('new.csv', 3, '70', '2022-04-09')");
    await sent("stock_return", "('new.csv', 1, '25198', '2022-04-10')", "('old.csv', 3, '25198', '2022-04-11')");
    await db.run(
      `create table quarantined as from (values ('new.csv', 3), ('old.csv', 1)) as quarantined (input_file, record)`,
    );
    // Commune 25195 is of district 689; in 2025 it will be of the province itself.
    expect(await told("arrived_return", "table_name, unit_code, day::varchar, reason")).toEqual([
      "indicator_progress 70 2022-04-09 correction",
      ...["reconciliation 25195 2022-04-08 correction", "reconciliation 689 2022-04-05 correction"],
      ...["return_completeness 689 2022-04-08 late_input", "return_completeness 70 2022-04-05 late_input"],
      "stock_left 25198 2022-04-10 correction",
    ]);
  });

  test("a restated number is revised where it had been stated before, and what restates it came in since", async () => {
    const cells = "kind, unit_code, item, day, received";
    await db.run(`create table snapshot as select kind, unit_code, item, cast(day as date) as day, received, input_file from (values
      ('p', '70', 'listed', '2022-04-05', 1, 'old.csv'), ('p', '70', 'listed', '2022-04-05', 2, 'new.csv'),
      ('p', '70', 'listed', '2022-04-05', 3, 'new.csv'), ('p', '70', 'matched', '2022-04-05', 1, 'new.csv'),
      ('p', '70', 'matched', '2022-04-05', 2, 'new.csv'), ('p', '70', 'matched', '2022-04-06', 1, 'old.csv'),
      ('p', '01', 'matched', '2022-04-05', 1, 'old.csv'), ('q', '70', 'matched', '2022-04-05', 1, 'old.csv'),
      ('p', '70', 'updated', '2022-04-05', 1, 'old.csv'), ('p', '70', 'updated', '2022-04-05', 2, 'old.csv'),
      ('p', '70', 'updated', '2022-04-05', 3, 'new.csv'), ('p', '70', 'updated', '2022-04-06', 2, 'new.csv'),
      ('p', '01', 'updated', '2022-04-05', 2, 'new.csv'), ('q', '70', 'updated', '2022-04-05', 2, 'new.csv')
    ) as snapshot (${cells}, input_file)`);
    await db.run(`create table published_restatement as select kind, unit_code, item, cast(day as date) as return_as_of, version, value_before, value
      from (values
        ('p', '70', 'listed', '2022-04-05', 2, 10, 20), ('p', '70', 'listed', '2022-04-05', 3, null, 30),
        ('p', '70', 'matched', '2022-04-05', 2, 10, 20), ('p', '70', 'updated', '2022-04-05', 2, 10, 20),
        ('p', '70', 'updated', '2022-04-05', 3, 20, null)
      ) as restated (kind, unit_code, item, day, version, value_before, value)`);
    // Of what was matched nothing had been stated; what was updated was restated before, and since then hidden.
    const columns = "table_name, unit_code, day::varchar, item, column_name, before, after";
    await db.run(
      `create table revised_number (table_name varchar, unit_code varchar, day date, item varchar, column_name varchar, before double, after double)`,
    );
    await db.run(`insert into revised_number ${sqlFile("revise/revised_return").sql}`);
    expect(await lines(db, `select ${columns} from revised_number order by all`)).toEqual([
      "restatement 70 2022-04-05 p · listed · 2 value 10 20",
    ]);
  });
});
