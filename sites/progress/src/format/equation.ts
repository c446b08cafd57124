import type { Language, PublishedEquation } from "@tiendo/schema";
import { inFull } from "./number.ts";

/** One part of a sum with its name. */
export interface EquationPart {
  label: string;
  value: string;
}

/**
 * The parts of an equation with their names, which its title holds ("đúng + sai = đã gửi"). Parts are numbered where
 * the title names another number of them, rather than given a wrong name.
 */
export function equationLines(
  equation: PublishedEquation,
  lang: Language,
): { parts: EquationPart[]; whole: string | null } {
  const [left = "", whole] = (lang === "vi" ? equation.title_vi : equation.title_en).split(" = ");
  const names = left.split(" + ").map(capitalised);
  const values = equation.parts.split("+").map((part) => part.trim());
  const named = names.length === values.length && whole !== undefined;
  return {
    parts: values.map((value, index) => ({
      label: named ? (names[index] ?? "") : `${index + 1}`,
      value: partText(value, lang),
    })),
    whole: named ? capitalised(whole) : null,
  };
}

function partText(value: string, lang: Language): string {
  return /^\d+$/.test(value) ? inFull(Number(value), lang) : value;
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase("vi")}${text.slice(1)}`;
}
