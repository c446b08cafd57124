import { expect, test } from "vitest";
import { smallTables } from "../clean/small-tables.ts";

const person = ["person_key", "birth_day", "birth_precision", "born_from", "born_to"];
const given = ["vaccine", "dose_date", "lot", "facility", "dose_kind"];
const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(", ");

/** Rows about people, each of a file and record, with their names for what they say. */
async function people(...rows: string[]) {
  const small = await smallTables("");
  const columns = [...person, ...given, "full_name", "entered_on"];
  await small.table(
    "bare_identity",
    `input_file, record, kind, line, dose_number, ${columns.join(", ")}`,
    ...rows.map((row) => `${row}, ${quoted(columns)}`),
  );
  return small;
}

test("dose_of_dose_record: one dose a record, with what is known of its person; person records are left to their groups", async () => {
  const { model } = await people("'d.csv', 1, 'dose_record', 2, '3'", "'p.csv', 1, 'person_record', 2, null");
  const columns = [
    "input_file",
    "record",
    "line",
    "kind",
    "column_prefix || '-'",
    "dose_number + 1",
    ...given,
    "entered_on",
    ...person,
    "full_name",
  ];
  expect(await model("dose_of_dose_record", columns.join(", "))).toEqual([
    `d.csv 1 2 dose_record - 4 ${[...given, "entered_on", ...person, "full_name"].join(" ")}`,
  ]);
});

test("dose_of_person_record: one dose a filled group, by the person of its file and record; its number is the group's", async () => {
  const { table, model } = await people(
    ...[
      "'p.csv', 1, 'person_record', 9, null",
      "'p.csv', 2, 'person_record', 9, null",
      "'p.csv', 3, 'dose_record', 9, null",
    ],
  );
  await table(
    "checked_person_dose",
    `input_file, record, line, slot, ${given.join(", ")}`,
    ...["'p.csv', 1, 2, '1'", "'p.csv', 1, 2, '2'", "'p.csv', 3, 4, '1'", "'q.csv', 1, 2, '1'"].map(
      (row) => `${row}, ${quoted(given)}`,
    ),
  );
  const columns = [
    "input_file",
    "record",
    "line",
    "kind",
    "column_prefix",
    "dose_number + 1",
    ...given,
    "entered_on",
    "full_name",
    ...person,
  ];
  const said = [...given, "∅ ∅", ...person].join(" ");
  expect(await model("dose_of_person_record", columns.join(", "))).toEqual([
    ...[`p.csv 1 2 person_record dose_1_ 2 ${said}`, `p.csv 1 2 person_record dose_2_ 3 ${said}`],
  ]);
});
