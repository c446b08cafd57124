import { describe, expect, test } from "vitest";
import { csvRecords } from "../src/read/csv-records.ts";

async function recordsOf(text: string, delimiter = ","): Promise<Array<[number, string[] | string]>> {
  const records: Array<[number, string[] | string]> = [];
  async function* lines() {
    yield* text.split("\n");
  }
  for await (const { line, cells, broken } of csvRecords(lines(), delimiter)) records.push([line, broken ?? cells]);
  return records;
}

describe("CSV records", () => {
  const cases: Array<[name: string, text: string, expected: Array<[number, string[] | string]>]> = [
    [
      "cells and lines",
      "a,b\nc,d",
      [
        [1, ["a", "b"]],
        [2, ["c", "d"]],
      ],
    ],
    [
      "quotes around a delimiter, a quote and a line end",
      '"a,b","c""d","e\nf"\ng',
      [
        [1, ["a,b", 'c"d', "e\nf"]],
        [3, ["g"]],
      ],
    ],
    ["an empty cell at the end", "a,", [[1, ["a", ""]]]],
    ["an empty quoted cell", '"",a', [[1, ["", "a"]]]],
    ["a quote inside a plain cell is text", 'a"b,c', [[1, ['a"b', "c"]]]],
    [
      "text after a closing quote is no record",
      '"a"b,c\nd,e',
      [
        [1, '"a"b,c'],
        [2, ["d", "e"]],
      ],
    ],
    [
      "a quote that never closes costs its line only",
      '"a,b\nc,d\ne,f',
      [
        [1, '"a,b'],
        [2, ["c", "d"]],
        [3, ["e", "f"]],
      ],
    ],
  ];
  for (const [name, text, expected] of cases) {
    test(name, async () => expect(await recordsOf(text)).toEqual(expected));
  }

  test("a bad quote in line 2 of 1,000 costs one line", async () => {
    const lines = Array.from({ length: 1000 }, (_, at) => (at === 1 ? 'x,"y' : `${at},z`));
    const records = await recordsOf(lines.join("\n"));
    expect(records.filter(([, cells]) => typeof cells === "string")).toEqual([[2, 'x,"y']]);
    expect(records).toHaveLength(1000);
  });
});
