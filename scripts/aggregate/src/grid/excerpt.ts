const LONGEST = 60;

/** The beginning of a line for a message: 60 characters at most, since lines hold personal data. */
export function excerpt(text: string): string {
  const flat = text.slice(0, LONGEST + 1).replaceAll(/\s+/g, " ");
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat;
}
