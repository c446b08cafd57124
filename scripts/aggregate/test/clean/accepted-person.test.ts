import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

test("files are numbered, those about people first, and rows that were not set aside by their file and record", async () => {
  const { table, model } = await smallTables();
  await table(
    "input_table",
    "input_file, kind",
    "'d', 'person_record'",
    "'a', 'x'",
    "'d', 'x'",
    "'c', 'y'",
    "'b', 'dose_record'",
  );
  expect(await model("file_number")).toEqual(["a 3", "b 1", "c 4", "d 2"]);
  await table("file_number", "input_file, file_number", "'a', 1", "'b', 2");
  const columns =
    "kind, full_name, name_key, birth_date, birth_day, birth_precision, birth_year, sex, id_number, id_digits, id_form, id_proposed, passport_number, phone, record_key, residence_kind, unit_code";
  const told = columns.split(", ").map((column) => `'${column}'`);
  const row = (file: string, record: number) => `'${file}', ${record}, ${told.join(", ")}`;
  await table("identity", `input_file, record, ${columns}`, row("a", 1), row("a", 2), row("b", 1));
  await table("row_outcome", "input_file, record", "'a', 2", "'b', 2", "'c', 1");
  expect(await model("accepted_person")).toEqual([
    `4294967297 a 1 ${columns.replaceAll(",", "")}`,
    `8589934593 b 1 ${columns.replaceAll(",", "")}`,
  ]);
});
