import type { ScriptTexts } from "./vi-script.ts";

/** The same in English. */
export const enScript: ScriptTexts = {
  filter: "Filter by name",
  copyPage: "Copy the link to this page",
  copyLine: "Copy the link to this line",
  copyChart: "Copy the link",
  copied: "Copied",
};
