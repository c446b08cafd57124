import { expect, test } from "vitest";
import { findings } from "./given.ts";
import { dose, person } from "./rows.ts";
import { rule } from "./rule.ts";

const one = (changes = {}, more = {}) => ({ person_record: [person(changes)], ...more });

rule("identity/id_missing", {
  passes: one(),
  fails: [one({ id_number: null }), "1 id_number: ∅ | 12 or 9 digits"],
  // A foreigner's passport stands in for the number, a phone does not.
  boundary: [
    {
      person_record: [
        person({ id_number: null, passport_number: "B1234567" }),
        person({ id_number: null, phone: "0900000000" }),
      ],
    },
    "2 id_number",
  ],
});

rule("identity/id_placeholder", {
  passes: one({ id_number: "285123456" }),
  fails: [
    {
      person_record: [
        "000000000000",
        "123456789012",
        "012345678901",
        "123456789",
        "0",
        "111111111",
        "-",
        "Không có",
      ].map((id_number) => person({ id_number })),
    },
    ..."12345678".split("").map((record) => `${record} id_number`),
  ],
  boundary: [
    { person_record: [person({ id_number: "999999999999" }), person({ id_number: "999999999998" })] },
    "1 id_number: 999999999999",
  ],
});

rule("identity/id_format", {
  passes: {
    person_record: [person(), person({ id_number: "285 123 456" }), person({ id_number: "'070.084-000 999" })],
  },
  fails: [one({ id_number: "07008400099" }), "1 id_number: 07008400099 | 12 or 9 digits"],
  // A passport in this column is wrong, unless the passport column says that it is one; 13 digits are one too many. What is
  // longer than the column takes has an issue already.
  boundary: [
    {
      person_record: [
        person({ id_number: "B1234567" }),
        person({ id_number: "B1234567", passport_number: "B1234567" }),
        person({ id_number: "0700840009991" }),
        person({ id_number: "070084000999.0" }),
        person({ id_number: "?".repeat(50) }),
        person({ id_number: "?".repeat(51) }),
      ],
    },
    "1 id_number: B1234567 | 12 or 9 digits; a passport number has its own column",
    "3 id_number: 0700840009991",
    "5 id_number: ?????",
  ],
});

rule("identity/id_scientific", {
  passes: one(),
  fails: [one({ id_number: "7.0085E+10" }), "1 id_number: 7.0085E+10 | all 12 or 9 digits"],
  boundary: [
    {
      person_record: [
        person({ id_number: "7,0085e10" }),
        person({ id_number: "E1234567" }),
        person({ id_number: "7E" }),
      ],
    },
    "1 id_number: 7,0085e10",
  ],
});

rule("identity/id_military", {
  passes: one(),
  fails: [one({ id_number: "12345687" }), "1 id_number: 12345687"],
  boundary: [
    {
      person_record: [
        person({ id_number: "1234568" }),
        person({ id_number: "12 345 687" }),
        person({ id_number: "285123456" }),
      ],
    },
    "2 id_number: 12 345 687",
  ],
});

rule("identity/id_padded", {
  // The same digits with another birth year, another sex or no birth date propose nothing.
  passes: {
    person_record: [
      person(),
      person({ id_number: "70084000999", birth_date: "26/04/1985" }),
      person({ id_number: "70084000999", sex: "1" }),
      person({ id_number: "70084000999", birth_date: null }),
    ],
  },
  fails: [one({ id_number: "70084000999" }), "1 id_number: 70084000999 | 070084000999"],
  // Province 001 loses two zeros; 003 is no province.
  boundary: [
    {
      person_record: [
        person({ id_number: "1084000999" }),
        person({ id_number: "3084000999" }),
        person({ id_number: "084000999" }),
      ],
    },
    "1 id_number: 1084000999 | 001084000999",
  ],
});

rule("identity/id_province", {
  passes: one(),
  fails: [one({ id_number: "003084000999" }), "1 id_number: 003084000999"],
  // Countries are 101 to 295; 970 is a province in a report of synthetic data only.
  boundary: [
    {
      person_record: ["100084000999", "101084000999", "295084000999", "296084000999", "970084000999"].map((id_number) =>
        person({ id_number }),
      ),
    },
    "1 id_number: 100084000999",
    "4 id_number: 296084000999",
    "5 id_number: 970084000999",
  ],
});

rule("identity/id_province", {
  passes: one({ id_number: "970084000999" }, { synthetic: true }),
  fails: [one({ id_number: "903084000999" }, { synthetic: true }), "1 id_number: 903084000999"],
  boundary: [
    { person_record: [person({ id_number: "996084000999" }), person({ id_number: "997084000999" })], synthetic: true },
    "2 id_number: 997084000999",
  ],
});

