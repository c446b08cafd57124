/** The index of a column by its letters: A is 0, AA is 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charCodeAt(at) & 0x1f;
    if (letters.charCodeAt(at) < 0x41) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
