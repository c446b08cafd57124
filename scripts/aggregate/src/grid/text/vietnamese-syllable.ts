const BEYOND_ASCII = /[\u0080-\uFFFF]/;
// Symbols belong to words, since letters read in a wrong encoding turn into © and ¬.
const WORD = /[[\p{L}\p{M}\p{S}]--[\|=<>~^$+`]]+/gv;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ONSET = "(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?";
const NUCLEUS_OPEN =
  "(?:[aeêioôơuưy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uê|ui|uơ|uy|ưa|ưi|ưu|iêu|yêu|oai|oay|oeo|uây|uôi|uya|uyu|ươi|ươu)";
const NUCLEUS_CLOSED = "(?:[aăâeêioôơuưy]|iê|yê|oa|oă|oe|uâ|uê|uô|uy|uyê|ươ)(?:ch|ng|nh|[cmnpt])";
const SYLLABLE = new RegExp(`^${ONSET}(?:${NUCLEUS_OPEN}|${NUCLEUS_CLOSED})$`, "u");

/** Whether a word could be one Vietnamese syllable by its spelling: onset, rhyme and at most one tone. */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize("NFD");
  const tones = parts.match(TONES)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(parts.replaceAll(TONES, "").normalize("NFC"));
}

/**
 * How Vietnamese a text reads, from 0 to 1: the share of its words with letters beyond ASCII that could be syllables.
 * Null where it has no such word.
 */
export function plausibility(text: string): number | null {
  const words = text.normalize("NFC").match(WORD) ?? [];
  const accented = words.filter((word) => BEYOND_ASCII.test(word));
  return accented.length === 0 ? null : accented.filter(isVietnameseSyllable).length / accented.length;
}
