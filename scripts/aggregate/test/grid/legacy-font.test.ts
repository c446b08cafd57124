import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { legacyColumns, mendedCells } from "../../src/grid/text/legacy-columns.ts";
import { given, gridOf, rowsOf } from "./given.ts";
import { tcvn3Bytes, vniBytes } from "./legacy-bytes.ts";

const inFont = {
  TCVN3: (text: string) => tcvn3Bytes(text).toString("latin1"),
  VNI: (text: string) => vniBytes(text).toString("latin1"),
};
const header = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CMT/CCCD", "Xã"];
const names = ["Nguyễn Văn An", "Trần Thị Bé", "Lê Hoàng Đức", "Phạm Thị Hoà"];
const table = [
  header,
  ...names.map((name, at) => [name, "26/04/1984", at % 2 ? "Nữ" : "Nam", `07008412345${at}`, "Tân Phú"]),
];
const written = (rows: string[][], encoding: keyof typeof inFont) => rows.map((row) => row.map(inFont[encoding]));
const fonts = ["TCVN3", "VNI"] as const;
const mended = (rows: Array<Array<string | null>>) => {
  const legacy = legacyColumns(rows);
  return legacy === null ? rows : rows.map((row) => mendedCells(row, legacy));
};

describe.each(fonts)("a table typed in %s", (font) => {
  test("is converted, its header and its single words too", () => {
    expect(mended(written(table, font))).toEqual(table);
  });

  test("under a header in Unicode is converted, the header left alone", () => {
    expect(mended([header, ...written(table.slice(1), font)])).toEqual(table);
  });

  test("beside a column in Unicode: that column is left alone", () => {
    const place = ["Nơi tiêm", "Hòa Bình", "Hà Nam", "Bù Gia", "Hòa Bình"];
    const rows = table.map((row, at) => [...row.map(inFont[font]), place[at] ?? ""]);
    expect(mended(rows).map((row) => row[5])).toEqual(place);
  });

  test("is told of its file, whatever the format", async () => {
    const json = written(table.slice(1), font).map(([full_name, , , , commune]) => ({ full_name, commune }));
    const path = given("a.json", JSON.stringify(json));
    expect((await gridOf(path)).notes).toEqual([{ code: "FILE.ENCODING", found: font, expected: "Unicode" }]);
    expect((await rowsOf(path)).slice(1).map(({ cells }) => cells[0])).toEqual(names);
  });

  test("in UTF-8 with two odd words is left alone, with three converted", async () => {
    const read = async (words: string[]) =>
      (await gridOf(given("a.csv", `a,b\n${words.map((one) => `${inFont[font](one)},1`).join("\n")}\n`))).encoding;
    expect(await read(["Nguyễn", "Trần"])).toBe("UTF-8");
    expect(await read(["Nguyễn", "Trần", "Đức"])).toBe(font);
  });
});

describe("Unicode is left alone", () => {
  const onsets = ["", "b", "c", "ch", "đ", "h", "kh", "l", "m", "ng", "nh", "ph", "qu", "s", "t", "th", "tr", "v"];
  const rhymes = [
    "à",
    "á",
    "ã",
    "an",
    "ân",
    "ê",
    "é",
    "è",
    "ì",
    "í",
    "inh",
    "ô",
    "ó",
    "ò",
    "ông",
    "ù",
    "ú",
    "uân",
    "ý",
    "iên",
    "ạ",
    "ế",
    "ươi",
  ];
  const syllable = fc.tuple(fc.constantFrom(...onsets), fc.constantFrom(...rhymes)).map((parts) => parts.join(""));
  const name = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
  const abroad = fc.constantFrom(
    "François Lefèvre",
    "Müller",
    "João Conceição",
    "Noël",
    "Zoë",
    "Chloé",
    "Ångström",
    "señor",
    "25°C",
    "m²",
    "«Hà Nội»",
    "§ 3",
  );

  test("whatever Vietnamese it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name, fc.option(name)), { maxLength: 30 }), (rows) => {
        expect(legacyColumns(rows)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test("with names from abroad among it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.oneof(name, abroad)), { maxLength: 30 }), (rows) => {
        expect(mended(rows)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  test("in rows between those of an old font", () => {
    for (const font of fonts) {
      const rows = [...written(table.slice(1), font), ...table.slice(1)];
      expect(mended(rows)).toEqual([...table.slice(1), ...table.slice(1)]);
    }
  });
});

test("any table of Vietnamese typed in an old font is read back, once enough of it shows the font", () => {
  const words = [
    "Nguyễn",
    "Trần",
    "Đặng",
    "Thị",
    "Văn",
    "Hoàng",
    "Đức",
    "Bé",
    "Lê",
    "Phú",
    "Tân",
    "Hà",
    "Mỹ",
    "Ngọc",
    "Quỳnh",
  ];
  const cell = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(fc.constantFrom(...fonts), fc.array(cell, { maxLength: 20 }), (font, cells) => {
      const rows = [...names, ...cells].map((text) => ["Nguyễn Văn", text]);
      expect(mended(rows.map((row) => row.map(inFont[font])))).toEqual(rows);
    }),
  );
});
