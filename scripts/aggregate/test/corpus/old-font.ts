import { tcvn3Bytes, vniBytes } from "../grid/legacy-bytes.ts";
import { accepted, type Case } from "./case.ts";
import { must, rows } from "./header.ts";
import { person } from "./people.ts";
import type { Place } from "./place.ts";
import { csv, rowsOf, xlsx } from "./table.ts";
import { xls } from "./workbook.ts";

type Table = Array<Array<string | null>>;
type Font = (text: string) => Buffer;

const titles = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CMT/CCCD", "Mã xã"];
const typed = (table: Table, font: Font) =>
  table.map((row) => row.map((cell) => (cell === null ? null : font(cell).toString("latin1"))));
const people = () => [titles, ...rows(20).slice(1)];
const large = () =>
  rowsOf(
    [...must, "note"],
    Array.from({ length: 60_000 }, () => person({ note: "Trạm Y tế xã" })),
  );

const one = (name: string, make: (place: Place) => Promise<string> | string, count = 20): Case => ({
  name: `an old font: ${name}`,
  make,
  expected: accepted("person_record", count, ["0 W FILE.ENCODING"]),
});

/** Vietnamese typed in the fonts of the 1990s and kept as Unicode, in every format. */
export const oldFontCases: Case[] = [
  one("TCVN3 in XLSX", async (place) => place.write("a.xlsx", await xlsx(typed(people(), tcvn3Bytes)))),
  one("VNI in XLSX, under a header in Unicode", async (place) =>
    place.write("a.xlsx", await xlsx([titles, ...typed(people().slice(1), vniBytes)])),
  ),
  one("VNI in XLS", (place) => place.write("a.xls", xls(typed(people(), vniBytes)))),
  one("TCVN3 in CSV of UTF-8", (place) => place.write("a.csv", csv(typed(people(), tcvn3Bytes)))),
  {
    ...one("TCVN3 in a large plain CSV", (place) => place.write("a.csv", csv(typed(large(), tcvn3Bytes))), 60_000),
    pool: "large old font",
  },
  {
    name: "no old font: two names from abroad in XLSX",
    make: async (place) => {
      const names = ["Noël Müller", "François Zoë"].map((full_name) => person({ full_name }));
      return place.write("a.xlsx", await xlsx(rowsOf(must, names)));
    },
    expected: accepted("person_record", 2),
  },
];
