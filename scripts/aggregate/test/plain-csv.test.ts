import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkFiles } from "../src/check/check-files.ts";
import { scanPlain } from "../src/read/plain-scan.ts";
import { onAllCores } from "./all-cores.ts";

onAllCores();

const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));
const header = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CMT/CCCD", "Mã xã", "Mũi số", "Tên vắc xin", "Ngày tiêm"];
const rules = { asOf: "2022-04-26", edition: "2022", synthetic: true, kind: null } as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-plain-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** 60,000 dose records, some of which break a rule: more than 4 MB, so that DuckDB's own reader is tried. */
function rows(): string[][] {
  return Array.from({ length: 60_000 }, (_, at) => [
    `Nguyễn Thị ${["Hòa", "An", "Ánh"][at % 3]}`,
    at % 50 === 0 ? "31/02/1990" : "26/04/1984",
    at % 70 === 0 ? "5" : "1",
    `970184${String(at).padStart(6, "0")}`,
    "25195",
    "1",
    at % 90 === 0 ? "Sinovac" : "Pfizer",
    at % 80 === 0 ? "2022-13-01" : "15/09/2021",
  ]);
}

/** What a check finds in a file, as one text: every typed row with its record and line, and every issue. */
async function found(name: string, text: string): Promise<{ typed: unknown; issues: unknown[]; notes: unknown[] }> {
  const path = join(folder, name);
  await writeFile(path, text);
  const { db } = await checkFiles(
    [path],
    rules,
    { reference, store: join(folder, `store-${name}`), memoryLimit: "1GB" },
    () => undefined,
  );
  const [typed] = await db.all(`
    select count(*)::integer as rows, bit_xor(hash(record, line, full_name, birth_date, sex, id_number, commune_code, dose_number,
      vaccine, dose_date, list_sort(issues)))::varchar as digest
    from checked_dose_record`);
  const issues = await db.all(
    "select code, column_name, count(*)::integer as rows, min(line)::integer as first, max(line)::integer as last from issue_list where record > 0 group by all order by all",
  );
  const notes = await db.all("select code, column_name from issue_list where code = 'NAME.NFD'");
  db.close();
  return { typed, issues, notes };
}

/** What the careful reader finds in `rows()`; read once. */
const carefully = (() => {
  let known: ReturnType<typeof found> | undefined;
  return () => {
    known ??= found("quoted.csv", quoted(rows()));
    return known;
  };
})();

const plain = (table: string[][]) => `${[header, ...table].map((cells) => cells.join(",")).join("\n")}\n`;
const quoted = (table: string[][]) =>
  `${[header, ...table].map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n")}\n`;

const formHeader = [
  ...header.slice(0, 5),
  ...[1, 2].flatMap((dose) => [`Mũi ${dose} Tên vắc xin`, `Mũi ${dose} Ngày tiêm`, `Mũi ${dose} Lô vắc xin`]),
];

/** 50,000 people with none, one or two doses side by side, some of which break a rule: more than 4 MB too. */
function people(): string[][] {
  const doseOf = (at: number, date: string) =>
    at % 5 === 0 ? ["", "", ""] : [at % 90 === 1 ? "Sinovac" : "Pfizer", date, at % 7 === 0 ? "" : "FF2832"];
  return rows()
    .slice(0, 50_000)
    .map((cells, at) => [
      ...cells.slice(0, 5),
      ...doseOf(at, at % 80 === 1 ? "2022-13-01" : "15/09/2021"),
      ...doseOf(at + 2, "15/11/2021"),
    ]);
}

/** What a check finds in a form, as one text: every dose with its record, line and place, and every issue. */
async function foundInForm(name: string, text: string): Promise<unknown> {
  const path = join(folder, name);
  await writeFile(path, text);
  const places = { reference, store: join(folder, `store-${name}`), memoryLimit: "1GB" };
  const { db } = await checkFiles([path], rules, places, () => undefined);
  const doses = await db.all(`
    select count(*)::integer as doses, bit_xor(hash(record, line, slot, vaccine, dose_date, lot, list_sort(issues)))::varchar as digest
    from checked_person_dose`);
  const issues = await db.all(
    "select code, column_name, count(*)::integer as rows, min(line)::integer as first, max(line)::integer as last from issue_list group by all order by all",
  );
  db.close();
  return { doses, issues };
}

