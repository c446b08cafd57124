import { accepted, type Case, refused } from "./case.ts";
import { type Cells, person, personColumns } from "./people.ts";
import { csv, rowsOf, xlsx } from "./table.ts";

const must = ["full_name", "birth_date", "sex", "id_number", "commune_code"];
const rows = (count: number, columns: readonly string[] = must) =>
  rowsOf(
    columns,
    Array.from({ length: count }, () => person()),
  );

/** People under a header written in other words. */
const under = (header: readonly string[], columns: readonly string[] = must, count = 2) =>
  csv([[...header], ...rows(count, columns).slice(1)]);

const headerOf = (name: string, header: readonly string[], issues: string[] = [], columns = must): Case => ({
  name,
  make: (place) => place.write("a.csv", under(header, columns)),
  expected: accepted("person_record", 2, issues),
});
const refusal = (
  name: string,
  content: string,
  code: Parameters<typeof refused>[0],
  rules: Case["rules"] = {},
): Case => ({
  name,
  rules,
  make: (place) => place.write("a.csv", content),
  expected: refused(code),
});

const importGroups = ["Tên vắc xin (*)", "Ngày tiêm (*)", "Lô vắc xin", "Địa điểm tiêm"];
const importUpper = [
  "STT",
  "Họ và tên (*)",
  "Ngày sinh (*)",
  "Giới tính (*)",
  "Số CMT/CCCD",
  "Mã xã (*)",
  "Mũi 1",
  null,
  null,
  null,
  "Mũi 2",
  null,
  null,
  null,
  "Ghi chú",
];
const importLower = [null, null, null, null, null, null, ...importGroups, ...importGroups, null];

function importRow(order: number, { full_name, birth_date, sex, id_number, commune_code }: Cells) {
  const shots = ["Pfizer", "02/08/2021", "FF2832", "Trạm Y tế", "Pfizer", "02/09/2021", "FF2833", "Trạm Y tế"];
  return [String(order), full_name, birth_date, sex, id_number, commune_code, ...shots, null];
}

const importForm = (count: number) => [
  ...Array.from({ length: 5 }, (_, at) => [`Ghi chú ${at + 1}: điền đủ các cột có dấu (*)`]),
  [],
  importUpper,
  importLower,
  ...Array.from({ length: count }, (_, at) => importRow(at + 1, person())),
];

/** Headers of every shape. */
export const headerCases: Case[] = [
  headerOf(
    "columns in another order",
    ["Mã xã", "Giới tính", "Họ và tên", "Số CMT/CCCD", "Ngày sinh"],
    [],
    ["commune_code", "sex", "full_name", "id_number", "birth_date"],
  ),
  headerOf("an English header", ["Full name", "Birth date", "Sex", "Identity number", "Commune code"]),
  headerOf("a header in capitals, with white space and marks", [
    " HỌ  VÀ TÊN (*) ",
    "NGÀY SINH #",
    "Giới tính:",
    "số cmt/cccd",
    "MÃ\u00A0XÃ (*)",
  ]),
  headerOf(
    "a header in decomposed letters",
    ["Họ và tên", "Ngày sinh", "Giới tính", "Số CMT/CCCD", "Mã xã"].map((text) => text.normalize("NFD")),
  ),
  headerOf(
    "other words of the field",
    ["Họ tên", "Ngày/tháng/năm sinh", "Giới", "số CMT/căn cước công dân", "Mã xã"],
    ["0 I FILE.HEADER_ALIAS"],
  ),
  headerOf(
    "an unknown column",
    [...must.slice(0, 4), "commune_code", "Màu tóc"],
    ["0 W FILE.HEADER_EXTRA"],
    [...must, "note"],
  ),
  headerOf("order numbers, and M1 and M2 as days", ["STT", ...must, "M1", "M2"], [], ["order", ...must, "m1", "m2"]),
  headerOf(
    "the columns of a returned workbook",
    [...must, "Mã vấn đề", "Hệ quả", "Giải thích và cách sửa", "Mã dòng gốc"],
    [],
    [...must, "a", "b", "c", "d"],
  ),
  refusal("a column twice", under([...must, "Họ và tên"], [...must, "full_name"]), "FILE.HEADER_REPEATED"),
  refusal(
    "a synonym of a column that is there",
    under([...must, "Họ tên"], [...must, "full_name"]),
    "FILE.HEADER_REPEATED",
  ),
  refusal(
    "a mandatory column missing",
    under(["full_name", "sex", "id_number", "commune_code"], ["full_name", "sex", "id_number", "commune_code"]),
    "FILE.HEADER_MISSING",
  ),
  refusal("no header", csv(rows(3).slice(1)), "FILE.HEADER_MISSING"),
  refusal("an unknown form", "a,b,c\n1,2,3\n", "FILE.HEADER_MISSING"),
  refusal("a header and no rows", `${must.join(",")}\n`, "FILE.EMPTY"),
  refusal("a header and blank rows", `${must.join(",")}\n,,,,\n\n,,,,\n`, "FILE.EMPTY"),
  refusal("another kind than was said", under(must), "FILE.HEADER_MISSING", { kind: "stock_return" }),
  {
    name: "a kind that was said and is right",
    rules: { kind: "person_record" },
    make: (place) => place.write("a.csv", under(must)),
    expected: accepted("person_record", 2),
  },
  {
    name: "optional columns missing: who has no number and no place is judged so",
    make: (place) => place.write("a.csv", csv(rows(1, ["full_name", "birth_date", "sex"]))),
    expected: [
      {
        status: "partially_accepted",
        kind: "person_record",
        account: { records_in: 1, quarantined: 1 },
        issues: ["1 C ID.MISSING", "1 Q UNIT.MISSING"],
      },
    ],
  },
  {
    name: "eleven lines of notes above the header",
    make: (place) => place.write("a.csv", csv([...Array.from({ length: 11 }, () => ["Ghi chú"]), ...rows(2)])),
    expected: accepted("person_record", 2),
  },
  {
    name: "the import form as a workbook: notes, two levels, doses side by side",
    make: async (place) => place.write("a.xlsx", await xlsx(importForm(2))),
    expected: accepted("person_record", 2),
  },
  {
    name: "the import form as CSV",
    make: (place) => {
      const [width, form] = [importUpper.length, importForm(2)];
      return place.write("a.csv", csv(form.map((row) => [...row, ...Array(width - row.length).fill(null)])));
    },
    expected: accepted("person_record", 2),
  },
];
export { must, personColumns, rows, under };
