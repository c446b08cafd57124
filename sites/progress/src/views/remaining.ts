import type { CleaningProgress } from "@tiendo/schema";

/** Subjects left to clean, or null where that cannot be told. */
export function remainingOf({ subjects, cleaned }: CleaningProgress): number | null {
  return subjects === null || cleaned === null ? null : subjects - cleaned;
}
