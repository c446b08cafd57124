import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  type Cells,
  checkSelect,
  checksFor,
  columnMeta,
  Figure,
  PersonDose,
  rowKindNames,
  rowKinds,
  UncompilableError,
  zodJudge,
} from "../src/index.ts";
import { rowsOf } from "./cells.ts";
import { sqlIssues } from "./duckdb.ts";

const Everything = z.strictObject({
  text: z.string().min(2).max(5),
  blank_text: z.string().max(5).nullable(),
  code: z.string().regex(/^[0-9]{2,5}$/),
  not_comma: z
    .string()
    .regex(/^[^,]{1,4}$/u)
    .nullable(),
  count: z.int().min(0).max(1000),
  above: z.int().gt(0).lt(100).nullable(),
  share: z.number().min(0).max(100),
  day: z.iso.date(),
  sex: z
    .enum(["male", "female"])
    .nullable()
    .register(columnMeta, { title: { vi: "Giới tính", en: "Sex" }, values: { "0": "male", nữ: "female" } }),
});

/** Judges rows both ways; gives the issues seen with how often, after every row was found to agree. */
async function bothJudge(schema: z.ZodObject, rows: readonly Cells[]): Promise<Map<string, number>> {
  const inSql = await sqlIssues(schema, rows);
  const judge = zodJudge(schema);
  const seen = new Map<string, number>();
  for (const [at, cells] of rows.entries()) {
    const inZod = judge(cells);
    if (inZod.join() !== inSql[at]?.join()) expect({ cells, issues: inSql[at] }).toEqual({ cells, issues: inZod });
    for (const issue of inZod) seen.set(issue, (seen.get(issue) ?? 0) + 1);
  }
  return seen;
}

/** The least length of a text column cannot be broken where it is 1: blank cells are null, which is another failure. */
function breakable(schema: z.ZodObject): string[] {
  return checksFor(schema)
    .flatMap(({ checks }) => checks)
    .filter(({ breaks }) => !breaks.endsWith("< 1"))
    .map(({ code, column }) => `${code} ${column}`);
}

const schemas = {
  Everything,
  PersonDose,
  ...Object.fromEntries(rowKindNames.map((kind) => [kind, rowKinds[kind].schema])),
};

describe("SQL and zod judge alike", () => {
  for (const [name, schema] of Object.entries(schemas)) {
    test(`on 100,000 mutated rows of ${name}, every rule of which is broken by some and kept by others`, async () => {
      const rows = rowsOf(schema, 100_000, 26_04_2022);
      const seen = await bothJudge(schema, rows);
      expect(breakable(schema).filter((rule) => !seen.has(rule))).toEqual([]);
      for (const [rule, count] of seen) expect([rule, count < rows.length]).toEqual([rule, true]);
    }, 300_000);
  }

  test("where cells are at the boundary of each rule", async () => {
    const right = {
      text: "ab",
      blank_text: null,
      code: "01",
      not_comma: null,
      count: "0",
      above: "1",
      share: "0",
      day: "2022-04-26",
      sex: "0",
    };
    const changes: Array<[Partial<typeof right> | Record<string, string | null>, string[]]> = [
      [{}, []],
      [{ text: "a" }, ["VALUE.LENGTH text"]],
      [{ text: "abcdef" }, ["VALUE.LENGTH text"]],
      [{ text: "😀😀" }, []],
      [{ text: "😀😀😀😀😀" }, []],
      [{ text: "😀😀😀😀😀😀" }, ["VALUE.LENGTH text"]],
      [{ text: null }, ["VALUE.MISSING text"]],
      [{ code: "1" }, ["VALUE.FORMAT code"]],
      [{ code: "123456" }, ["VALUE.FORMAT code"]],
      [{ not_comma: "😀😀😀😀" }, []],
      [{ count: "-1" }, ["VALUE.RANGE count"]],
      [{ count: "1000" }, []],
      [{ count: "1001" }, ["VALUE.RANGE count"]],
      [{ count: "1.000" }, ["NUMBER.AMBIGUOUS count"]],
      [{ count: "1.000.000" }, ["VALUE.RANGE count"]],
      [{ count: "12.6" }, ["VALUE.TYPE count"]],
      [{ count: "1e3" }, ["VALUE.TYPE count"]],
      [{ count: "0x10" }, ["VALUE.TYPE count"]],
      [{ count: "1_000" }, ["VALUE.TYPE count"]],
      [{ above: "0" }, ["VALUE.RANGE above"]],
      [{ above: "100" }, ["VALUE.RANGE above"]],
      [{ share: "12,5" }, []],
      [{ share: "100.000001" }, ["VALUE.RANGE share"]],
      [{ day: "26/4/2022" }, []],
      [{ day: "2022-13-01" }, ["DATE.INVALID day"]],
      [{ day: "2025/02/03" }, ["DATE.INVALID day"]],
      [{ day: "epoch" }, ["DATE.INVALID day"]],
      [{ day: "29/02/2021" }, ["DATE.INVALID day"]],
      [{ sex: "NỮ" }, []],
      [{ sex: "2" }, ["VALUE.ENUM sex"]],
    ];
    const rows = changes.map(([change]) => ({ ...right, ...change }));
    expect(await sqlIssues(Everything, rows)).toEqual(changes.map(([, issues]) => issues));
    await bothJudge(Everything, rows);
  });
});

describe("what has no SQL form is refused", () => {
  const refused: Record<string, z.core.$ZodType> = {
    refine: z.string().refine((text) => text !== "x"),
    "refine under nullable": z
      .string()
      .refine((text) => text !== "x")
      .nullable(),
    check: z.string().check(z.overwrite((text) => text)),
    trim: z.string().trim(),
    "trim under nullable": z.string().trim().nullable(),
    optional: z.string().optional(),
    default: z.string().default(""),
    transform: z.string().transform(Number),
    coerce: z.coerce.number(),
    union: z.union([z.string(), z.int()]),
    boolean: z.boolean(),
    email: z.email(),
    "a multiple": z.int().multipleOf(5),
    "a pattern without anchors": z.string().regex(/[0-9]/),
    "a pattern with i": z.string().regex(/^a$/i),
    "look-ahead": z.string().regex(/^(?=a)a$/),
    "a back reference": z.string().regex(/^(a)\1$/),
    "white space class": z.string().regex(/^a\sb$/),
    "a bare dot": z.string().regex(/^a.b$/),
    "a negated class without u": z.string().regex(/^[^a]$/),
    "open alternation": z.string().regex(/^a|b$/),
  };
  for (const [name, type] of Object.entries(refused)) {
    test(name, () => {
      expect(() => checksFor(z.strictObject({ cell: type as z.ZodType }))).toThrow(UncompilableError);
    });
  }

  test("the message names the column and what to do", () => {
    expect(() => checksFor(z.strictObject({ cell: z.string().trim() }))).toThrow(
      /column cell uses overwrite.*sql\/checks/,
    );
  });
});

test("the generated SQL of a figure is what a reviewer has seen", async () => {
  await expect(
    `${checkSelect(checksFor(Figure), "raw_figure", ["input_file", "record", "line"])}\n`,
  ).toMatchFileSnapshot("snapshots/figure.sql");
});
