import { beforeAll, expect, test } from "vitest";
import { defineDayWritten } from "../../src/day-written.ts";
import { smallTables } from "../clean/small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables("");
  await defineDayWritten(small.db);
  await small.db.run("create macro id_province_listed(code) as code in (1, 70)");
});

/** What is read of rows, each as "id number|birth date|sex|name", in their order; ∅ is a blank cell. */
async function read(columns: string, ...rows: string[]): Promise<string[]> {
  const cells = (row: string) =>
    row.split("|").map((cell) => (cell === "∅" ? "null::varchar" : `'${cell.replaceAll("'", "''")}'`));
  await small.table(
    "read_row",
    "record, id_number, birth_date, sex, full_name",
    ...rows.map((row, at) =>
      [at + 1, ...cells(row), ...["null::varchar", "null::varchar", "null::varchar"].slice(cells(row).length - 1)].join(
        ", ",
      ),
    ),
  );
  const lines = await small.model("read_person", `record, ${columns}`);
  return lines.map((line) => line.replace(/^\d+ /, ""));
}
const born = (...dates: string[]) =>
  read("birth_day::varchar, birth_period::varchar", ...dates.map((date) => `∅|${date}`));
const form = (...numbers: string[]) => read("id_form", ...numbers);

test("a birth date is a day in any of its spellings, or else a month or a year by its first day", async () => {
  expect(await born("15/03/1984", "1984-03-15", "5/3/1984", "5.3.1984", "05-3-1984")).toEqual([
    ...["1984-03-15 ∅", "1984-03-15 ∅", "1984-03-05 ∅", "1984-03-05 ∅", "1984-03-05 ∅"],
  ]);
  expect(await born("1984", "03/1984", "3-1984", "3.1984")).toEqual([
    ...["∅ 1984-01-01", "∅ 1984-03-01", "∅ 1984-03-01", "∅ 1984-03-01"],
  ]);
});

test("what the calendar does not have, and what is no date, is neither", async () => {
  expect(await born("31/02/1984", "1984-02-31", "31.2.1984", "13/1984", "15/03/84", "1984-03", "19845", "∅")).toEqual(
    Array.from({ length: 8 }, () => "∅ ∅"),
  );
});

test("a number is cleaned of the marks that people and Excel leave, and only then kept beside the number as sent", async () => {
  const marked = [
    "'070084000999",
    "’070084000999",
    "070 084 000 999",
    "070.084.000-999",
    "070\u00a0084000999",
    "070084000999.0",
  ];
  expect(await read("id_cleaned, id_form", ...marked)).toEqual(marked.map(() => "070084000999 12"));
  expect(
    await read("id_cleaned, id_form", "070084000999", "∅", "07008400099.00", "_070084000999", "070_084_000_999"),
  ).toEqual([...["∅ 12", "∅ missing", "0700840009900 other", "_070084000999 other", "070_084_000_999 other"]]);
});

test("of 12 digits come the province, whether it is one, and the century, sex and year of birth; of no other number", async () => {
  expect(
    await read(
      "id_form, id_province_known, id_born",
      "070084000999",
      "071184000999",
      "001305123456",
      "070000000000",
      "069999999999",
      "070084999999",
      "280123456",
      "12345678",
    ),
  ).toEqual([
    ...["12 true 84", "12 false 184", "12 true 305", "12 true 0", "12 false 999", "12 true 84", "9 ∅ ∅", "8 ∅ ∅"],
  ]);
});

test("numbers of 12, 9 and 8 digits have a form; those of any other length have none", async () => {
  expect(
    await form("1234567", "12345678", "012345678", "2801234567", "28012345678", "070084000999", "0700840009991"),
  ).toEqual([...["other", "8", "9", "other", "other", "12", "other"]]);
});

test("10 or 11 digits are padded where with their zeros they fit a province, the year of birth and the sex", async () => {
  const fits = [
    "70084000999|15/03/1984|male",
    "1184000999|1984|female",
    "70201000999|01/2001|male",
    "1301000999|2001|female",
    "70200000999|2000|male",
    "70199000999|1999|female",
  ];
  expect(await read("id_form, id_province_known, id_born", ...fits)).toEqual(fits.map(() => "padded ∅ ∅"));
  expect(
    await form(
      ...["70084000999|1985|male", "70084000999|1984|female", "71084000999|1984|male", "70084000999|∅|male"],
      ...["70084000999|1984", "01084000999|1984|male", "070084000999|1985|female"],
    ),
  ).toEqual(["other", "other", "other", "other", "other", "other", "12"]);
});

