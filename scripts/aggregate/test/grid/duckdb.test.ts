import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { cellsOf, given, gridOf, pathOf, refusalOf, rowsOf } from "./given.ts";

async function parquet(select: string): Promise<string> {
  const path = pathOf("a.parquet");
  const instance = await DuckDBInstance.create(":memory:", { autoinstall_known_extensions: "false" });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  await connection.run(`copy (${select}) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

describe("Parquet", () => {
  test("column names are row 1; every type becomes plain text", async () => {
    const path = await parquet(`select 'Ho\u0323 ' as "Họ tên", encode('Hà') as id, 70085000123::bigint as big,
      70085000123.0::double as d, 1e21::double as huge, 0.1::float as f, 1.50::decimal(9,2) as money, true as yes,
      date '2022-04-26' as day, timestamp '2022-04-26 00:00:00' as midnight, timestamp '2022-04-26 10:30:00.5' as t,
      timestamptz '2022-04-26 10:30:00+00' as tz, [1, 2] as list, {'a': 'ạ'} as struct, null::varchar as none, ' ' as blank`);
    const rows = await rowsOf(path);
    expect(rows[0]?.cells.slice(0, 3)).toEqual(["Họ tên", "id", "big"]);
    expect(rows[1]).toEqual({
      row: 2,
      cells: [
        ...["Họ", "Hà", "70085000123", "70085000123", "1000000000000000000000", "0.1", "1.50", "true"],
        ...["2022-04-26", "2022-04-26", "2022-04-26T10:30:00", "2022-04-26T10:30:00", "[1,2]", '{"a":"ạ"}', null, null],
      ],
      composed: [0],
      broken: null,
    });
  });

  test("100,000 rows stream in order", async () => {
    const path = await parquet("select range as n from range(100000)");
    const rows = await rowsOf(path);
    expect(rows).toHaveLength(100_001);
    expect(rows.slice(1).every(({ row, cells }) => cells[0] === String(row - 2))).toBe(true);
  });

  test("cut off anywhere, or without rows: refused in DuckDB's words", async () => {
    const bytes = readFileSync(await parquet("select range as n from range(1000)"));
    for (const length of [4, 20, bytes.length >> 1, bytes.length - 1]) {
      const refusal = await refusalOf(given("a.parquet", bytes.subarray(0, length)));
      expect([refusal.code, refusal.text.en.includes("\n")]).toEqual(["FILE.UNREADABLE", false]);
    }
    expect((await refusalOf(await parquet("select 1 as a where false"))).code).toBe("FILE.EMPTY");
  });
});

describe("JSON", () => {
  const records = '{"a": "007", "b": 70085000123, "c": {"x": ["ạ", 1]}, "d": "2022-04-26", "e": true}';
  const more = '{"f": 7.0085E+10, "a": " Ho\u0323 ", "b": 0.1, "e": null}';
  const expected = [
    ["a", "b", "c", "d", "e", "f"],
    ["007", "70085000123", '{"x":["ạ",1]}', "2022-04-26", "true", null],
    ["Họ", "0.1", null, null, null, "70085000000"],
  ];

  test.each([
    ["json", `[${records},\n${more}]`],
    ["json", `\uFEFF  [\n ${records}, ${more}]`],
    ["ndjson", `${records}\n${more}\n`],
    ["ndjson", `\uFEFF${records}\n${more}\n`],
  ])("%s: a column a key met anywhere, values as they stand", async (format, text) => {
    const path = given("a.txt", text);
    expect((await gridOf(path)).format).toBe(format);
    expect(await cellsOf(path)).toEqual(expected);
  });

  test.each([`[${records}, {"a": `, `${records}\n{"a": "x`, "[]", "[[1]]"])(
    "no whole list of records: %s",
    async (text) => {
      const refusal = await refusalOf(given("a.json", text));
      expect(refusal.code).toMatch(/FILE.(UNREADABLE|EMPTY)/);
      expect(refusal.text.en).not.toContain("007");
    },
  );

  test("a key that appears in the last of 50,000 records only is a column", async () => {
    const lines = Array.from({ length: 50_000 }, (_, at) => `{"a": ${at}${at === 49_999 ? ', "late": "x"' : ""}}`);
    const rows = await cellsOf(given("a.ndjson", lines.join("\n")));
    expect([rows[0], rows.at(-1)]).toEqual([
      ["a", "late"],
      ["49999", "x"],
    ]);
  });
});
