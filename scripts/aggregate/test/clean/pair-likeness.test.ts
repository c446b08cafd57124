import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  await small.table("params", "review_score", "18");
  const places = ["25195, 689, 70", "25198, 689, 70", "25300, 690, 70", "30000, 800, 75"];
  await small.table(
    "unit_place",
    "unit_code, parent_code, province_code",
    ...places.map((place) => `'${place.replaceAll(", ", "', '")}'`),
  );
});

const plain = {
  full_name: "Nguyễn Văn Khánh" as string | null,
  birth_day: "1984-04-26" as string | null,
  birth_year: undefined as number | null | undefined,
  sex: "male" as string | null,
  id_digits: null as string | null,
  id_form: null as string | null,
  phone: "0900000001" as string | null,
  unit_code: "25195",
};
type Person = Partial<typeof plain>;

/** What each pair of people has in common, who are plain but for what is said. */
async function likeness(columns: string, ...pairs: [Person, Person][]): Promise<string[]> {
  const text = (value: unknown) => (value === null ? "null::varchar" : `'${value}'`);
  const row = (person: Person, key: number) => {
    const told = { ...plain, ...person };
    const name = `accentless(${text(told.full_name)})`;
    const year = told.birth_year === undefined ? Number(told.birth_day?.slice(0, 4) ?? 1984) : told.birth_year;
    return [
      ...[key, `'hs-${key}'`, text(told.full_name), name, `split_part(${name}, ' ', -1)`],
      ...[`cast(${text(told.birth_day)} as date)`, `cast(${year} as integer)`, text(told.sex), text(told.id_digits)],
      ...[
        text(told.id_form ?? (told.id_digits === null ? null : String(told.id_digits.length))),
        text(told.phone),
        text(told.unit_code),
      ],
    ].join(", ");
  };
  const told =
    "exact_key, record_key, full_name, name_key, given_key, birth_day, birth_year, sex, id_digits, id_form, phone, unit_code";
  await small.table("exact_person", told, ...pairs.flatMap(([a, b], at) => [row(a, 2 * at + 1), row(b, 2 * at + 2)]));
  await small.table("candidate_pair", "first_key, second_key", ...pairs.map((_, at) => `${2 * at + 1}, ${2 * at + 2}`));
  const found = await small.model("pair_likeness", `first_key, ${columns}`);
  return found.map((line) => line.slice(line.indexOf(" ") + 1));
}
const numbers = (found: string[]) => found.map(Number);

test("birth dates agree wholly, in part, with day and month swapped, or not", async () => {
  const day = (birth_day: string | null, birth_year?: number | null): Person => ({ birth_day, birth_year });
  const scores = await likeness(
    "birth_score",
    [{}, {}],
    [day(null, null), {}],
    [{}, day(null, null)],
    [{}, day(null, 1984)],
    [day(null, 1984), {}],
    [{}, day(null, 1985)],
    [day("1984-04-06"), day("1984-06-04")],
    [day("1984-04-06"), day("1985-06-04")],
    [day("1984-04-06"), day("1984-06-05")],
    [day("1984-04-06"), day("1984-07-04")],
    [{}, day("1984-04-27")],
    [{}, day("1984-05-26")],
    [{}, day("1985-04-26")],
    [{}, day("1984-05-27")],
    [{}, day("1985-04-27")],
    [{}, day("1985-05-26")],
    [{}, day("1985-05-27")],
  );
  expect(numbers(scores)).toEqual([14, 0, 0, 6, 6, -6, 11, -10, 0, 0, 6, 6, 6, 0, -10, -10, -10]);
});

test("sex, phone and place speak for a pair, against it or not at all", async () => {
  const elsewhere = (unit_code: string, phone: string | null = plain.phone): Person => ({ unit_code, phone });
  const scores = await likeness(
    "sex_score, phone_score, place_score",
    [{}, {}],
    [{ sex: null }, { phone: null }],
    [{ phone: null }, { sex: null }],
    [{ sex: "female" }, { phone: "0900000002" }],
    [{}, elsewhere("25198")],
    [{}, elsewhere("25300")],
    [{}, elsewhere("30000")],
    [{}, elsewhere("25198", null)],
    [{}, elsewhere("25300", "0900000002")],
    [{}, elsewhere("30000", null)],
    [{ phone: null }, elsewhere("25198", null)],
    [{}, elsewhere("99999")],
    [elsewhere("99999"), {}],
  );
  expect(scores).toEqual([
    ...["1 8 6", "0 0 6", "0 0 6", "-4 -2 6", "1 8 2", "1 8 0", "1 8 -10"],
    ...["1 0 -6", "1 -2 -6", "1 0 -10", "1 0 2", "1 8 0", "1 8 0"],
  ]);
});

const twelve = (id_digits: string, id_form = "12"): Person => ({ id_digits, id_form });

