import { accentless } from "./fold.ts";
import { ownNames } from "./name-index.ts";
import { type Reading, readingsOf } from "./reading.ts";
import type { Edition, Unit } from "./unit.ts";

/** Letters to insert, delete or replace to turn one text into the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

// A third of the letters: further away a suggestion is noise.
const reach = (key: string) => Math.max(1, Math.floor(key.length / 3));

/** Distance, plus a little where another type word was written, so that the right type comes first. */
function distanceTo(reading: Reading, unit: Unit, key: string): number {
  const written = accentless(reading.name);
  if (Math.abs(written.length - key.length) > reach(written)) return Number.POSITIVE_INFINITY;
  const distance = editDistance(written, key);
  if (distance > reach(written)) return Number.POSITIVE_INFINITY;
  return distance + (reading.type === null || reading.type === unit.type ? 0 : 0.5);
}

/** Up to three units that pass the filter and whose key is nearest to what was written; suggestions, never matches. */
export function nearestUnits(edition: Edition, written: string, passes: (unit: Unit) => boolean): Unit[] {
  const readings = readingsOf(written);
  const scored = ownNames(edition)
    .filter(({ unit }) => passes(unit))
    .map(({ unit, key }) => ({ unit, distance: Math.min(...readings.map((one) => distanceTo(one, unit, key))) }))
    .filter(({ distance }) => distance < Number.POSITIVE_INFINITY);
  // The sort is stable: at equal distance the higher level comes first, then the lower code.
  return scored
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ unit }) => unit);
}
