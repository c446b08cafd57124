import { type Column, expectedOf } from "@tiendo/schema";
import { z } from "zod";
import { termsOf } from "./form-vocabulary.ts";
import type { Validation } from "./xlsx/validation.ts";

/** What may be entered into a column, and what is said beside the cell; null where nothing limits it. */
export function validationOf(column: Column, range: string): Validation | null {
  const rule = ruleOf(column);
  if (rule === null) return null;
  const isFree = rule.type === "textLength" && rule.min === 0;
  const { vi, en } = isFree ? atMost(rule.max) : expectedIn(column);
  const error = `${vi}\n${en}`;
  // Other names of a term are read as well, so that only a number out of its limits is stopped.
  const style = rule.type === "whole" ? "stop" : "warning";
  return { range, rule, style, title: column.meta.title.vi, prompt: isFree ? null : error, error };
}

function atMost(length: number) {
  return { vi: `tối đa ${length} ký tự`, en: `at most ${length} characters` };
}

/** What the column expects; a list is named as it is written in the form. */
export function expectedIn(column: Column) {
  const terms = termsOf(column);
  if (terms === null) return expectedOf(column);
  const list = terms.map(({ written }) => written).join(", ");
  return { vi: `một trong: ${list}`, en: `one of: ${list}` };
}

function ruleOf(column: Column): Validation["rule"] | null {
  const { type } = column;
  const terms = termsOf(column);
  if (terms !== null) return { type: "list", values: terms.map(({ written }) => written) };
  if (type instanceof z.ZodNumber) return { type: "whole", min: type.minValue ?? 0, max: type.maxValue ?? 0 };
  // Dates are kept as text, which has no date to compare; from 1/1/2022 to 01/01/2022, or 2022 alone for a birth.
  if (type instanceof z.ZodISODate) return { type: "textLength", min: 8, max: 10 };
  if (column.name === "birth_date") return { type: "textLength", min: 4, max: 10 };
  const longest = type instanceof z.ZodString ? type.maxLength : null;
  return longest === null ? null : { type: "textLength", min: 0, max: longest };
}
