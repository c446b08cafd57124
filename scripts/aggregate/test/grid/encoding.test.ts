import fc from "fast-check";
import { toTCVN3, toVNI } from "vietnamese-conversion";
import { describe, expect, test } from "vitest";
import { fromLegacy } from "../../src/grid/text/legacy-letters.ts";
import { textBlocks } from "../../src/grid/text/text-blocks.ts";
import { isVietnameseSyllable } from "../../src/grid/text/vietnamese-syllable.ts";
import { cellsOf, collect, given, gridOf, refusalOf } from "./given.ts";
import { tcvn3Bytes, vniBytes, windows1258Bytes } from "./legacy-bytes.ts";

const table = [
  ["Họ và tên", "Ngày sinh", "Địa chỉ chi tiết", "Tên vắc xin"],
  ["Nguyễn Thị Bưởi", "26/04/1990", "Ấp Phước Lộc, xã Đức Hoà", "Vắc xin sởi"],
  ["Trần Quốc Khánh", "01/02/1985", "Phường Hưng Dũng", "Uốn ván"],
  ["Lê Hữu Nghĩa", "1958", "Tổ dân phố số 5, thị trấn Ái Nghĩa", "Bại liệt uống"],
];
const text = table.map((cells) => cells.join(";")).join("\r\n");
const encoders = {
  "UTF-16LE": (from: string) => Buffer.from(from, "utf16le"),
  "UTF-16BE": (from: string) => Buffer.from(from, "utf16le").swap16(),
  "windows-1258": windows1258Bytes,
  TCVN3: tcvn3Bytes,
  VNI: vniBytes,
};

describe("encodings recognised by content", () => {
  for (const [encoding, encode] of Object.entries(encoders)) {
    test(encoding, async () => {
      const path = given("a.csv", encode(text));
      const grid = await gridOf(path);
      expect(grid.encoding).toBe(encoding);
      expect(grid.notes).toEqual([{ code: "FILE.ENCODING", found: encoding, expected: "UTF-8" }]);
      expect(await cellsOf(path)).toEqual(table);
    });
  }

  test.each(["", "\uFEFF"])("UTF-8 with mark %j needs no note", async (mark) => {
    const path = given("a.csv", mark + text);
    expect((await gridOf(path)).notes).toEqual([]);
    expect(await cellsOf(path)).toEqual(table);
  });

  test.each(["UTF-16LE", "UTF-16BE"] as const)("%s with a byte order mark", async (encoding) => {
    expect(await cellsOf(given("a.csv", encoders[encoding](`\uFEFF${text}`)))).toEqual(table);
  });

  test.each(["UTF-16LE", "UTF-16BE"] as const)("%s with a mark and hardly a letter of ASCII", async (encoding) => {
    expect(await cellsOf(given("a.csv", encoders[encoding]("\uFEFFĐạ,Ẩm")))).toEqual([["Đạ", "Ẩm"]]);
  });

  test("legacy bytes that come a megabyte down are recognised by what surrounds them", async () => {
    const plain = "Nguyen Van A;1;2;3\r\n".repeat(60_000);
    const grid = await gridOf(given("a.csv", Buffer.concat([Buffer.from(plain), tcvn3Bytes(text)])));
    expect(grid.encoding).toBe("TCVN3");
  });
});

