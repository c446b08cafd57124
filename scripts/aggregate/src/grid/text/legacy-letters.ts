/** Encodings of the 1990s in which a font, not the bytes, made the letters Vietnamese. */
export type LegacyEncoding = "TCVN3" | "VNI";

// TCVN 5712 (ABC fonts): one byte a letter from A1 to FE. Capitals with a tone are those letters in a capital font.
const TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";
const TCVN3_FIRST = 0xa1;

const TCVN3_LETTERS = new Map(
  [...TCVN3].flatMap((letter, at) =>
    letter === " " ? [] : [[String.fromCharCode(TCVN3_FIRST + at), letter] as const],
  ),
);

// Some converters write a capital with a tone as the bare capital and the small letter: `Aµ` for À.
const TCVN3_CAPITAL =
  /A[àảãáạ]|Ă[ằẳẵắặ]|Â[ầẩẫấậ]|E[èẻẽéẹ]|Ê[ềểễếệ]|I[ìỉĩíị]|O[òỏõóọ]|Ô[ồổỗốộ]|Ơ[ờởỡớợ]|U[ùủũúụ]|Ư[ừửữứự]|Y[ỳỷỹýỵ]/g;

// VNI: a vowel, then a byte for its hat and tone; ơ, ư, đ and the toned i and ỵ are one byte.
const VNI_MARKS: Record<string, string> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
const VNI_SINGLE: Record<string, string> = { ñ: "đ", ô: "ơ", ö: "ư", í: "í", ì: "ì", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };
const VNI_PAIR = /([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ñôöíìæóòîÑÔÖÍÌÆÓÒÎ]/g;

/** Text of legacy bytes that were read as windows-1252, in Unicode (NFC). */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === "TCVN3" ? fromTcvn3(text) : fromVni(text);
}

/** Whether the letter may be completed by the byte that follows it, so that a chunk must not end here. */
export function mayContinue(letter: string): boolean {
  return /[aeouyôöAEIOUYÔÖ\u00A1-\u00A6]/.test(letter);
}

function fromTcvn3(text: string): string {
  const letters = text.replace(/[\u00A1-\u00FE]/g, (letter) => TCVN3_LETTERS.get(letter) ?? letter);
  return letters.replace(TCVN3_CAPITAL, (pair) => pair.slice(1).toUpperCase());
}

function fromVni(text: string): string {
  return text
    .replace(VNI_PAIR, (found: string, base?: string, mark?: string) =>
      base === undefined || mark === undefined ? single(found) : single(base) + (VNI_MARKS[mark.toLowerCase()] ?? ""),
    )
    .normalize("NFC");
}

function single(letter: string): string {
  const lower = letter.toLowerCase();
  const meant = VNI_SINGLE[lower] ?? lower;
  return letter === lower ? meant : meant.toUpperCase();
}
