import { z } from "zod";
import { readingOf } from "./cell.ts";
import type { Column } from "./column.ts";
import type { LocalText } from "./text.ts";

/** What a column takes, in words for the one who has to mend a cell. */
export function expectedOf(column: Column): LocalText {
  const { type } = column;
  if (type instanceof z.ZodEnum) return oneOf(column, type.options.map(String));
  const reading = readingOf(column);
  if (reading === "date")
    return { vi: "ngày dạng 26/04/2022 hoặc 2022-04-26", en: "a date such as 26/04/2022 or 2022-04-26" };
  if (type instanceof z.ZodNumber) return numberRange(type, reading === "integer");
  return textForm(column);
}

/** One way of writing each code: the first written value where there is one, since few people write codes. */
function oneOf(column: Column, codes: readonly string[]): LocalText {
  const values = Object.entries(column.meta.values ?? {});
  const written = codes.map((code) => values.find(([, stands]) => stands === code)?.[0] ?? code);
  const list = [...new Set(written)].join(", ");
  return { vi: `một trong: ${list}`, en: `one of: ${list}` };
}

function numberRange(type: z.ZodNumber, whole: boolean): LocalText {
  const [low, high] = [type.minValue, type.maxValue].map((bound) => bound ?? Number.NaN) as [number, number];
  const name = whole ? { vi: "số nguyên", en: "a whole number" } : { vi: "số", en: "a number" };
  return {
    vi: `${name.vi} từ ${written(low, "vi-VN")} đến ${written(high, "vi-VN")}`,
    en: `${name.en} from ${written(low, "en-GB")} to ${written(high, "en-GB")}`,
  };
}

/** Short whole numbers are written alike everywhere; to load a language's way with the others slows the start of each command. */
function written(bound: number, language: "vi-VN" | "en-GB"): string {
  return Number.isInteger(bound) && Math.abs(bound) < 1000 ? String(bound) : bound.toLocaleString(language);
}

function textForm(column: Column): LocalText {
  const example = column.meta.example;
  if (example !== undefined) return { vi: `dạng như “${example}”`, en: `a text such as “${example}”` };
  return { vi: "nội dung theo biểu mẫu", en: "a text as in the form" };
}
