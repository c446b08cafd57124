const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Text as it is compared: NFC, lower case, one space between words, no punctuation, no leading zeros in numbers.
 * Accents stay: "Ðắk Lắk", "ĐĂK-LĂK" give "đăk lăk"; "P.01" gives "p 1".
 */
export function canonical(text: string): string {
  return (
    text
      .normalize("NFC")
      // Legacy fonts and keyboards write Ð (eth) and Ɖ for Đ; on screen they look the same.
      .replace(/[ÐðƉɖ]/g, "đ")
      .toLowerCase()
      // "K' Dang", "K'Dang" and "K’Dang" are one name.
      .replace(/['’‘ʼ`´]\s*/g, "")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
      .trim()
      // Đắk and Đăk, Lắk and Lăk are two official spellings of one sound.
      .replace(/ắk(?!\p{L})/gu, "ăk")
      .replace(/(?<![\p{L}\p{N}])0+(?=\d)/gu, "")
      .replace(/^([pq])0*(?=\d+$)/, "$1 ")
  );
}

/** The same letters without any accent; "đ" gives "d". Case and punctuation stay. */
export function accentless(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");
}

interface Syllable {
  letters: string[];
  tone: string;
}

// Unit names are made of some 4,000 different words; the limit keeps other people's text from filling memory.
const syllables = new Map<string, Syllable>();
const SYLLABLES_KEPT = 20_000;

// The tone belongs to the syllable, not to a letter: "hoà" and "hòa" are one word.
function syllable(word: string): Syllable {
  let found = syllables.get(word);
  if (found === undefined) {
    const marks = word.normalize("NFD");
    found = { letters: [...marks.replace(TONES, "").normalize("NFC")], tone: marks.match(TONES)?.join("") ?? "" };
    if (syllables.size < SYLLABLES_KEPT) syllables.set(word, found);
  }
  return found;
}

/** Canonical text with each word's tone behind the word, so that old and new tone placement agree. */
export function spelling(canonicalText: string): string {
  const words = canonicalText.split(" ").map(syllable);
  return words.map(({ letters, tone }) => letters.join("") + tone).join(" ");
}

function wordMayBe(written: string, full: string): boolean {
  const [w, f] = [syllable(written), syllable(full)];
  if (w.tone !== "" && w.tone !== f.tone) return false;
  return (
    w.letters.length === f.letters.length &&
    w.letters.every((letter, i) => letter === f.letters[i] || letter === accentless(f.letters[i] ?? ""))
  );
}

/**
 * Whether `written` may be `full` with accents left out: "tan thanh" and "tân thanh" may be "tân thành", "tân thạnh"
 * may not, since its accent says something else.
 * @param written canonical text
 * @param full canonical text
 */
export function mayBe(written: string, full: string): boolean {
  const [w, f] = [written.split(" "), full.split(" ")];
  return w.length === f.length && w.every((word, i) => wordMayBe(word, f[i] ?? ""));
}