describe("refused with the offset of the byte", () => {
  test("NUL in UTF-8", async () => {
    const refusal = await refusalOf(given("a.csv", "a,b\n1,\0\n"));
    expect([refusal.code, refusal.text.en.includes("byte 00 at offset 6")]).toEqual(["FILE.ENCODING_UNKNOWN", true]);
  });

  test("NUL two megabytes down", async () => {
    const refusal = await refusalOf(given("a.csv", `${"a,b\n".repeat(500_000)}\0`));
    expect(refusal.text.en).toContain("offset 2000000");
  });

  test.each([0, 5, 70_000, 1_048_575, 1_048_576, 2_000_001])("a bad byte at %i of Vietnamese UTF-8", async (at) => {
    const bytes = Buffer.from("Nguyễn,Trần\n".repeat(150_000));
    let offset = at;
    while (((bytes[offset] ?? 0) & 0xc0) === 0x80) offset += 1;
    const broken = Buffer.concat([bytes.subarray(0, offset), Buffer.from([0xff]), bytes.subarray(offset)]);
    expect((await refusalOf(given("a.csv", broken))).text.en).toContain(`byte FF at offset ${offset}`);
  });

  test("UTF-8 cut off within a letter at the end of the file", async () => {
    const bytes = Buffer.from("Nguyễn,Trần\nLê Thị Diễ");
    const refusal = await refusalOf(given("a.csv", bytes.subarray(0, bytes.length - 1)));
    expect(refusal.text.en).toContain(`offset ${bytes.length - 3}`);
  });

  test("half a UTF-16 character", async () => {
    const refusal = await refusalOf(given("a.csv", Buffer.concat([encoders["UTF-16LE"](text), Buffer.from([0x41])])));
    expect(refusal.code).toBe("FILE.ENCODING_UNKNOWN");
  });

  test("bytes that are no text", async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => 128 + ((at * 7919) % 127)));
    expect((await refusalOf(given("a.csv", noise))).code).toBe("FILE.ENCODING_UNKNOWN");
  });
});

describe("legacy letters", () => {
  const letters = [..."àảãáạằẳẵắặầẩẫấậăâèẻẽéẹềểễếệêìỉĩíịòỏõóọồổỗốộôờởỡớợơùủũúụừửữứựưỳýđ"];

  test("agree with the library, which is wrong about ỷ, ỹ and ỵ in VNI only", () => {
    for (const letter of letters) {
      expect(fromLegacy(toTCVN3(letter, "unicode"), "TCVN3")).toBe(letter);
      expect(fromLegacy(toVNI(letter, "unicode"), "VNI")).toBe(letter);
    }
  });

  test("capitals: pairs in TCVN3, marks of either case in VNI", () => {
    expect(fromLegacy("HAµ NO¤éI §A¹I", "TCVN3")).toBe("HÀ NOỘI ĐẠI");
    expect(fromLegacy("HAØ NOÄI ÑAÏI ÖÔÙ Yù", "VNI")).toBe("HÀ NỘI ĐẠI ƯỚ Ý");
  });

  test("are decoded alike wherever a chunk ends", async () => {
    // Blocks of text are 256 KB, so that the letter lies across the border.
    const long = "x".repeat(256 * 1024 - 1);
    for (const encoding of ["VNI", "TCVN3"] as const) {
      const bytes = encoding === "VNI" ? vniBytes(`${long}ầu`) : tcvn3Bytes(`${long}ầu`);
      const blocks = await collect(textBlocks(given("a.csv", bytes), encoding));
      expect(blocks.join("").slice(long.length)).toBe("ầu");
    }
  });

  test("tones of windows-1258 join their letter wherever a chunk ends", async () => {
    for (const length of [1, 2, 3]) {
      const long = "x".repeat(256 * 1024 - length);
      const blocks = await collect(textBlocks(given("a.csv", windows1258Bytes(`${long}ầu,ạ`)), "windows-1258"));
      expect(blocks.join("").slice(long.length)).toBe("ầu,ạ");
    }
  });

  test("any Vietnamese text written in a legacy encoding is read back", () => {
    const word = fc.string({ unit: fc.constantFrom(...letters, ..."bcdghklmn ,0123"), maxLength: 30 });
    fc.assert(
      fc.property(word, (given) => {
        expect(fromLegacy(vniBytes(given).toString("latin1"), "VNI")).toBe(given);
        expect(fromLegacy(tcvn3Bytes(given).toString("latin1"), "TCVN3")).toBe(given);
      }),
    );
  });
});

test("syllables: spelling tells Vietnamese from misread bytes", () => {
  const yes = ["Nguyễn", "Đức", "Hoà", "Hòa", "nghiêng", "khuỷu", "quốc", "giếng", "ấp", "Ưởng", "thuở", "xoèn"];
  expect(yes.filter((word) => !isVietnameseSyllable(word))).toEqual([]);
  const no = ["NguyÔn", "vaø", "teân", "§Þa", "Há»", "cafés", "ầấ"];
  expect(no.filter(isVietnameseSyllable)).toEqual([]);
});
