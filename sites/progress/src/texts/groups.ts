import type { Language } from "@tiendo/schema";

const english: Readonly<Record<string, string>> = {
  "Đề án 06": "Project 06",
  "Tiêm chủng": "Vaccination",
  "Xác minh": "Verification",
  "Làm sạch": "Cleaning",
  "Hộ chiếu vắc xin": "Vaccine passports",
};

/** The name of a group of indicators and the language it is in; a group without an English name keeps its own. */
export function groupName(group: string, lang: Language): { text: string; lang: Language } {
  const text = lang === "en" && Object.hasOwn(english, group) ? english[group] : undefined;
  return text === undefined ? { text: group, lang: "vi" } : { text, lang };
}
