import { beforeAll, expect, test } from "vitest";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "./given.ts";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;

/** Two communes of Đồng Xoài, one of Phước Long, and one of Đồng Nai; of Hà Nội the province alone is known, or the country. */
beforeAll(async () => {
  small = await smallTables();
  await small.table(
    "unit_place",
    "unit_code, parent_code, province_code",
    ...[
      "'25195', '689', '70'",
      "'25198', '689', '70'",
      "'25216', '688', '70'",
      "'25999', '736', '75'",
      "'01', null, '01'",
      "'VN', null, null",
    ],
  );
});

const known = {
  name_key: "nguyen van an",
  given_key: "an",
  birth_day: "1984-04-26",
  birth_year: 1984,
  unit_code: "25195",
  id_digits: "070084000999",
  phone: "0912345678",
};
type Someone = { [Column in keyof typeof known]?: (typeof known)[Column] | null };

/** Which of these people, numbered from 1, a block puts together; each is as `known` but for what is said. */
async function together(block: string, ...people: Someone[]): Promise<string[]> {
  const values = people.map((changes, at) => {
    const { birth_day, ...texts } = { ...known, ...changes };
    const { birth_year, ...words } = texts;
    const said = Object.values(words).map((value) => (value === null ? "null::varchar" : `'${value}'`));
    return `${at + 1}, ${birth_day === null ? "null::date" : `date '${birth_day}'`}, ${birth_year}::bigint, ${said.join(", ")}`;
  });
  await small.table(
    "exact_person",
    "exact_key, birth_day, birth_year, name_key, given_key, unit_code, id_digits, phone",
    ...values,
  );
  return lines(
    small.db,
    `select string_agg(exact_key::varchar, ' ' order by exact_key) as keys from (${sqlFile(`blocks/${block}`).sql}\n)
      group by block having count(*) > 1 order by keys`,
  );
}

const year = (birth_year: number | null): Someone => ({ birth_day: null, birth_year });
const born = (birth_day: string): Someone => ({ birth_day, birth_year: Number(birth_day.slice(0, 4)) });
const elsewhere = [{ unit_code: "25198" }, { unit_code: "25216" }, { unit_code: "25999" }, { unit_code: "25999" }];
// Two of each, so that what is not known would put them together.
const nowhere: Someone[] = [{ unit_code: null }, { unit_code: null }];
const twice = (someone: Someone) => [someone, someone];

test("birth date and given name, in one district", async () => {
  expect(
    await together(
      "birth_and_given_name_in_district",
      ...[{}, { name_key: "tran thi an" }, { given_key: "binh" }, born("1984-04-27"), ...elsewhere, ...nowhere],
      ...[...twice({ given_key: null }), ...twice(year(1984)), ...twice({ unit_code: "01" })],
    ),
  ).toEqual(["1 2 5", "7 8"]);
});

test("birth date, in one commune", async () => {
  expect(
    await together(
      "birth_in_commune",
      ...[{}, { name_key: "tran thi binh", given_key: "binh" }, born("1984-04-27"), ...elsewhere, ...nowhere],
      ...twice(year(1984)),
    ),
  ).toEqual(["1 2", "6 7"]);
});

test("name and birth date, in one province", async () => {
  expect(
    await together(
      "name_and_birth_in_province",
      ...[{}, { given_key: "x" }, { name_key: "nguyen van anh" }, born("1984-04-27"), ...elsewhere, ...nowhere],
      ...[...twice({ name_key: null }), ...twice(year(1984)), ...twice({ unit_code: "VN" })],
    ),
  ).toEqual(["1 2 5 6", "7 8"]);
});

test("name, day and month of birth, in one commune, whatever the year", async () => {
  expect(
    await together(
      "name_and_day_in_commune",
      ...[{}, born("1948-04-26"), born("1984-05-26"), born("1984-04-25"), { name_key: "nguyen van anh" }, ...elsewhere],
      ...[...nowhere, ...twice({ name_key: null }), ...twice(year(1984))],
    ),
  ).toEqual(["1 2", "8 9"]);
});

test("name and year of birth, day and month in either order, in one province", async () => {
  expect(
    await together(
      "name_and_swapped_birth_in_province",
      ...[born("1984-04-12"), born("1984-12-04"), born("1984-05-12"), born("1984-04-11"), born("1985-04-12")],
      ...[
        { ...born("1984-12-04"), name_key: "nguyen van anh" },
        { ...born("1984-12-04"), unit_code: "25216" },
      ],
      ...[{ ...born("1984-12-04"), unit_code: "25999" }, ...twice({ ...born("1984-12-04"), unit_code: null })],
      // No month has the number 13: such a day can be swapped with none.
      ...[...twice(born("1984-04-13")), ...twice({ ...born("1984-12-04"), name_key: null }), ...twice(year(1984))],
    ),
  ).toEqual(["1 2 7"]);
});

test("name and year of birth, in one commune, whatever day", async () => {
  expect(
    await together(
      "name_and_year_in_commune",
      ...[
        {},
        year(1984),
        born("1984-12-31"),
        born("1985-04-26"),
        { name_key: "nguyen van anh" },
        ...elsewhere,
        ...nowhere,
      ],
      ...[...twice({ name_key: null }), ...twice(year(null))],
    ),
  ).toEqual(["1 2 3", "8 9"]);
});

test("last six digits of the number and given name, in one province; a short number is none", async () => {
  expect(
    await together(
      "number_and_given_name",
      ...[
        {},
        { id_digits: "285000999" },
        { id_digits: "070084100999" },
        { given_key: "binh" },
        { id_digits: "85000999" },
      ],
      ...[
        ...elsewhere,
        ...nowhere,
        ...twice({ given_key: null }),
        ...twice({ id_digits: null }),
        ...twice({ unit_code: "VN" }),
      ],
    ),
  ).toEqual(["1 2 6 7", "8 9"]);
});

const otherPhones: Someone[] = [
  ...[{ phone: "0912345679" }, ...twice({ phone: null }), ...twice({ phone: "12345678" })],
  ...[{ phone: "123456789" }, { phone: "123456789" }],
];

test("phone and year of birth, wherever they live; a short number is no phone", async () => {
  expect(
    await together(
      "phone_and_birth_year",
      ...[{}, { ...year(1984), unit_code: "25999", name_key: null }, born("1985-04-26"), ...twice(year(null))],
      ...otherPhones,
    ),
  ).toEqual(["1 2", "11 12"]);
});

test("phone, day and month of birth, whatever name and year", async () => {
  expect(
    await together(
      "phone_and_birthday",
      ...[{}, { ...born("1948-04-26"), unit_code: null, name_key: "x" }, born("1984-04-25"), born("1984-05-26")],
      ...[...twice(year(1984)), ...otherPhones],
    ),
  ).toEqual(["1 2", "12 13"]);
});

test("phone and given name, wherever they live", async () => {
  expect(
    await together(
      "phone_and_given_name",
      ...[{}, { ...year(null), unit_code: null }, { given_key: "binh" }, ...twice({ given_key: null }), ...otherPhones],
    ),
  ).toEqual(["1 2", "11 12"]);
});
