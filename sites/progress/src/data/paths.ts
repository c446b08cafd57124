import type { Language } from "@tiendo/schema";
import { ownPart } from "./part.ts";
import { type Report, reports } from "./report.ts";

/** One page to draw: `params` for its address, `props` for its content. */
interface StaticPath<Props> {
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

function inEachLanguage(): StaticPath<{ lang: Language }>[] {
  return languageParams.map(({ lang, param }) => ({ params: { lang: param }, props: { lang } }));
}

/** A page of each report in each of its languages, times whatever `parts` the report has. */
export function reportPaths<Part extends object>(
  parts: (report: Report) => { params?: Record<string, string>; props: Part }[],
): StaticPath<{ lang: Language; report: Report } & Part>[] {
  const paths = inEachLanguage().flatMap(({ params, props: { lang } }) =>
    reports().flatMap((report) =>
      parts(report).map((part) => ({
        params: { ...params, report: report.id, ...part.params },
        props: { lang, report, ...part.props },
      })),
    ),
  );
  return ownPart(paths);
}

/** A single page of each report in each language. */
export function reportPage(): StaticPath<{ lang: Language; report: Report }>[] {
  return reportPaths(() => [{ props: {} }]);
}

/** The same of the reports alone that have what the page shows. */
export function reportPagesWhere(has: (report: Report) => boolean): StaticPath<{ lang: Language; report: Report }>[] {
  return reportPaths((report) => (has(report) ? [{ props: {} }] : []));
}
