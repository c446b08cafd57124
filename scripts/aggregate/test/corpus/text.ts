import { tcvn3Bytes, vniBytes, windows1258Bytes } from "../grid/legacy-bytes.ts";
import { accepted, type Case, partly, refused } from "./case.ts";
import { must, rows, under } from "./header.ts";
import { dose, doseColumns, person } from "./people.ts";
import { csv, rowsOf } from "./table.ts";

const file = (name: string, make: () => string | Uint8Array, expected: Case["expected"], pool?: string): Case => ({
  name,
  make: (place) => place.write("a.csv", make()),
  expected,
  ...(pool === undefined ? {} : { pool }),
});
const converted = ["0 W FILE.ENCODING"];
const titles = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CMT/CCCD", "Mã xã"];
const people = (count = 20) => under(titles, must, count);
const lines = (count: number, then: (lines: string[]) => string[]) => () =>
  `${then(csv(rows(count)).trimEnd().split("\n")).join("\n")}\n`;
const swapBytes = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16();

/** Files above the size from which DuckDB reads plain text by itself, without our own reader. */
const long = (count: number) =>
  csv(
    rowsOf(
      [...must, "note"],
      Array.from({ length: count }, () => person({ note: "x".repeat(40) })),
    ),
  );
const doses = (count: number) => () =>
  csv(
    rowsOf(
      doseColumns,
      Array.from({ length: count }, () => dose()),
    ),
  );

/** Text files of every shape. */
export const textCases: Case[] = [
  file("an empty file", () => "", refused("FILE.EMPTY")),
  file("white space only", () => " \n\t\r\n \n", refused("FILE.EMPTY")),
  file("a byte order mark only", () => "\uFEFF", refused("FILE.EMPTY")),
  file("UTF-8 with a byte order mark", () => `\uFEFF${people(2)}`, accepted("person_record", 2)),
  file("UTF-16LE", () => Buffer.from(`\uFEFF${people(2)}`, "utf16le"), accepted("person_record", 2, converted)),
  file("UTF-16BE", () => swapBytes(people(2)), accepted("person_record", 2, converted)),
  file("windows-1258", () => windows1258Bytes(people()), accepted("person_record", 20, converted)),
  file("TCVN3", () => tcvn3Bytes(people()), accepted("person_record", 20, converted)),
  file("VNI", () => vniBytes(people()), accepted("person_record", 20, converted)),
  file("NUL bytes", () => csv(rows(3)).replace("Nguyễn", "Ngu\0yễn"), refused("FILE.ENCODING_UNKNOWN")),
  file(
    "bytes of no encoding",
    () => Buffer.concat([Buffer.from(csv(rows(3))), Buffer.from([0xff, 0xfe, 0x81, 0x0a])]),
    refused("FILE.ENCODING_UNKNOWN"),
  ),
  file("semicolons", () => csv(rows(2), { delimiter: ";" }), accepted("person_record", 2)),
  file("tabs", () => csv(rows(2), { delimiter: "\t" }), accepted("person_record", 2)),
  file("Excel's sep=;", () => `sep=;\n${csv(rows(2), { delimiter: ";" })}`, accepted("person_record", 2)),
  file("line ends of Windows", () => csv(rows(2), { lineEnd: "\r\n" }), accepted("person_record", 2)),
  file("line ends of old Macs", () => csv(rows(2), { lineEnd: "\r" }), accepted("person_record", 2)),
  file("no line end at the end", () => csv(rows(2)).trimEnd(), accepted("person_record", 2)),
  file(
    "blank lines between rows",
    lines(4, ([header = "", one = "", ...rest]) => [header, one, "", ",,,,", " , ,,,", ...rest]),
    accepted("person_record", 4, [], { blank: 3 }),
  ),
  file(
    "a line too short and one too long",
    lines(4, ([header = "", one = "", ...rest]) => [header, one, "Trần Thị Bé,1984", `${rest[0]},thừa`, ...rest]),
    partly("person_record", { records_in: 6, accepted: 4, rejected: 2 }, ["2 Q LINE.REJECTED", "3 Q LINE.REJECTED"]),
  ),
  file(
    "a quote that never ends, in line 2 of 100,000",
    lines(100_000, ([header = "", one = "", ...rest]) => [header, `"${one}`, ...rest]),
    partly("person_record", { records_in: 100_000, accepted: 99_999, rejected: 1 }, ["1 Q LINE.REJECTED"]),
    "bad quote",
  ),
  file(
    "a cell of 20 MB",
    lines(3, ([header = "", one = "", ...rest]) => [
      header,
      one,
      `${"x".repeat(20 * 1024 * 1024)},1984,0,,25195`,
      ...rest,
    ]),
    partly("person_record", { records_in: 4, accepted: 3, rejected: 1 }, ["2 Q FILE.CELL_TOO_LARGE"]),
    "20 MB",
  ),
  file(
    "a line of two megabytes, each of its cells short",
    lines(3, ([header = "", one = "", ...rest]) => [header, one, `${"x".repeat(999)},`.repeat(2000), ...rest]),
    partly("person_record", { records_in: 4, accepted: 3, rejected: 1 }, ["2 Q LINE.REJECTED"]),
  ),
  file(
    "the same line twice",
    lines(2, (all) => [...all, all[1] ?? ""]),
    accepted("person_record", 2, ["3 I DUPLICATE.LINE"], { exact_duplicates: 1 }),
  ),
  file(
    "65,536 rows and not one more",
    () => csv(rows(65_535)),
    accepted("person_record", 65_535, ["0 W FILE.ROW_LIMIT"]),
    "65,536",
  ),
  {
    ...file("a large plain file of people", () => long(64_000), accepted("person_record", 64_000), "large people"),
  },
  {
    ...file(
      "65,536 lines of a large plain file",
      doses(65_535),
      accepted("dose_record", 65_535, ["0 W FILE.ROW_LIMIT"]),
      "large doses",
    ),
  },
  file(
    "quotes, line ends and delimiters in a cell",
    () => csv(rowsOf([...must, "note"], [{ ...person(), note: 'a "b", c\nd; e' }])),
    accepted("person_record", 1),
  ),
];
