/** A column of a row schema has a rule that cannot be judged in SQL exactly as zod judges it. */
export class UncompilableError extends Error {
  override name = "UncompilableError";

  constructor(column: string, rule: string) {
    super(
      `column ${column} uses ${rule}, which has no SQL form; expected string (regex, min, max), enum, int, number or iso.date, ` +
        "each perhaps nullable; put anything else into sql/checks",
    );
  }
}
