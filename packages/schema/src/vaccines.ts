import type { LocalText } from "./text.ts";

/** A vaccine with the names under which files write it. Source: DOMAIN facts of section 5, decisions of the Ministry of Health. */
interface Vaccine extends LocalText {
  names: readonly string[];
}

const same = (name: string, ...names: string[]): Vaccine => ({ vi: name, en: name, names: [name, ...names] });

/** Vaccines given in Vietnam, by code; `names` are compared in lower case without accents and punctuation. */
export const vaccines = {
  astrazeneca: same(
    "AstraZeneca",
    "Astra Zeneca",
    "AZD1222",
    "Vaxzevria",
    "Covishield",
    "COVID-19 Vaccine AstraZeneca",
    "AZ",
  ),
  pfizer: same("Pfizer", "Comirnaty", "BNT162b2", "Pfizer-BioNTech", "Pfizer BioNTech", "Comirnaty (Pfizer)"),
  moderna: same("Moderna", "Spikevax", "mRNA-1273", "Spikevax (Moderna)"),
  vero_cell: same("Vero Cell", "VeroCell", "Sinopharm", "BBIBP-CorV", "Vero Cell (Sinopharm)"),
  sputnik_v: same("Sputnik V", "Sputnik", "Gam-COVID-Vac", "SputnikV"),
  abdala: same("Abdala", "CIGB-66"),
  janssen: same("Janssen", "Johnson & Johnson", "Johnson and Johnson", "J&J"),
  hayat_vax: same("Hayat-Vax", "Hayat Vax", "HayatVax"),
  covaxin: same("Covaxin", "BBV152"),
} as const satisfies Record<string, Vaccine>;
export type VaccineCode = keyof typeof vaccines;

/** Written names, in lower case, to codes: what `ColumnMeta.values` takes. */
export const vaccineNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(vaccines).flatMap(([code, { names }]) => names.map((name) => [name.toLowerCase(), code])),
);
