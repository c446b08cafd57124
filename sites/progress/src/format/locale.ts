import type { Language } from "@tiendo/schema";

/** The locale of each language; the build's own locale never matters. */
export const locales: Readonly<Record<Language, string>> = { vi: "vi-VN", en: "en-GB" };
