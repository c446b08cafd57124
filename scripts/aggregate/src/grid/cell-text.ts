// Zero-width characters and the byte order mark come with text pasted from web pages and chats.
const OUTER = /^[\s\u200B-\u200D\u2060\uFEFF\u180E]+|[\s\u200B-\u200D\u2060\uFEFF\u180E]+$/g;
// Below U+0300 and among the composed Vietnamese letters (U+1E00–1EFF) every character is its own NFC.
const MAY_COMPOSE = /[\u0300-\u1DFF\u1F00-\uFFFF]/;

/** The text of a cell: NFC, without outer white space (NBSP and zero-width ones too), null where nothing is left. */
export function cellText(cell: string): string | null {
  return trimmed(MAY_COMPOSE.test(cell) ? cell.normalize("NFC") : cell);
}

/** Which texts of a row held letters that NFC puts together, by index. */
export function composedCells(texts: ReadonlyArray<string | null>): number[] {
  return texts.flatMap((text, at) => (text !== null && isDecomposed(text) ? [at] : []));
}

/** Whether a text holds letters that NFC puts together, such as `e` and a circumflex of its own. */
export function isDecomposed(text: string): boolean {
  return MAY_COMPOSE.test(text) && text.normalize("NFC") !== text;
}

/** The cells of a line without quotes; the line is looked at as a whole for what would need composing. */
export function lineCells(line: string, delimiter: string): Array<string | null> {
  const cells: Array<string | null> = line.split(delimiter);
  const clean = MAY_COMPOSE.test(line) ? cellText : trimmed;
  for (let at = 0; at < cells.length; at += 1) cells[at] = clean(cells[at] ?? "");
  return cells;
}

function trimmed(text: string): string | null {
  if (text === "") return null;
  if (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1))) return text;
  const rest = text.replace(OUTER, "");
  return rest === "" ? null : rest;
}

function isInk(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code > 0xa0 && code < 0x1680) || (code >= 0x1e00 && code < 0x2000);
}
