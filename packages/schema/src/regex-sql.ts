import { UncompilableError } from "./uncompilable-error.ts";

// What JavaScript and RE2 read differently, or RE2 does not know: look-around, back references, \s, \b, the bare dot,
// negated classes without the u flag (astral characters), and alternation outside brackets (the anchors would bind less).
const refusals: ReadonlyArray<[name: string, found: RegExp]> = [
  ["look-around or a named group", /\(\?[^:]/],
  ["a back reference", /\\[1-9k]/],
  ["\\s, \\S, \\b, \\B, \\p or \\u", /\\[sSbBpPu]/],
  ["a bare dot", /(?<!\\)\.(?![^[]*\])/],
];

/**
 * The source of an anchored pattern for DuckDB's `regexp_full_match`.
 * @throws {UncompilableError} if RE2 would read it differently from JavaScript
 */
export function patternFor(column: string, pattern: RegExp): string {
  const body = /^\^(.*)\$$/s.exec(pattern.source)?.[1];
  if (body === undefined) throw new UncompilableError(column, `pattern ${pattern} without ^ and $`);
  if (!["", "u"].includes(pattern.flags)) throw new UncompilableError(column, `pattern flags ${pattern.flags}`);
  for (const [name, found] of refusals) {
    if (found.test(body)) throw new UncompilableError(column, `pattern ${pattern} with ${name}`);
  }
  if (body.includes("[^") && pattern.flags === "")
    throw new UncompilableError(column, `pattern ${pattern} with a negated class but no u flag`);
  if (hasOpenAlternation(body)) throw new UncompilableError(column, `pattern ${pattern} with | outside brackets`);
  return body;
}

function hasOpenAlternation(body: string): boolean {
  let depth = 0;
  for (const character of body.replaceAll(/\\.|\[[^\]]*\]/g, "")) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "|" && depth === 0) return true;
  }
  return false;
}