test("numbers of identity: the same, one slip, two, two people's, or not to be compared", async () => {
  const one = twelve("970084000123");
  const scores = await likeness(
    "id_score",
    [one, one],
    [one, twelve("970084000124")],
    [one, twelve("970084000132")],
    [one, twelve("970084000145")],
    [one, twelve("970048000132")],
    [one, twelve("970084000456")],
    [one, twelve("970084999123", "padded")],
    [twelve("970084123", "9"), twelve("970084999", "9")],
    [one, twelve("970084123", "9")],
    [twelve("970084123", "9"), one],
    [one, {}],
    [{}, {}],
  );
  expect(numbers(scores)).toEqual([2, 16, 16, -8, -8, -30, 0, -12, 0, 0, 0, 0]);
});

test("digits are compared letter by letter where the pair could still come to be reviewed", async () => {
  const slip = (...[a, b]: [Person, Person]): [Person, Person] => [
    { ...a, ...twelve("970084000123") },
    { ...b, ...twelve("970084000124") },
  ];
  const far = { birth_day: "1990-01-01", sex: "female" };
  const name = { full_name: "Trần Thị Bích" };
  const scores = await likeness(
    "id_score, birth_score + sex_score + phone_score + place_score",
    slip({ phone: null }, { ...far, ...name, phone: null, unit_code: "25300" }),
    slip({}, { ...far, ...name, sex: "male", phone: null, unit_code: "25198" }),
    slip({}, { ...far, phone: "0900000002", unit_code: "25198" }),
    slip({}, { ...far, phone: null, unit_code: "30000" }),
  );
  expect(scores).toEqual(["16 -14", "-30 -15", "16 -22", "-30 -24"]);
});

test("names are one, one but for accents, near, one in part, or not alike", async () => {
  const names = (one: string | null, other: string | null): [Person, Person] => [
    { full_name: one },
    { full_name: other },
  ];
  const found = await likeness(
    "names, first_name, second_name",
    names(null, "Lê An"),
    names("Lê An", null),
    names("Lê Hòa", "LÊ HOÀ"),
    names("Lê Hòa", "Le Hoa"),
    names("le hoa", "Lê Hòa"),
    names("Lê Hòa", "Lê Hóa"),
    names("Nguyễn Vna Khnáh", "Nguyễn Văn Khánh"),
    names("Nguyễn Văn Khánh", "Nguyễn Văn Khan"),
    names("Nguyễn Văn Kan", "Nguyễn Văn Khánh"),
    names("Nguyễn Văn Khánh", "Nguyễn Văn Klmán"),
    names("Lê Thanh", "Lê Thang"),
    names("Lê Hoàn", "Lê Hoài"),
    names("Nguyễn Văn An", "Nguyễn Thị Bích An"),
    names("Nguyễn Văn An", "Trần Thị Bích An"),
    names("Nguyễn Văn Hương", "Nguyễn Thị Bích"),
    names("Nguyễn Văn", "Nguyễn Văn Hương"),
    names("Nguyễn Văn Hương", "Nguyễn Văn"),
  );
  expect(found).toEqual([
    ...[
      "unknown ∅ ∅",
      "unknown ∅ ∅",
      "same le hoa le hoa",
      "without_accents le hoa le hoa",
      "without_accents le hoa le hoa",
    ],
    ...[
      "other_accents le hoa le hoa",
      "near nguyen vna khnah nguyen van khanh",
      "near nguyen van khanh nguyen van khan",
    ],
    ...[
      "near nguyen van kan nguyen van khanh",
      "other ∅ ∅",
      "near le thanh le thang",
      "other ∅ ∅",
      "part ∅ ∅",
      "other ∅ ∅",
    ],
    ...["other ∅ ∅", "part ∅ ∅", "part ∅ ∅"],
  ]);
});

test("names are compared letter by letter where the pair could still come to be reviewed", async () => {
  const one = twelve("970084000123");
  const slip = { full_name: "Nguyễn Văn Khánj", birth_day: "1984-05-27", phone: null };
  const found = await likeness(
    "names, birth_score + sex_score + phone_score + place_score",
    [{ phone: null }, { ...slip, sex: null, unit_code: "25198" }],
    [{ phone: null }, { ...slip, unit_code: "25300" }],
    [{ phone: null }, { ...slip, unit_code: "25198" }],
    [
      { phone: null, ...one },
      { ...slip, ...one, sex: null, unit_code: "25300" },
    ],
  );
  expect(found).toEqual(["near 2", "other 1", "near 3", "near 0"]);
});

test("an old number and a new one with all else the same are a changed number", async () => {
  const [old, changed] = [twelve("970084123", "9"), twelve("970084000999")];
  const found = await likeness(
    "id_changed",
    [old, changed],
    [changed, old],
    [old, { ...changed, full_name: "Nguyễn Văn Khanh" }],
    [old, { ...changed, full_name: "Nguyễn Văn Khang" }],
    [old, { ...changed, birth_day: "1984-04-27" }],
    [old, { ...changed, sex: "female" }],
    [old, { ...changed, unit_code: "25198" }],
    [old, { ...changed, phone: "0900000002" }],
    [old, old],
    [changed, changed],
    [old, twelve("70084000999", "padded")],
    [twelve("70084000999", "padded"), changed],
    [twelve("70084000999", "10"), changed],
    [twelve("70084000999", "10"), old],
  );
  expect(found).toEqual([true, true, true, ...Array(11).fill(false)].map(String));
});
