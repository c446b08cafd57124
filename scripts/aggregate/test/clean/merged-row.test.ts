import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

test("by file, the person records beside the fullest one and the dose records whose dose is another one", async () => {
  const { table, model } = await smallTables();
  const row = (file: number, record: number) => file * 4294967296 + record;
  await table("file_number", "input_file, file_number", "'a', 1", "'b', 2", "'c', 3");
  await table(
    "person_row",
    "row_id, kind",
    ...[1, 2, 3, 4].map((record) => `${row(1, record)}, 'person_record'`),
    ...[1, 2, 3].map((record) => `${row(2, record)}, 'dose_record'`),
    `${row(3, 1)}, 'person_record'`,
  );
  await table("person", "row_id", `${row(1, 1)}`, `${row(1, 4)}`, `${row(2, 1)}`, `${row(3, 1)}`);
  await table(
    "dose_in",
    "dose_id, row_id",
    `10, ${row(1, 1)}`,
    `20, ${row(2, 1)}`,
    `21, ${row(2, 2)}`,
    `22, ${row(2, 3)}`,
  );
  await table("dose_merged", "dose_id", "10", "20");
  expect(await model("merged_row")).toEqual(["a 2", "b 1"]);
});
