import { literal } from "@tiendo/schema";
import type { Database } from "./db.ts";
import type { SampleOptions } from "./options.ts";

const letters = [..."àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"];

/** Each letter with marks replaced by what NFD makes of it; a map of them would be looked through letter by letter. */
function decomposed(text: string): string {
  const all = letters.flatMap((letter) => [letter, letter.toUpperCase()]);
  return all.reduce((sql, letter) => `replace(${sql}, ${literal(letter)}, ${literal(letter.normalize("NFD"))})`, text);
}

/** Syllables whose tone mark older writers put on the second vowel. */
function oldToneReplacements(text: string): string {
  const pairs = [
    ["òa", "oà"],
    ["óa", "oá"],
    ["ỏa", "oả"],
    ["õa", "oã"],
    ["ọa", "oạ"],
    ["ùy", "uỳ"],
    ["úy", "uý"],
    ["ủy", "uỷ"],
    ["ũy", "uỹ"],
    ["ụy", "uỵ"],
  ] as const; // prettier-ignore
  return pairs.reduce((sql, [now, old]) => `replace(${sql}, '${now}', '${old}')`, text);
}

/** The number of the first arrival on a day or after it; null where none is. */
function arrivalOf(days: readonly string[]): string {
  return `case ${days.map((day, at) => `when day <= date ${literal(day)} then ${at + 1}`).join(" ")} end`;
}

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 7];

/** The digit that makes the weighted sum of 12 digits a multiple of 10; any one wrong digit breaks it. */
function checkDigit(): string {
  const terms = weights.map((weight, at) => `${weight} * (number_11 // ${10 ** (10 - at)}::bigint % 10)`);
  return `(10 - (${terms.join(" + ")}) % 10) % 10`;
}

/**
 * The macros that the SQL files use. All chance comes from `draw(purpose, index)`: one number of 64 bits for the seed, a
 * purpose and an index, hashed once more since DuckDB's hash of several values only xors the last one in.
 */
export async function createMacros(db: Database, { seed, arrivals, asOf }: SampleOptions): Promise<void> {
  const macros = {
    "draw(purpose, i)": `hash(xor(hash(${literal(seed)}, purpose), cast(i as ubigint)))`,
    "pick(purpose, i, n)": "cast(draw(purpose, i) % cast(n as ubigint) as integer)",
    "chance(purpose, i)": "cast(draw(purpose, i) >> 11 as double) / 9007199254740992.0",
    // The slots of an entry of a weighted list whose weights up to it sum to `upto`.
    "slots(upto, weight, total, size)":
      "range(cast((upto - weight) * size // total as bigint), cast(upto * size // total as bigint))",
    "name_class(sex, generation)":
      "case sex when 'female' then 3 else 0 end + case generation when 'old' then 0 when 'mid' then 1 else 2 end",
    "digits(number, places)": "substr(cast(1000000000000 + number as varchar), 14 - places)",
    "arrival_of(day)": arrivalOf(arrivals.length === 0 ? [asOf] : arrivals),
    "unaccented(text)": "replace(replace(strip_accents(text), 'đ', 'd'), 'Đ', 'D')",
    "nfd(text)": decomposed("text"),
    "old_tone(text)": oldToneReplacements("text"),
    "check_digit(number_11)": checkDigit(),
    "other_digit(text, place, step)":
      "substr(text, 1, place - 1) || (cast(substr(text, place, 1) as bigint) + step) % 10 || substr(text, place + 1)",
    "misspelt(given, k)": `list_filter([
      translate(given, 'ảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹ', 'ãẵẫẽễĩõỗỡũữỹảẳẩẻểỉỏổởủửỷ'),
      unaccented(given),
      regexp_replace(given, 'ng$', 'n'),
      regexp_replace(given, '([^h])n$', '\\1ng'),
      translate(given, 'SXiyìỳíýỉỷĩỹịỵ', 'XSyiỳìýíỷỉỹĩỵị'),
      given || 'h'], lambda one: one <> given)[1 + k % 2]`,
    // The next 1st or 15th, so that no interval gets shorter.
    "heaped_day(day)":
      "case when day(day) in (1, 15) then day when day(day) < 15 then make_date(year(day), month(day), 15) else last_day(day) + 1 end",
    "snapped(day, i)": `cast(case
      when chance('heap', i) < heaped then heaped_day(day)
      when isodow(day) = 7 and chance('sunday', i) < 0.5 then day + 1
      else day end as date)`,
  };
  for (const [head, body] of Object.entries(macros)) await db.run(`create macro ${head} as ${body}`);
}
