const LONGEST = 60;

/** The beginning of a line for a message: 60 characters at most, since lines hold personal data. */
export function excerpt(text: string): string {
  const flat = text.slice(0, LONGEST + 1).replaceAll(/\s+/g, " ");
  const short = flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat;
  // A copy: part of a string would keep the whole of it in memory, a megabyte for each line that is too long.
  return Buffer.from(short, "utf16le").toString("utf16le");
}