describe("DuckDB's own reader finds what the careful one finds", () => {
  test("in a plain form with doses side by side, decomposed accents in one of them", async () => {
    const table = people();
    table[45_000]?.splice(7, 1, "Lo\u0302 1".normalize("NFD"));
    const form = [formHeader, ...table];
    const text = `${form.map((cells) => cells.join(",")).join("\n")}\n`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(4 * 1024 * 1024);
    const inPlain = await foundInForm("form.csv", text);
    expect(inPlain).toEqual(
      await foundInForm(
        "form-quoted.csv",
        `${form.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\n")}\n`,
      ),
    );
    // Four of five people have each dose; the lot stands in a group that was blank.
    expect(inPlain).toMatchObject({ doses: [{ doses: 80_001 }] });
  });

  test("in a plain file", async () => {
    expect(await found("plain.csv", plain(rows()))).toEqual(await carefully());
  });

  test("in a file so long that every core reads a part of it, each row keeps its number", async () => {
    const path = join(folder, "long.csv");
    const long = Array.from({ length: 300_000 }, (_, at) => [
      `Nguyễn Thị ${["Hòa", "An", "Ánh"][at % 3]}`,
      "26/04/1984",
      "1",
      `970184${String(at + 1).padStart(6, "0")}`,
      "25195",
      "1",
      "Pfizer",
      "15/09/2021",
    ]);
    await writeFile(path, plain(long));
    const places = { reference, store: join(folder, "store-long"), memoryLimit: "1GB" };
    const { db } = await checkFiles([path], rules, places, () => undefined);
    const [moved] = await db.all<{ rows: number; moved: number }>(`
      select count(*)::integer as rows, count(*) filter (cast(right(id_number, 6) as integer) <> record or line <> record + 1)::integer as moved
      from checked_dose_record`);
    db.close();
    expect(moved).toEqual({ rows: 300_000, moved: 0 });
  });

  test("with line ends of Windows", async () => {
    expect(await found("crlf.csv", plain(rows()).replaceAll("\n", "\r\n"))).toEqual(await carefully());
  });

  test("with decomposed accents and outer white space near the end", async () => {
    const dirty = rows().map((cells, at) =>
      at < 55_000 ? cells : [`  ${cells[0]?.normalize("NFD")}\u00a0`, ...cells.slice(1)],
    );
    const inPlain = await found("dirty.csv", plain(dirty));
    expect(inPlain).toEqual(await found("quoted3.csv", quoted(dirty)));
    expect(inPlain).toEqual({
      ...(await carefully()),
      notes: [{ code: "NAME.NFD", column_name: "full_name" }],
    });
  });

  test("with marks that no letter takes", async () => {
    const foreign = rows().map((cells, at) => (at === 100 ? [`${cells[0]} q\u0323`, ...cells.slice(1)] : cells));
    expect((await found("foreign.csv", plain(foreign))).notes).toEqual([]);
  });

  test("with a blank record, a short line and a stray quote, which it leaves to the careful one", async () => {
    const broken = rows();
    broken[100] = header.map(() => "");
    broken[200] = ["Nguyễn", "1990"];
    const text = plain(broken).replace("Nguyễn Thị An,26/04/1984", 'Nguyễn "Thị" An,26/04/1984');
    const { typed, issues } = (await found("broken.csv", text)) as {
      typed: { rows: number };
      issues: Array<{ code: string }>;
    };
    expect(typed.rows).toBe(59_998);
    expect(issues.find(({ code }) => code === "LINE.REJECTED")).toMatchObject({ rows: 1 });
  });
});

describe("what the beginning of a large file does not tell", () => {
  const large = `${plain(rows())}${plain(rows()).replace(/^.*\n/, "")}`;
  const refusalOf = async (name: string, end: Buffer) => {
    const path = join(folder, name);
    await writeFile(path, Buffer.concat([Buffer.from(large), end]));
    const places = { reference, store: join(folder, `store-${name}`), memoryLimit: "1GB" };
    const { db, files } = await checkFiles([path], rules, places, () => undefined);
    db.close();
    return files.map(({ refusal }) => refusal && { code: refusal.code, text: refusal.text.en });
  };
  const at = Buffer.byteLength(large);

  test("a byte that is not UTF-8 is named by its place", async () => {
    expect(at).toBeGreaterThan(8 * 1024 * 1024);
    const row = Buffer.concat([
      Buffer.from("Nguy"),
      Buffer.of(0xea),
      Buffer.from("n,26/04/1984,1,,25195,1,Pfizer,15/09/2021\n"),
    ]);
    expect(await refusalOf("late.csv", row)).toEqual([
      { code: "FILE.ENCODING_UNKNOWN", text: expect.stringContaining(`byte EA at offset ${at + 4}`) },
    ]);
  });

  test("a NUL is named by its place", async () => {
    const row = Buffer.from("Nguyen\0,26/04/1984,1,,25195,1,Pfizer,15/09/2021\n");
    expect(await refusalOf("nul.csv", row)).toEqual([
      { code: "FILE.ENCODING_UNKNOWN", text: expect.stringContaining(`byte 00 at offset ${at + 6}`) },
    ]);
  });
});

describe("a file is looked at before it is taken for plain", () => {
  const cases: Array<[name: string, text: string, expected: { plain: boolean; clean: boolean }]> = [
    ["Vietnamese in NFC", "Hòa,Đặng Thị Ưng\nỮ,ỗ\n", { plain: true, clean: true }],
    ["a quote", 'a,"b"\n', { plain: false, clean: true }],
    ["a NUL", "a,\0\n", { plain: false, clean: true }],
    ["a lone carriage return", "a,b\rc,d\n", { plain: false, clean: true }],
    ["a blank line", "a,b\n\nc,d\n", { plain: false, clean: true }],
    ["a record of delimiters alone", "a,b\n,\nc,d\n", { plain: false, clean: true }],
    ["Windows line ends", "a,b\r\nc,d\r\n", { plain: true, clean: true }],
    ["a blank before a delimiter", "a ,b\n", { plain: true, clean: false }],
    ["a blank after a delimiter", "a, b\n", { plain: true, clean: false }],
    ["a blank at the end of a line", "a,b \n", { plain: true, clean: false }],
    ["a blank at the beginning of a line", "a,b\n c,d\n", { plain: true, clean: false }],
    ["a no-break space", "a,b\u00a0\n", { plain: true, clean: false }],
    ["a combining accent", "Ho\u0300a,b\n", { plain: true, clean: false }],
    ["a zero-width space", "a,\u200bb\n", { plain: true, clean: false }],
    ["Greek", "α,b\n", { plain: true, clean: false }],
  ];
  for (const [name, text, expected] of cases) {
    test(name, async () => {
      const path = join(folder, "scan.csv");
      await writeFile(path, text);
      expect(await scanPlain(path)).toMatchObject(expected.plain ? expected : { plain: false });
    });
  }
});
