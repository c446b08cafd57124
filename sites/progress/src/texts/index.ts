import type { Language } from "@tiendo/schema";
import { en } from "./en.ts";
import { differingTexts } from "./same-texts.ts";
import { type Texts, vi } from "./vi.ts";

const missing = differingTexts(vi, en);
if (missing.length > 0) throw new Error(`src/texts: not the same in Vietnamese and English: ${missing.join(", ")}`);

/** The texts of a language; one that another language lacks stops the build. */
export function textsOf(lang: Language): Texts {
  return lang === "vi" ? vi : en;
}
