import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  await small.table("params", "as_of", "date '2022-04-26'");
});

const unwritten = {
  record_key: "hs-1",
  list_date: "2022-04-01",
  reviewed_on: null as string | null,
  reviewed_by: null as string | null,
  correction_reason: null as string | null,
  input_file: "a",
  record: 1,
  recorded_name: "Le An",
  corrected_name: null as string | null,
  recorded_birth_date: "1984",
  corrected_birth_date: null as string | null,
  recorded_sex: null,
  corrected_sex: null as string | null,
  recorded_id_number: "123",
  corrected_id_number: null as string | null,
  unit_code: "25195",
  corrected_unit_code: null as string | null,
};

const entries = (...written: Partial<typeof unwritten>[]) => {
  const value = (column: string, written: unknown) => {
    if (typeof written === "number") return written;
    const text = written === null ? "null::varchar" : `'${written}'`;
    return column === "list_date" || column === "reviewed_on" ? `cast(${text} as date)` : text;
  };
  const row = (one: Partial<typeof unwritten>) =>
    Object.entries({ ...unwritten, ...one })
      .map(([column, written]) => value(column, written))
      .join(", ");
  return small.table("accepted_worklist_entry", Object.keys(unwritten).join(", "), ...written.map(row));
};
const corrections = () => small.model("correction", "* replace (corrected_on::varchar as corrected_on)");
const values = () => small.model("correction", "record_key, corrected_value");

test("each cell that is filled corrects its column, with what was there, by whom and why", async () => {
  const filled = { corrected_birth_date: "26/04/1984", corrected_sex: "male", corrected_id_number: "970084000999" };
  const review = { reviewed_on: "2022-04-03", reviewed_by: "B", correction_reason: "sai" };
  await entries(
    { ...filled, ...review, corrected_name: " Lê Ân ", corrected_unit_code: "25198" },
    { record_key: "hs-2", corrected_name: " " },
  );
  expect(await corrections()).toEqual([
    "hs-1 birth_date 1984 26/04/1984 2022-04-03 B sai a 1",
    "hs-1 full_name Le An Lê Ân 2022-04-03 B sai a 1",
    "hs-1 id_number 123 970084000999 2022-04-03 B sai a 1",
    "hs-1 sex ∅ male 2022-04-03 B sai a 1",
    "hs-1 unit_code 25195 25198 2022-04-03 B sai a 1",
  ]);
});

test("the latest entry that writes something stands: by its day, then its file, then its record; none after the report's day", async () => {
  const sex = (corrected_sex: string, changes: Partial<typeof unwritten>) => ({ ...changes, corrected_sex });
  await entries(
    sex("male", { record_key: "1", reviewed_on: "2022-04-05" }),
    sex("female", { record_key: "1", list_date: "2022-04-04", input_file: "b", record: 9 }),
    { record_key: "1", reviewed_on: "2022-04-20" },
    sex("female", { record_key: "1", reviewed_on: "2022-04-27" }),
    sex("male", { record_key: "2", input_file: "b" }),
    sex("female", { record_key: "2", record: 2 }),
    sex("male", { record_key: "3", record: 2 }),
    sex("female", { record_key: "3" }),
    sex("male", { record_key: "4", reviewed_on: "2022-04-26" }),
    sex("male", { record_key: "5", list_date: "2022-04-27" }),
    sex("male", { record_key: "6", list_date: "2022-04-30", reviewed_on: "2022-04-02" }),
  );
  expect(await values()).toEqual(["1 male", "2 male", "3 male", "4 male", "6 male"]);
  await entries({ corrected_sex: "male" });
  expect(await corrections()).toEqual(["hs-1 sex ∅ male 2022-04-01   a 1"]);
});

test("what breaks its column's rule corrects nothing; nor does a day that never was or is yet to come", async () => {
  const right = [
    "1985",
    "1985-02-28",
    "5/1985",
    "05.1985",
    "5-1985",
    "26/04/2022",
    "1.2.1985",
    "01-02-1985",
    "2022-04-26",
    "4/2022",
  ];
  const dates = (...written: string[]) => written.map((date) => ({ record_key: date, corrected_birth_date: date }));
  await entries(
    ...dates(...right),
    ...dates("1985-02-30", "30/02/1985", "13/1985", "2023", "27/04/2022", "5/2022", "85", "1/2/85", "1985/02/03", "x"),
    { corrected_sex: "M" },
    { corrected_id_number: "12345678" },
    { corrected_id_number: "97008400099X" },
    { record_key: "nine", corrected_id_number: "123456789" },
    { record_key: "woman", corrected_sex: "female" },
  );
  expect(await small.model("correction", "corrected_value")).toEqual([...right, "123456789", "female"].sort());
});