rule("identity/id_year", {
  passes: { person_record: [person(), person({ birth_date: "1984" }), person({ birth_date: null })] },
  fails: [
    one({ birth_date: "26/04/1985" }),
    "1 id_number: 070084000999 | a number of somebody born in 1985 (this one says 1984)",
  ],
  // Fourth digit 0 is the 1900s, 2 the 2000s.
  boundary: [
    {
      person_record: [
        person({ id_number: "070000000999", birth_date: "31/12/1900" }),
        person({ id_number: "070200000999", birth_date: "01/01/2000" }),
        person({ id_number: "070000000999", birth_date: "01/01/2000" }),
      ],
    },
    "3 id_number: 070000000999",
  ],
});

rule("identity/id_sex", {
  passes: { person_record: [person(), person({ sex: null }), person({ sex: "khác" })] },
  fails: [one({ sex: "1" }), "1 id_number: 070084000999 | an odd fourth digit (female)"],
  boundary: [
    {
      person_record: [
        person({ id_number: "070301000999", birth_date: "2001", sex: "1" }),
        person({ id_number: "070301000999", birth_date: "2001", sex: "0" }),
      ],
    },
    "2 id_number: 070301000999 | an even fourth digit (male)",
  ],
});

rule("identity/name_chars", {
  passes: {
    person_record: ["Nguyễn Thị Đào", "Y-Bhĭm Êban", "H' Ƀlŏ", "Ðặng Văn B.", "Вера", "李明"].map((full_name) =>
      person({ full_name }),
    ),
  },
  fails: [one({ full_name: "Nguy?n V?n M?u" }), "1 full_name: Nguy?n V?n M?u | letters and spaces only"],
  boundary: [
    {
      // A name longer than the column takes has an issue already.
      person_record: ["O’Brien", "Nguyễn Văn 2", "Nguyễn, Văn", "2".repeat(200), "2".repeat(201)].map((full_name) =>
        person({ full_name }),
      ),
    },
    "2 full_name: Nguyễn Văn 2",
    "3 full_name: Nguyễn, Văn",
    "4 full_name: 2222",
  ],
});

rule("identity/name_test", {
  passes: { person_record: ["Nguyễn Văn An", "Trần Thị Bê"].map((full_name) => person({ full_name })) },
  fails: [one({ full_name: "TEST 01" }), "1 full_name: TEST 01"],
  boundary: [
    {
      person_record: ["Nguyễn Văn A", "Nguyễn Văn Á", "Đỗ Testa", "xxxx", "Thử nghiệm", "X", "Xx", "Mẫu"].map(
        (full_name) => person({ full_name }),
      ),
    },
    "1 full_name",
    "2 full_name",
    "4 full_name",
    "5 full_name",
    "7 full_name: Xx",
  ],
});

/** Person records of these names, or born on these days. */
const called = (...names: string[]) => ({ person_record: names.map((full_name) => person({ full_name })) });
const born = (...days: string[]) => ({ person_record: days.map((birth_date) => person({ birth_date })) });

rule("identity/name_chars", {
  // Other scripts have the same marks beside and above their letters.
  passes: called("Анна-Мария О'Нил", "О’Нил Мл.", "សុខ"),
  fails: [called("Вера 2", "Анна/Мария"), ...["1 full_name: Вера 2", "2 full_name: Анна/Мария"]],
  boundary: [called("Nguyễn_Mẫu", "Nguyễn"), "1 full_name: Nguyễn_Mẫu"],
});

rule("identity/name_test", {
  // A word that begins, ends or goes on otherwise is another; so is what stands beside a longer name or another surname.
  passes: called(
    ...["Abcde", "Latest", "Demon", "Xyza", "Asdfa", "Qwer", "X X"],
    ...["Nguyễn Văn D", "Nguyễn Văn Ca", "Hoàng Văn A", "Nguyễn Đức A", "Mai Nguyễn Văn A", "Nguyễn Văn A Thi"],
    ...["Lê Thử Nghiệm", "Thử Nghiệm Viên", "Lê Không Tên", "Không Tên Tuổi", "Lê Chưa Rõ Tên", "Chưa Rõ Tên Tuổi"],
    ...["Nguyễn Văn Ca 2", "2 Thử Nghiệm", "Thử Nghiệm 2"],
  ),
  // Whatever the case and the accents, at either end of the name and within it.
  fails: [
    called(
      ...["Abc", "abcd Nguyễn", "Nguyễn ABC", "Nguyễn xyz", "Nguyễn Asdf Văn", "Nguyễn Qwe", "QWERTY Nguyễn"],
      ...["Nguyễn Đemo", "demo Nguyễn", "Nguyễn Tést", "Nguyễn Thị C", "Trần Văn B", "Lê Thị A", "Tran Thi B"],
      ...["Không tên", "Chưa rõ tên", "thu nghiêm", "Không  Tên", "Chưa  Rõ Tên", "Chưa Rõ  Tên", "Thử  Nghiệm"],
    ),
    ...Array.from({ length: 21 }, (_, at) => `${at + 1} full_name`),
  ],
  // A name with other characters is read in full, and so is one whose letters have accents that nobody expects.
  boundary: [
    called("Test 01", "Abc?", "Nguyễn 2 Demo", "Abcđ Lê", "Lê Xýz", "Asđf Lê", "Lê Qwẹrtỷ", "Chứà Rõ Tên"),
    ...["1 full_name: Test 01", "3 full_name: Nguyễn 2 Demo", "4 full_name: Abcđ Lê", "5 full_name: Lê Xýz"],
    ...["6 full_name: Asđf Lê", "7 full_name: Lê Qwẹrtỷ", "8 full_name: Chứà Rõ Tên"],
  ],
});

