import fc from "fast-check";
import { z } from "zod";
import { type Cells, type Column, columnsOf } from "../src/index.ts";

// Texts that have fooled a cast, a pattern or a length somewhere: each belongs to every column's diet.
const oddTexts = [
  "12.6",
  "1e3",
  "0x10",
  "1_000",
  "-0",
  "-1",
  "007",
  "209.000",
  "209,000",
  "32.375.467",
  "32,375,467",
  "1.234,567",
  "999999999999999",
  "9999999999999999",
  "1000000000001",
  "١٢",
  "１２",
  "∞",
  "NaN",
  "Infinity",
  "12,5",
  "12.5",
  "100.000001",
  "2025/02/03",
  "2022-02-30",
  "2022-13-01",
  "29/02/2020",
  "29/02/2021",
  "31.04.2022",
  "04/26/2022",
  "26-4-2022",
  "epoch",
  "today",
  "0000-01-01",
  "00/01/2022",
  "9999-12-31",
  "gần",
  "Gần",
  "GẦN",
  "người",
  "NGƯỜI",
  "exact",
  "EXACT",
  "İ",
  "ß",
  "😀",
  "😀😀😀😀😀",
  "a\nb",
  "'",
  '"',
  "\\",
  "%",
  "a.b",
  "A.b",
  "x".repeat(1001),
  "x".repeat(2001),
  "ạ".repeat(999),
  "😀".repeat(500),
  "50",
  "34,47",
  "34.470",
  "12345",
  "5 0",
  "null",
  "NULL",
];

// Rows are drawn from pools of cells, one a column: making each cell of 100,000 rows anew would take minutes.
const POOL_CELLS = 2000;

/** Rows of text cells: mostly right, some blank, some odd, some with one character changed; the same for one seed. */
export function rowsOf(schema: z.ZodObject, count: number, seed: number): Cells[] {
  const columns = columnsOf(schema);
  const pools = columns.map((column, at) => fc.sample(cellOf(column), { numRuns: POOL_CELLS, seed: seed + at }));
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const cells: Record<string, string | null> = {};
    for (const [at, { name }] of columns.entries()) cells[name] = pools[at]?.[next() % POOL_CELLS] ?? null;
    return cells;
  });
}

/** Whole numbers below 2^32 by a xorshift: the same for one seed. */
function randomNumbers(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

function cellOf(column: Column): fc.Arbitrary<string | null> {
  const right = rightCell(column);
  return fc.oneof(
    { weight: 6, arbitrary: right },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.constantFrom(...oddTexts) },
    {
      weight: 2,
      arbitrary: fc.tuple(right, fc.nat(20), fc.string({ unit: "binary", minLength: 1, maxLength: 2 })).map(mutate),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).filter(storable) },
  );
}

function rightCell({ type, meta }: Column): fc.Arbitrary<string> {
  if (type instanceof z.ZodEnum) return fc.constantFrom(...type.options.map(String), ...Object.keys(meta.values ?? {}));
  if (type instanceof z.ZodISODate)
    return fc
      .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (type instanceof z.ZodNumber) return fc.integer({ min: -5, max: 2_000_000_000 }).map(String);
  const pattern = type instanceof z.ZodString ? patternOf(type) : undefined;
  return pattern === undefined
    ? fc.string({ minLength: 1, maxLength: 8 }).filter(storable)
    : fc.stringMatching(pattern).filter(storable);
}

function patternOf(type: z.ZodString): RegExp | undefined {
  const formats = (type._zod.def.checks ?? []).map((check) => check._zod.def as { format?: string; pattern?: RegExp });
  return formats.find(({ format }) => format === "regex")?.pattern;
}

function mutate([text, at, extra]: [string, number, string]): string {
  const changed = `${text.slice(0, at)}${extra}${text.slice(at + 1)}`;
  return storable(changed) ? changed : "?";
}

/** What reading can hand on: NFC text without outer white space, lone surrogates or NUL. */
function storable(text: string): boolean {
  return (
    text.trim() === text && text !== "" && text.isWellFormed() && !text.includes("\0") && text.normalize("NFC") === text
  );
}
