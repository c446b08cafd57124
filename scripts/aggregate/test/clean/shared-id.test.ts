import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
});

type Bearer = [number: string, form: string, name: string | null, day: string | null];

/** Rows of who has a number. */
const told = async (...rows: Bearer[]) => {
  const text = (value: string | null) => (value === null ? "null::varchar" : `'${value}'`);
  await small.table(
    "bare_identity",
    "input_file, record, person_key, id_digits, id_form, full_name, birth_day",
    ...rows.map(
      ([digits, form, name, day], at) =>
        `'a', ${at}, ${digits}, '${digits}', '${form}', ${text(name)}, cast(${text(day)} as date)`,
    ),
  );
  await small.db.run("create or replace table several_named as select distinct person_key from bare_identity");
};
const named = (number: string, form: string, ...names: (string | null)[]) =>
  names.map((name): Bearer => [number, form, name, null]);
const rejected = (...records: string[]) => small.table("row_outcome", "input_file, record", ...records);

test("a number at three names, accents aside, is nobody's; of rows that count and numbers that are some", async () => {
  await told(
    ...named("1", "12", "Lê An", "Lê Bình", "Trần Cường"),
    ...named("2", "12", "Lê An", "Lê Ân", "LE AN", "Lê Bình", null),
    ...named("3", "9", "Lê An", "Lê Bình", "Trần Cường", "Hồ Dư"),
    ...named("4", "padded", "Lê An", "Lê Bình", "Trần Cường"),
    ...named("5", "12", "Lê An", "Lê Bình", "Trần Cường"),
  );
  // The last row of number 5; of another file a row of the same place.
  await rejected("'a', 17", "'a', 18", "'b', 0", "'b', 8");
  expect(await small.model("shared_id")).toEqual(["1 3", "3 4"]);
});

test("a number of two rows that agree neither in name nor in birth date is nobody's; a slip or two is none", async () => {
  await rejected("'b', 0");
  const pair = (number: string, one: string, other: string, day: string | null = "1990-01-01"): Bearer[] => [
    [number, "12", one, "1984-04-26"],
    [number, "12", other, day],
  ];
  await told(
    ...pair("1", "Nguyễn Văn Mẫu", "Trần Thị Hoa"),
    ...pair("2", "Nguyễn Văn Mẫu", "Trần Thị Hoa", "1984-04-26"),
    ...pair("3", "Nguyễn Văn Mẫu", "Trần Thị Hoa", null),
    ...pair("4", "Nguyễn Văn An", "Trần Thị Bích An"),
    ...pair("5", "Nguyễn Văn Nga", "Nguyễn Văn Xuân"),
    ...pair("6", "Lê Văn An", "Lê Thu Anh"),
    ...pair("7", "Lê Văn An", "Lê Vũu Anh"),
    ...pair("8", "Lê Văn An", "Lê Văn Hải"),
    ...pair("10", "Lê An", "LE AN"),
    ["10", "12", "Lê Anh", "1970-01-01"],
    ...pair("9", "Trần Thị Hoa", "Nguyễn Văn Mẫu", "1980-01-01"),
  );
  expect(await small.model("shared_id")).toEqual(["1 2", "5 2", "6 2", "9 2"]);
});

test("only numbers that are known to bear several names are looked at", async () => {
  await rejected("'b', 0");
  await told(...named("1", "12", "An", "Bình", "Cường"), ...named("2", "12", "An", "Bình", "Cường"));
  await small.db.run("delete from several_named where person_key = 2");
  expect(await small.model("shared_id")).toEqual(["1 3"]);
});
