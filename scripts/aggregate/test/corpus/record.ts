import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { accepted, type Case, partly, refused } from "./case.ts";
import { person } from "./people.ts";
import type { Place } from "./place.ts";

/** A Parquet file of what a select gives. */
async function parquet(place: Place, select: string): Promise<string> {
  const path = place.path("a.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (${select}) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

const typed = `select 'Phạm Thị Hoa' as full_name, date '1984-04-26' as birth_date, 1::tinyint as sex,
  70184600001::bigint as id_number, 25195::integer as commune_code, timestamp '2022-04-26 10:30:00' as "Giờ nhập"
  union all select null, null, null, null, null, null`;
const people = (count: number) => Array.from({ length: count }, () => person());
const text = (name: string, file: string, make: () => string, expected: Case["expected"]): Case => ({
  name,
  make: (place) => place.write(file, make()),
  expected,
});

/** Parquet and JSON. */
export const recordCases: Case[] = [
  {
    name: "Parquet with typed columns: a number that lost its zero, a record of nothing",
    make: (place) => parquet(place, typed),
    expected: accepted("person_record", 1, ["0 W FILE.HEADER_EXTRA", "1 W ID.PADDED"], { blank: 1 }),
  },
  {
    name: "Parquet cut off",
    make: async (place) => {
      const bytes = readFileSync(await parquet(place, typed));
      return place.write("a.parquet", bytes.subarray(0, bytes.length - 9));
    },
    expected: refused("FILE.UNREADABLE"),
  },
  {
    name: "Parquet without rows",
    make: (place) => parquet(place, `${typed} limit 0`),
    expected: refused("FILE.EMPTY"),
  },
  text("JSON", "a.json", () => JSON.stringify(people(2)), accepted("person_record", 2)),
  text(
    "NDJSON whose last record alone has a column",
    "a.ndjson",
    () => [...people(1), person({ note: "x" })].map((one) => JSON.stringify(one)).join("\n"),
    accepted("person_record", 2),
  ),
  text(
    "JSON that ends in the middle",
    "a.json",
    () => JSON.stringify(people(2)).slice(0, -20),
    refused("FILE.UNREADABLE"),
  ),
  text(
    "NDJSON with a broken line",
    "a.ndjson",
    () => `${JSON.stringify(person())}\n{"full_name": "x\n${JSON.stringify(person())}\n`,
    refused("FILE.UNREADABLE"),
  ),
  text(
    "a cell of a million characters, and one more",
    "a.json",
    () => JSON.stringify([1024 * 1024, 1024 * 1024 + 1].map((length) => person({ Khac: "x".repeat(length) }))),
    partly("person_record", { records_in: 2, accepted: 1, rejected: 1 }, [
      "0 W FILE.HEADER_EXTRA",
      "2 Q FILE.CELL_TOO_LARGE",
    ]),
  ),
  text("JSON that is no list of records", "a.json", () => "[[1, 2], [3]]", refused("FILE.UNREADABLE")),
];
