import fc from "fast-check";
import { expect, test } from "vitest";
import { accentless } from "../src/fold.ts";
import { EDITIONS, type Edition, matchUnit, pathOf, type Unit, unitsOf } from "../src/index.ts";

const below = (edition: Edition) => unitsOf(edition).filter((one) => one.level !== "country");

const ACCENTED = {
  exact: (path: string) => path,
  "upper case": (path: string) => path.toUpperCase(),
  "decomposed (NFD)": (path: string) => path.normalize("NFD"),
  "eth for Đ": (path: string) => path.replaceAll("Đ", "\u00d0"),
};

/** Codes that are not found, or found as another unit. @param step how many units to go on by */
function missed(edition: Edition, write: (path: string) => string, step: number): string[] {
  const isFound = (unit: Unit) => {
    const match = matchUnit(edition, write(pathOf(edition, unit.code)));
    return match.status === "found" && match.unit === unit;
  };
  const tried = below(edition).filter((_, at) => at % step === 0);
  return tried.flatMap((unit) => (isFound(unit) ? [] : [unit.code]));
}

const styles = EDITIONS.flatMap((edition) =>
  // Every name is matched as it is written; how it is written is another matter, and seen by one in seven.
  Object.entries(ACCENTED).map(([name, write]) => ({ edition, name, write, step: name === "exact" ? 1 : 7 })),
);

test.each(styles)(
  "every unit of $edition is found by its full path, $name, one in $step",
  { timeout: 180_000 },
  ({ edition, write, step }) => {
    expect(missed(edition, write, step)).toEqual([]);
  },
);

test.each(EDITIONS)(
  "without accents a unit of %s is found, or ambiguous with itself among the candidates",
  (edition) => {
    let ambiguous = 0;
    for (const unit of below(edition)) {
      const match = matchUnit(edition, accentless(pathOf(edition, unit.code)));
      if (match.status === "found") expect(match.unit).toBe(unit);
      else expect(match.status === "ambiguous" && match.candidates).toContain(unit);
      if (match.status === "ambiguous") ambiguous++;
    }
    expect(ambiguous).toBe(edition === "2022" ? 42 : 16);
  },
  180_000,
);

test.each(EDITIONS)(
  "whatever part of an address of %s is given, another unit is never found",
  (edition) => {
    const unit = fc.constantFrom(...below(edition));
    const keep = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
    const property = fc.property(unit, keep, fc.boolean(), (one, [typed, upper, skip], plain) => {
      const parts = pathOf(edition, one.code).split(", ");
      const path = (skip ? parts.toSpliced(1, 1) : parts).join(", ");
      const written = typed ? path : path.replace(one.full_name, one.name);
      const text = plain ? accentless(written) : written;
      const match = matchUnit(edition, upper ? text.toUpperCase() : text, { level: one.level });
      if (match.status === "found") expect(match.unit).toBe(one);
      else expect(match.status === "ambiguous" && match.candidates).toContain(one);
    });
    fc.assert(property, { numRuns: 2000, seed: 2022 });
  },
  180_000,
);

test.each(EDITIONS)(
  "any text at all gets an answer in %s",
  (edition) => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(["found", "ambiguous", "unknown"]).toContain(matchUnit(edition, text).status);
      }),
      { numRuns: 200, seed: 2025 },
    );
  },
  180_000,
);
