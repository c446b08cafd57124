import { beforeAll, expect, test } from "vitest";
import { smallTables } from "../clean/small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables("");
});

// Each column by another text, so that none is taken for another.
const texts = [
  ...["input_file", "record", "line", "kind", "full_name", "name_key", "birth_date", "sex", "id_number", "id_cleaned"],
  ...["id_form", "id_province_known", "passport_number", "phone", "record_key", "person_key", "residence_kind"],
  ...["province", "province_code", "district", "district_code", "commune", "commune_code"],
  ...["dose_number", "vaccine", "dose_date", "lot", "facility", "dose_kind", "entered_on"],
];

/** What is told of rows that say no more than these columns, as SQL. */
async function told(columns: string, ...rows: Record<string, string>[]): Promise<string[]> {
  const typed = [...texts, "birth_day date", "birth_period date", "id_born smallint"];
  await small.emptyTable(
    "stored_person",
    typed.map((name) => (name.includes(" ") ? name : `${name} varchar`)).join(", "),
  );
  for (const row of rows)
    await small.db.run(`insert into stored_person (${Object.keys(row)}) values (${Object.values(row)})`);
  return small.model("bare_identity", columns);
}

test("a row keeps what was written, and the number's digits without their marks", async () => {
  const row = Object.fromEntries(texts.map((name) => [name, `'${name}'`]));
  const kept = texts.filter((name) => !["id_cleaned", ...texts.slice(17, 23)].includes(name));
  expect(await told(`${kept.join(", ")}, id_digits`, row)).toEqual([`${kept.join(" ")} id_cleaned`]);
  const { id_cleaned: _, name_key: __, ...plain } = row;
  expect(await told("id_digits, name_key", { ...plain, full_name: "'Đặng Thị Ý'" })).toEqual(["id_number dang thi y"]);
});

test("a birth date is known to the day, the month or the year, from its first day to its last", async () => {
  const columns = "birth_precision, birth_day::varchar, birth_year, born_from::varchar, born_to::varchar";
  const period = (birth_date: string, first: string) => ({
    birth_date: `'${birth_date}'`,
    birth_period: `date '${first}'`,
  });
  expect(await told(columns, { birth_date: "'15/03/1984'", birth_day: "date '1984-03-15'" })).toEqual([
    "day 1984-03-15 1984 1984-03-15 1984-03-15",
  ]);
  expect(await told(columns, period("02/1984", "1984-02-01"))).toEqual(["month ∅ 1984 1984-02-01 1984-02-29"]);
  expect(await told(columns, period("1984", "1984-01-01"))).toEqual(["year ∅ 1984 1984-01-01 1984-12-31"]);
  expect(await told(columns, { birth_date: "'32/01/1984'" })).toEqual(["∅ ∅ ∅ ∅ ∅"]);
});

test("the digits for birth say a year and a sex: 0 and 1 of the 1900s, 2 and 3 of the 2000s, even ones men", async () => {
  const born = (id_born: number) => ({ id_born: String(id_born), record: String(id_born) });
  expect(await told("record, id_year, id_sex", ...[84, 184, 199, 200, 301, 499].map(born), { record: "999" })).toEqual([
    ...[
      "184 1984 female",
      "199 1999 female",
      "200 2000 male",
      "301 2001 female",
      "499 2199 male",
      "84 1984 male",
      "999 ∅ ∅",
    ],
  ]);
});

test("a number without its zeros is proposed with them, and no other is", async () => {
  const number = (id_number: string, id_form: string) => ({ id_number: `'${id_number}'`, id_form: `'${id_form}'` });
  expect(
    await told(
      "id_digits, id_proposed",
      number("1084000999", "padded"),
      number("70084000999", "padded"),
      number("2801234567", "other"),
    ),
  ).toEqual(["1084000999 001084000999", "2801234567 ∅", "70084000999 070084000999"]);
});

test("one residence as written is one place: its names and codes, each in its own column", async () => {
  const place = {
    province: "'Bình Phước'",
    province_code: "'70'",
    district: "'Đồng Xoài'",
    district_code: "'689'",
    commune: "'Tân Phú'",
    commune_code: "'25195'",
  };
  const others = Object.keys(place).map((name) => ({ ...place, [name]: "'x'" }));
  const swapped = { ...place, province: place.district, district: place.province };
  const [first, ...rest] = await told("place_key", place, { ...place, phone: "'9'" }, ...others, swapped);
  expect(new Set([first, ...rest]).size).toBe(8);
});