test("what stands for no number is a placeholder: a word for it, digits in a row, one digit over and over", async () => {
  const words = [
    "Không",
    "không có",
    "KHÔNG CÓ",
    "Chưa có",
    "chưa",
    "ko",
    "Ko có",
    "k",
    "x",
    "NA",
    "n/a",
    "null",
    "None",
    "-",
    ".",
  ];
  expect(await form(...words)).toEqual(words.map(() => "placeholder"));
  const rows = [
    "123456789012",
    "012345678901",
    "123456789",
    "1234567890",
    "0123456789",
    "0",
    "00",
    "000",
    "000000000000",
    "123.456.789.012",
  ];
  expect(await form(...rows)).toEqual(rows.map(() => "placeholder"));
  const repeated = ["11111111", "999999999", "5555555555", "77777777777", "111111111111", "1111111111111"];
  expect(await form(...repeated)).toEqual(repeated.map(() => "placeholder"));
  expect(await form("9999999", "111111111112", "111211111111", "không biết", "abc")).toEqual([
    ...["other", "12", "12", "other", "other"],
  ]);
  expect(await read("id_province_known, id_born", "111111111111")).toEqual(["∅ ∅"]);
});

test("digits that Excel threw away are told from passports, and both from what is neither", async () => {
  expect(await form("7.0085E+10", "7,0085e10", "7E+10", "7.0085E-10", "E10")).toEqual([
    ...["scientific", "scientific", "scientific", "other", "other"],
  ]);
  expect(await form("B123456", "b 1234567", "AB12345678", "B12345", "B123456789", "ABC123456", "B1234567X")).toEqual([
    ...["passport", "passport", "passport", "other", "other", "other", "other"],
  ]);
});

/** The rows, by their place, that have one person key; those without one stand last. */
async function samePeople(...rows: string[]): Promise<string[]> {
  const keys = await read("person_key", ...rows);
  const groups = Map.groupBy(keys.keys(), (at) => keys[at]);
  const told = [...groups].filter(([key]) => key !== "∅").map(([, places]) => places.map((at) => at + 1).join(" "));
  return [...told, `none ${(groups.get("∅") ?? []).map((at) => at + 1).join(" ")}`];
}

test("one usable number is one person, whatever else is written; 8 digits are none", async () => {
  expect(
    await samePeople(
      ...[
        "070084000999|1984|male|Nguyễn Văn An",
        "070.084.000.999|1985|male|Trần Bình",
        "280123456|∅|∅|An",
        "280 123 456",
        "070084000998",
        "280123457",
      ],
      ...[
        "12345678|1984|male|Nguyễn Văn An",
        "12345678|1984|male|Trần Bình",
        "12345678|∅|male|Trần Bình",
        "∅|1984|male|∅",
      ],
    ),
  ).toEqual(["1 2", "3 4", "5", "6", "7", "8", "none 9 10"]);
});

test("without a number, one name and birth date are one person, as far as the date is known", async () => {
  const an = "|male|Nguyễn Văn An";
  expect(
    await samePeople(
      ...[`∅|01/01/1984${an}`, "0|1984-01-01|female|NGUYEN  VAN AN", `∅|1984${an}`, `∅|01/1984${an}`, `x|1/1984${an}`],
      ...[`∅|02/01/1984${an}`, "∅|1984|male|Nguyễn Văn Ân", "∅|1984|male|Nguyễn Văn Bình"],
    ),
  ).toEqual(["1 2", "3 7", "4 5", "6", "8", "none "]);
});

test("a row keeps its columns and its name without accents, and nothing of the way there", async () => {
  await small.table(
    "read_row",
    "record, id_number, birth_date, sex, full_name, phone",
    "7, '280123456', '1984', 'male', 'Đặng  Thị Ý', '09'",
  );
  expect(await small.model("read_person", "* exclude (person_key)")).toEqual([
    "7 280123456 1984 male Đặng  Thị Ý 09 ∅ Sun Jan 01 1984 00:00:00 GMT+0000 (Coordinated Universal Time) ∅ ∅ ∅ 9 dang thi y",
  ]);
});
