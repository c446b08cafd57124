import { accepted, type Case } from "./case.ts";
import { must, rows, under } from "./header.ts";
import { type Cells, person } from "./people.ts";
import type { Place } from "./place.ts";
import { csv, rowsOf, xlsx } from "./table.ts";
import { xls } from "./workbook.ts";

const apart = (table: Array<Array<string | null>>) =>
  table.map((row) => row.map((cell) => cell?.normalize("NFD") ?? null));
const noted = (note: string): Cells[] => [person({ note }), person()];
const withNote = [...must, "note"];

const one = (name: string, make: (place: Place) => Promise<string> | string, issues: string[]): Case => ({
  name: `accents apart: ${name}`,
  make,
  expected: accepted("person_record", 2, issues),
});

/** Letters whose accents are characters of their own, in every format; said once for each column. */
export const composedCases: Case[] = [
  one("CSV", (place) => place.write("a.csv", csv(rows(2)).normalize("NFD")), ["0 I NAME.NFD"]),
  one("quoted CSV", (place) => place.write("a.csv", csv(apart(rowsOf(withNote, noted('"trạm", xã'))))), [
    "0 I NAME.NFD",
  ]),
  one("XLSX", async (place) => place.write("a.xlsx", await xlsx(apart(rows(2)))), ["0 I NAME.NFD"]),
  one("XLS", (place) => place.write("a.xls", xls(apart(rows(2)))), ["0 I NAME.NFD"]),
  one("JSON", (place) => place.write("a.json", JSON.stringify(noted("Trạm").map(decomposed))), ["0 I NAME.NFD"]),
  one("the header alone", (place) => place.write("a.csv", under(must.map((text) => text.normalize("NFD")))), []),
  one("a mark that no letter takes", (place) => place.write("a.csv", csv(rowsOf(withNote, noted("q\u0323")))), []),
  one(
    "a column that is left out",
    (place) =>
      place.write(
        "a.csv",
        csv(
          rowsOf(
            [...must, "Quê"],
            noted("").map((row) => ({ ...row, Quê: "Hue\u0302" })),
          ),
        ),
      ),
    ["0 W FILE.HEADER_EXTRA"],
  ),
];

function decomposed(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell?.normalize("NFD") ?? null]));
}
