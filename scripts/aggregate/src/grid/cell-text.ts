// Zero-width characters and the byte order mark come with text pasted from web pages and from Zalo.
const OUTER = /^[\s\u200B-\u200D\u2060\uFEFF\u180E]+|[\s\u200B-\u200D\u2060\uFEFF\u180E]+$/g;
// Below U+0300 every character is its own NFC, so that most cells need no normalising.
const MAY_COMPOSE = /[\u0300-\uFFFF]/;

/** The text of a cell: NFC, without outer white space (NBSP and zero-width ones too), null where nothing is left. */
export function cellText(cell: string): string | null {
  if (cell === "") return null;
  const composed = MAY_COMPOSE.test(cell) ? cell.normalize("NFC") : cell;
  const text = isTight(composed) ? composed : composed.replace(OUTER, "");
  return text === "" ? null : text;
}

function isTight(text: string): boolean {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1));
}

function isInk(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x1680) || (code >= 0x1e00 && code < 0x2000);
}
