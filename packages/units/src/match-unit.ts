import { type Candidate, candidatesFor } from "./candidate.ts";
import { accentless, canonical } from "./fold.ts";
import { nearestUnits } from "./nearest.ts";
import { isAccented } from "./reading.ts";
import type { Edition, Unit, UnitLevel } from "./unit.ts";
import { isBelow, unitByCode } from "./units.ts";

export type UnitMatch =
  | { status: "found"; unit: Unit }
  | { status: "ambiguous"; candidates: Unit[] }
  | { status: "unknown"; nearest: Unit[] };

export interface MatchScope {
  /** Only units somewhere under the one with this code. */
  within?: string | undefined;
  level?: UnitLevel | undefined;
}

function isInScope(unit: Unit, { within, level }: MatchScope): boolean {
  return (level === undefined || unit.level === level) && (within === undefined || isBelow(unit, within));
}

// "xã Tân Thành, TP Đồng Xoài, Bình Phước": the parts, largest first, without the country.
function partsOf(written: string): string[] {
  const parts = written.split(/[,;\n]/).filter((part) => canonical(part) !== "");
  const last = accentless(canonical(parts.at(-1) ?? ""));
  if (parts.length > 1 && (last === "viet nam" || last === "vn")) parts.pop();
  return parts.reverse();
}

/** Candidates for one part under those of the larger part; ranks add up along the path. */
function narrowed(found: Candidate[], above: Candidate[] | null): Candidate[] {
  if (above === null) return found;
  return found.flatMap(({ unit, rank }) => {
    const ranks = above.filter((one) => isBelow(unit, one.unit.code)).map((one) => one.rank);
    return ranks.length === 0 ? [] : [{ unit, rank: rank + Math.min(...ranks) }];
  });
}

function verdict(found: Candidate[]): UnitMatch | null {
  const best = Math.min(...found.map(({ rank }) => rank));
  const units = found.filter(({ rank }) => rank === best).map(({ unit }) => unit);
  const [unit, ...others] = units;
  if (unit === undefined) return null;
  if (others.length === 0) return { status: "found", unit };
  return {
    status: "ambiguous",
    candidates: units.sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1)),
  };
}

function matchPath(edition: Edition, written: string, scope: MatchScope): UnitMatch {
  const parts = partsOf(written);
  const accented = isAccented(written);
  let above: Candidate[] | null = null;
  for (const [i, part] of parts.entries()) {
    const passes = (unit: Unit) => i < parts.length - 1 || isInScope(unit, scope);
    const named = candidatesFor(edition, part, accented).filter(({ unit }) => passes(unit));
    const found = narrowed(named, above);
    if (found.length === 0) {
      const within = above;
      const near = (unit: Unit) =>
        passes(unit) && (within === null || within.some((one) => isBelow(unit, one.unit.code)));
      return { status: "unknown", nearest: nearestUnits(edition, part, near) };
    }
    above = found;
  }
  return verdict(above ?? []) ?? { status: "unknown", nearest: [] };
}

/**
 * The unit that a cell means: an exact code, a name ("TP. Đồng Xoài", "dong xoai"), or a path from small to large.
 * A written type word must be the unit's own, written accents must not contradict the unit's, and a name that
 * fits more than one unit is "ambiguous" with all of them: nothing is guessed. "unknown" carries up to three
 * suggestions by edit distance, which are not matches.
 * @param written any case, any Unicode form, old or new tone placement, with or without accents
 * @param scope narrows what may be meant; a name alone is rarely enough for a commune
 */
export function matchUnit(edition: Edition, written: string, scope: MatchScope = {}): UnitMatch {
  const coded = unitByCode(edition, written.trim());
  if (coded !== undefined && isInScope(coded, scope)) return { status: "found", unit: coded };
  return matchPath(edition, written, scope);
}
