import type { Language } from "@tiendo/schema";
import { en } from "./en.ts";
import { type Texts, vi } from "./vi.ts";

/** The texts of a language; a text missing in one fails the type check. */
export function textsOf(lang: Language): Texts {
  return lang === "vi" ? vi : en;
}
