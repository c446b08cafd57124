import { enScript } from "./en-script.ts";
import { type ScriptTexts, viScript } from "./vi-script.ts";

/** The texts of scripts in the language of a page. */
export function scriptTexts(lang: string): ScriptTexts {
  return lang === "en" ? enScript : viScript;
}
