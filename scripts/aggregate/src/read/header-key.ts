// The rows at the top of a file are looked at once for each kind.
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/**
 * What a header is compared by: NFC, lower case, without white space at the ends or in runs, line ends, the form's marks
 * of mandatory columns, and the colon or dash that joins two levels.
 */
export function headerKey(text: string): string {
  const found = known.get(text) ?? newKey(text);
  if (known.size < MOST_KNOWN) known.set(text, found);
  return found;
}

function newKey(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/\(\*\)|[*#:]/g, " ")
    .replaceAll(/\s*[-–—]\s+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
