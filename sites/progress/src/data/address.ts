import type { Language } from "@tiendo/schema";

/** An address of the site under any base path: `path` is relative to the language's front page, without a slash first. */
export function addressUnder(base: string, lang: Language, path: string): string {
  const root = base.endsWith("/") ? base : `${base}/`;
  return `${root}${lang === "en" ? "en/" : ""}${path}`;
}

/** The address of a page in this build. */
export function pageHref(lang: Language, path: string): string {
  return addressUnder(import.meta.env.BASE_URL, lang, path);
}

/** The address of a file that both languages share. */
export function fileHref(path: string): string {
  return addressUnder(import.meta.env.BASE_URL, "vi", path);
}

/** Where a published file is downloaded from. */
export function downloadHref(report: string, as_of: string, file: string): string {
  return fileHref(`${report}/du-lieu/${as_of}/${file}`);
}

/** The name of an indicator in an address: `xac_minh.mui_sai` is `xac-minh-mui-sai`. */
export function indicatorSlug(indicator: string): string {
  return indicator.replaceAll(/[._]/g, "-");
}

/** The permanent address of a figure: its place on the page of its indicator. */
export function figurePath(report: string, indicator: string, figure_id: string): string {
  return `${report}/chi-so/${indicatorSlug(indicator)}/#${encodeURIComponent(figure_id)}`;
}

/** The name of a table in an address: `cleaning_progress` is `cleaning-progress`. */
export function tableSlug(table: string): string {
  return table.replaceAll("_", "-");
}

/** Where a published table is described and downloaded. */
export function tablePath(report: string, table: string): string {
  return `${report}/du-lieu/${tableSlug(table)}/`;
}
