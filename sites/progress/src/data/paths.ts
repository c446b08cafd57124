import type { Language } from "@tiendo/schema";
import { ownPart } from "./part.ts";
import { type Gone, goneFrom } from "./releases.ts";
import { type Report, reports } from "./report.ts";

/** One page to draw: `params` for its address, `props` for its content. */
export interface StaticPath<Props> {
  params: Record<string, string | undefined>;
  props: Props;
}

const languageParams: readonly { lang: Language; param: string | undefined }[] = [
  { lang: "vi", param: undefined },
  { lang: "en", param: "en" },
];

/** A page in each language. */
export function languagePaths(): StaticPath<{ lang: Language }>[] {
  return ownPart(inEachLanguage());
}

/** The parameters and properties of a page in each language. */
export function inEachLanguage(): StaticPath<{ lang: Language }>[] {
  return languageParams.map(({ lang, param }) => ({ params: { lang: param }, props: { lang } }));
}

/** The pattern of the route that pages are asked for: that of a report's own pages, or of those of its releases. */
interface Route {
  routePattern: string;
}

/** A page of each report in each of its languages, times whatever `parts` the report has. */
export function reportPaths<Part extends object>(
  route: Route,
  parts: (report: Report) => { params?: Record<string, string>; props: Part }[],
): StaticPath<{ lang: Language; report: Report } & Part>[] {
  const paths = inEachLanguage().flatMap(({ params, props: { lang } }) =>
    reportsAt(route).flatMap((report) =>
      parts(report).map((part) => ({
        params: { ...params, ...paramsOf(report), ...part.params },
        props: { lang, report, ...part.props },
      })),
    ),
  );
  return ownPart(paths);
}

function reportsAt({ routePattern }: Route): readonly Report[] {
  return routePattern.includes("[as_of]") ? reports().flatMap(({ releases }) => releases) : reports();
}

function paramsOf({ id, as_of, shown }: Report): Record<string, string> {
  return shown === "now" ? { report: id } : { report: id, as_of };
}

/** A single page of each report in each language. */
export function reportPage(route: Route): StaticPath<{ lang: Language; report: Report }>[] {
  return reportPaths(route, () => [{ props: {} }]);
}

/** The same of the reports alone that have what the page shows. */
export function reportPagesWhere(
  route: Route,
  has: (report: Report) => boolean,
): StaticPath<{ lang: Language; report: Report }>[] {
  return reportPaths(route, (report) => (has(report) ? [{ props: {} }] : []));
}

/** An address that the newest release has no page for. */
export type GonePage = {
  lang: Language;
  report: Report;
  gone: Gone;
};

/** The addresses that earlier releases had pages at and the newest have not, in each language. */
export function gonePaths(): StaticPath<GonePage>[] {
  const paths = inEachLanguage().flatMap(({ params, props: { lang } }) =>
    reports().flatMap((report) =>
      goneFrom(report).map((gone) => ({
        params: { path: `${params.lang === undefined ? "" : `${params.lang}/`}${gone.path}`.replace(/\/$/, "") },
        props: { lang, report, gone },
      })),
    ),
  );
  return ownPart(paths);
}
