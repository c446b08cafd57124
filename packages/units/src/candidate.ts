import { accentless, mayBe, spelling } from "./fold.ts";
import { type KnownName, namesWithKey } from "./name-index.ts";
import { type Reading, readingsOf } from "./reading.ts";
import type { Edition, Unit } from "./unit.ts";

/** A unit that a written name may mean; the lower the rank, the more of the writing agrees. */
export interface Candidate {
  unit: Unit;
  rank: number;
}

const ACCENTED_NAME = 0;
const ACCENT_FREE_KEY = 1;

function rankOf(reading: Reading, known: KnownName, accented: boolean): number | null {
  if (reading.type !== null && reading.type !== known.unit.type) return null;
  if (!mayBe(reading.name, known.name)) return null;
  // Without accents in the text "Tam Thanh" may be Tam Thanh or Tam Thành: neither may win.
  return accented && spelling(reading.name) === spelling(known.name) ? ACCENTED_NAME : ACCENT_FREE_KEY;
}

/**
 * The units of an edition that one written name may mean, wherever they are, each once with its best rank.
 * @param accented whether the whole text that the name stands in uses accents
 */
export function candidatesFor(edition: Edition, written: string, accented: boolean): Candidate[] {
  const best = new Map<Unit, number>();
  for (const reading of readingsOf(written)) {
    for (const known of namesWithKey(edition, accentless(reading.name))) {
      const rank = rankOf(reading, known, accented);
      if (rank !== null) best.set(known.unit, Math.min(rank, best.get(known.unit) ?? rank));
    }
  }
  return [...best].map(([unit, rank]) => ({ unit, rank }));
}
