import { type Explanation, explanations, type Language } from "@tiendo/schema";

const perhaps = { vi: "có thể", en: "perhaps" };

/** Why two percentages differ, said as the guess it is: the one hypothesis that fits, which no source confirms. */
export function explanationText(explanation: Explanation, lang: Language): string {
  const text = explanations[explanation][lang];
  return explanation === "unexplained" ? text : `${perhaps[lang]} ${text}`;
}