rule("identity/birth_invalid", {
  passes: {
    person_record: ["26/04/1984", "1984", "4/1984", "1984-04-26", "khoảng 1984"].map((birth_date) =>
      person({ birth_date }),
    ),
  },
  fails: [one({ birth_date: "31/02/2000" }), "1 birth_date: 31/02/2000 | a day of the calendar"],
  boundary: [
    {
      person_record: ["29/02/2000", "29.2.1900", "13/1984", "12/1984", "1984-02-30"].map((birth_date) =>
        person({ birth_date }),
      ),
    },
    "2 birth_date: 29.2.1900",
    "3 birth_date: 13/1984",
    "5 birth_date: 1984-02-30",
  ],
});

rule("identity/birth_invalid", {
  // A digit too many or too few makes a text that is no date at all.
  passes: born(
    ...["311/02/2000", "31/021/2000", "31/02/200", "31/02/20000", "/02/2000", "31//2000", "131/1984", "13/198"],
    ...["13/19845", "/1984", "198-02-30", "19845-02-30", "1984-2-30", "1984-021-30", "1984-02-3", "1984-02-301"],
  ),
  // Dots and hyphens part days as strokes do, and zeros may be left out.
  fails: [
    born("31.02.2000", "31-02-2000", "31.02/2000", "31/2/2000", "1/13/2000", "13.1984", "13-1984", "0/1984"),
    ..."12345678".split("").map((record) => `${record} birth_date`),
  ],
  boundary: [born("31/01/2000", "32/01/2000", "31/12/1984", "31/13/1984"), ...["2 birth_date", "4 birth_date"]],
});

rule("day/birth_future", {
  passes: one(),
  fails: [one({ birth_date: "01/05/2022" }), "1 birth_date: 01/05/2022 | up to 2022-04-26"],
  // A year or month that has begun may have begun before the birth.
  boundary: [
    {
      person_record: ["26/04/2022", "27/04/2022", "2022", "04/2022", "05/2022"].map((birth_date) =>
        person({ birth_date }),
      ),
    },
    "2 birth_date",
    "5 birth_date",
  ],
});

rule("day/birth_age", {
  passes: one(),
  fails: [one({ birth_date: "01/01/1890" }), "1 birth_date: 01/01/1890 | after 1901-04-26"],
  // On 26-4-2022 somebody born on 26-4-1901 turns 121; of the year 1901 most are still 120.
  boundary: [
    { person_record: ["26/04/1901", "27/04/1901", "1901", "1900"].map((birth_date) => person({ birth_date })) },
    "1 birth_date",
    "4 birth_date",
  ],
});

rule("identity/birth_precision", {
  passes: one(),
  fails: [one({ birth_date: "1984" }), "1 birth_date: 1984 | dd/mm/yyyy"],
  boundary: [
    { person_record: ["01/01/1984", "01/1984", "84"].map((birth_date) => person({ birth_date })) },
    "2 birth_date: 01/1984",
  ],
});

rule("identity/name_and_birth_missing", {
  passes: one(),
  fails: [one({ full_name: null, birth_date: null }), "1 full_name: ∅ | a name or a birth date"],
  boundary: [
    {
      person_record: [person({ full_name: null }), person({ birth_date: null })],
      dose_record: [dose({ input_file: "b.csv", full_name: null, birth_date: null })],
    },
    "b.csv:1 full_name",
  ],
});

const names = { province: "Bình Phước", district: "Đồng Xoài", commune: "Tân Thành" };
const byName = { ...names, province_code: null, district_code: null, commune_code: null };
const match = (changes: object) => [
  { ...names, edition: "2022", unit_code: null, status: "unknown", candidates: null, ...changes },
];

