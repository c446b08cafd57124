import { headerKey } from "./header-key.ts";

/** A header that belongs to a dose group of the import form: which dose, and what is left of the text. */
export interface DoseHeader {
  /** 1 for "Mũi 1"; null for a booster that has no number of its own. */
  number: number | null;
  label: string;
  rest: string;
}

const group =
  /^(?<label>(?:mũi tiêm|mũi thứ|mũi|m)\s*(?<number>[1-9])|mũi bổ sung|(?:mũi\s*)?nhắc lại(?:\s*lần)?(?:\s*(?<booster>[1-9]))?)(?:\s+(?<rest>.*))?$/u;

/** Reads "Mũi 1 Ngày tiêm", "M2" or "Nhắc lại lần 1 Lô vắc xin" apart; null where the header is of no dose group. */
export function doseHeader(text: string): DoseHeader | null {
  const found = group.exec(headerKey(text))?.groups;
  if (found === undefined) return null;
  const { label = "", number, rest = "" } = found;
  return { number: number === undefined ? null : Number(number), label, rest };
}
