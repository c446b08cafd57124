import {
  ageGroups,
  type Column,
  cleaningResults,
  cleaningSteps,
  datePrecisions,
  doseKinds,
  editions,
  type LocalText,
  measureUnits,
  qualifiers,
  residenceKinds,
  sexes,
  vaccines,
} from "@tiendo/schema";
import { z } from "zod";

/** A code of an enumeration with its meaning and what is written for it in a form. */
export interface Term {
  code: string;
  meaning: LocalText;
  written: string;
  /** Other texts that are read as this code. */
  others: string[];
}

const vocabularies: readonly Readonly<Record<string, LocalText>>[] = [
  ageGroups,
  cleaningResults,
  cleaningSteps,
  datePrecisions,
  doseKinds,
  editions,
  measureUnits,
  qualifiers,
  residenceKinds,
  sexes,
  vaccines,
];

/** The terms of a column that takes one of a list; null for any other column. */
export function termsOf(column: Column): Term[] | null {
  if (!(column.type instanceof z.ZodEnum)) return null;
  const codes = column.type.options.map(String);
  const vocabulary = vocabularies.find((terms) => codes.every((code) => Object.hasOwn(terms, code))) ?? {};
  return codes.map((code) => termOf(column, code, vocabulary[code] ?? { vi: code, en: code }));
}

/** What is written in a form for an example, which may be a code, such as `day` for "ngày". */
export function writtenExample(column: Column): string | null {
  const { example, values = {} } = column.meta;
  if (example === undefined) return null;
  const code = values[example.toLowerCase()] ?? example;
  return termsOf(column)?.find((term) => term.code === code)?.written ?? example;
}

function termOf(column: Column, code: string, meaning: LocalText): Term {
  const values = Object.entries(column.meta.values ?? {});
  const texts = values.filter(([, stood]) => stood === code).map(([text]) => text);
  const written = writtenFor(code, meaning.vi, texts);
  const others = [code, ...texts].filter((text) => text.toLowerCase() !== written.toLowerCase());
  return { code, meaning, written, others: [...new Set(others)] };
}

/** The Vietnamese term where it is read as the code, else the first text that is, else the code itself. */
function writtenFor(code: string, term: string, texts: readonly string[]): string {
  if (texts.includes(term.toLowerCase())) return term;
  return texts[0] ?? code;
}