rule("identity/unit_unknown", {
  passes: one(),
  fails: [one({ commune_code: "99999" }), "1 commune_code: 99999 | a commune of edition 2022, such as 00001"],
  // A code that lost its zeros is known: 00001 is Phúc Xá. A district alone is a unit too; a code of 2022 is none of 2025.
  boundary: [
    {
      person_record: [
        person({ commune_code: "1" }),
        person({ commune_code: null }),
        person({ commune_code: null, district_code: "999" }),
        person(byName),
        person({ ...byName, commune: null }),
        person({ province_code: "99", district_code: null, commune_code: null }),
        person({ ...byName, commune: null, district: null }),
      ],
    },
    "3 district_code: 999",
    "4 commune: Tân Thành",
    "5 district: Đồng Xoài",
    "6 province_code: 99",
    "7 province: Bình Phước",
  ],
});

rule("identity/unit_unknown", {
  // The example is of the report's edition: 00001 is in no later one, and 00004 has two names.
  passes: one({ commune_code: "00004" }, { edition: "2025" }),
  fails: [
    one({ commune_code: "99999" }, { edition: "2025" }),
    "1 commune_code: 99999 | a commune of edition 2025, such as 00004 (",
  ],
  boundary: [one({ commune_code: "00001" }, { edition: "2025" }), "1 commune_code: 00001"],
});

rule("identity/unit_missing", {
  passes: one(),
  fails: [one({ province_code: null, district_code: null, commune_code: null }), "1 commune_code: ∅"],
  boundary: [one({ district_code: null, commune_code: null })],
});

rule("identity/unit_ambiguous", {
  passes: one(byName, { unit_match: match({ status: "found", unit_code: "25210" }) }),
  fails: [
    one(byName, { unit_match: match({ status: "ambiguous", candidates: "25210, 25432" }) }),
    "1 commune: Tân Thành, Đồng Xoài, Bình Phước | one of the codes 25210, 25432",
  ],
  // A known code decides whatever the names say.
  boundary: [
    one(
      { ...byName, commune_code: "25195" },
      { unit_match: match({ status: "ambiguous", candidates: "25210, 25432" }) },
    ),
  ],
});

// The names of a residence that is written to the district, to the province, and with a district's unknown code.
const toDistrict = { ...byName, commune: null };
const toProvince = { ...toDistrict, district: null };
const partly = [person(toDistrict), person(toProvince), person({ ...toProvince, district_code: "999" })];
const matches = (changes: object) => [
  ...[{ commune: null }, { commune: null, district: null }].flatMap((less) => match({ ...less, ...changes })),
];

test("the last written of commune, district and province is blamed for a name", async () => {
  const blamed = async (check: string, changes: object) =>
    (await findings(check, { person_record: partly, unit_match: matches(changes) })).map((found) => found.column_name);
  const columns = ["district", "province", "district_code"];
  expect(await blamed("identity/unit_ambiguous", { status: "ambiguous", candidates: "70, 75" })).toEqual(columns);
  expect(await blamed("identity/unit_matched", { status: "found", unit_code: "70" })).toEqual(columns);
});

test("what is expected of a number depends on who it is of, in Vietnamese as well", async () => {
  const expected = async (check: string, ...changes: object[]) =>
    (await findings(check, { person_record: changes.map((change) => person({ ...change })) })).map(
      (found) => found.expected_vi,
    );
  const born = { id_number: "070301000999", birth_date: "2001" };
  expect(await expected("identity/id_sex", { sex: "1" }, { ...born, sex: "0" })).toEqual([
    ...["chữ số thứ tư lẻ (nữ)", "chữ số thứ tư chẵn (nam)"],
  ]);
  expect(await expected("identity/id_format", { id_number: "07008400099" }, { id_number: "B1234567" })).toEqual([
    ...["12 hoặc 9 chữ số", "12 hoặc 9 chữ số; số hộ chiếu ghi ở cột riêng"],
  ]);
  const found = { person_record: [person(byName)], unit_match: match({ status: "found", unit_code: "25210" }) };
  // In the edition of 2025 the same code is Đồng Xoài.
  expect(await findings("identity/unit_matched", found)).toMatchObject([{ expected_vi: "Phường Tiến Thành (25210)" }]);
  expect(await expected("identity/id_year", { birth_date: "26/04/1985" })).toEqual([
    "số của người sinh năm 1985 (số này ghi 1984)",
  ]);
});

rule("identity/unit_matched", {
  passes: one(names),
  fails: [
    one(byName, { unit_match: match({ status: "found", unit_code: "25210" }) }),
    "1 commune: Tân Thành, Đồng Xoài, Bình Phước | ",
  ],
  // Under a known district the full name is enough; the bare name is not.
  boundary: [
    {
      person_record: [
        person({ commune_code: null, commune: "Phường Tân Phú" }),
        person({ commune_code: null, commune: "Tân Phú" }),
      ],
    },
    "1 commune: Phường Tân Phú | ",
  ],
});
