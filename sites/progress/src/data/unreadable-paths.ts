import type { Language } from "@tiendo/schema";
import { ownPart } from "./part.ts";
import { inEachLanguage, type StaticPath } from "./paths.ts";
import { releasePath } from "./releases.ts";
import { type Report, reports, type UnreadableRelease } from "./report.ts";

/** A page of a release that cannot be read, with its address relative to the language's front page. */
export type UnreadablePage = {
  lang: Language;
  report: Report;
  release: UnreadableRelease;
  path: string;
};

/** The addresses of releases that cannot be read, and of their data, which citations name: both list the files. */
export function unreadablePaths(): StaticPath<UnreadablePage>[] {
  const pages = inEachLanguage().flatMap(({ params, props: { lang } }) =>
    reports().flatMap((report) =>
      report.unreadable.flatMap((release) =>
        ["", "du-lieu/"].map((part) => {
          const path = `${releasePath(report, release.as_of)}${part}`;
          const address = `${params.lang === undefined ? "" : `${params.lang}/`}${path}`;
          return { params: { path: address.replace(/\/$/, "") }, props: { lang, report, release, path } };
        }),
      ),
    ),
  );
  return ownPart(pages);
}
