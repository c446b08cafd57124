/**
 * What a header is compared by: NFC, lower case, without white space at the ends or in runs, line ends, the form's marks
 * of mandatory columns, and the colon or dash that joins two levels.
 */
export function headerKey(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/\(\*\)|[*#:]/g, " ")
    .replaceAll(/\s*[-–—]\s+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
