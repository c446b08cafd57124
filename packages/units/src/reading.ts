import { accentless, canonical, mayBe, spelling } from "./fold.ts";
import { TYPE_WORDS } from "./type-words.ts";
import type { UnitType } from "./unit.ts";

/** One way to read what was written: a type word and a name, or a bare name. */
export interface Reading {
  type: UnitType | null;
  /** Canonical text. */
  name: string;
  /** The type word is spelled in full with its accents, or is an abbreviation. */
  exact: boolean;
}

function splitAfter(text: string, words: number): [string, string] {
  const all = text.split(" ");
  return [all.slice(0, words).join(" "), all.slice(words).join(" ")];
}

const FORMS = Object.entries(TYPE_WORDS)
  .flatMap(([key, word]) => {
    const type = key as UnitType;
    const written = { type, form: word.vi.toLowerCase(), isAbbreviation: false };
    return [written, ...word.abbreviations.map((form) => ({ type, form, isAbbreviation: true }))];
  })
  .map((one) => ({ ...one, words: one.form.split(" ").length, initial: accentless(one.form[0] ?? "") }));

type Form = (typeof FORMS)[number];

function typedReading(text: string, { type, form, isAbbreviation, words }: Form): Reading | null {
  const [head, name] = splitAfter(text, words);
  if (name === "") return null;
  if (head === form) return { type, name, exact: true };
  if (isAbbreviation || !mayBe(head, form)) return null;
  return { type, name, exact: spelling(head) === spelling(form) };
}

/**
 * Every way to read a written name. A bare name is always one of them, since names begin with type words too:
 * Phường Phường Đúc, Thị trấn P Rao, and "quan hoa", which is Huyện Quan Hóa without its accents.
 */
export function readingsOf(written: string): Reading[] {
  const text = canonical(written);
  const initial = accentless(text[0] ?? "");
  const typed = FORMS.filter((form) => form.initial === initial).map((form) => typedReading(text, form));
  return [...typed.filter((reading) => reading !== null), { type: null, name: text, exact: false }];
}

/** Whether a text uses accents at all; where it does not, accents cannot tell two names apart. */
export function isAccented(written: string): boolean {
  const text = canonical(written);
  return text !== accentless(text);
}

// "P Rao" is a name, "P. Rao" and "P1" are not: one letter is a type word only before a full stop or a number.
function isCertain(written: string, { type, name, exact }: Reading): boolean {
  if (type === null) return false;
  if (canonical(written).indexOf(" ") === 1) return /^\s*\p{L}\s*[.\d]/u.test(written.normalize("NFC")) && name !== "";
  return exact || !isAccented(written);
}

/**
 * The folding key of a name: accent-free, lower case, type word taken off the front, punctuation and extra spaces
 * collapsed, numbers without leading zeros. "TP. Đồng-Xoài" and "dong xoai" agree; so do "Hoà" and "Hòa".
 * Accent-free text that begins like a type word loses it ("quan hoa" gives "hoa"): `matchUnit` tries both readings.
 */
export function nameKey(text: string): string {
  const names = readingsOf(text)
    .filter((one) => isCertain(text, one))
    .map((one) => one.name);
  // "T.P Huế" reads as T. and as T.P: the longer type word leaves the shorter name.
  const [shortest] = names.sort((a, b) => a.length - b.length);
  return accentless(shortest ?? canonical(text));
}
