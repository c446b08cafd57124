import type { Language } from "@tiendo/schema";
import { pageHref } from "../data/address.ts";
import { unitOf } from "../data/lookup.ts";
import { releaseCalendar } from "../data/release-calendar.ts";
import { releasePath } from "../data/releases.ts";
import type { Report } from "../data/report.ts";
import { contents } from "../format/contents.ts";
import { longDate, shortDate } from "../format/date.ts";
import { textsOf } from "../texts/index.ts";
import { sentenceOf } from "../views/sentence.ts";
import type { Feed, FeedEntry } from "./atom.ts";
import { lastingId } from "./lasting-id.ts";

/** Where a report's feed stands, relative to the language's front page. */
export function feedPath(report: Report): string {
  return `${report.id}/cap-nhat.xml`;
}

/** The releases of a report as a feed, each with its permanent address: what it says, and why where it slipped. */
export function releaseFeed(report: Report, lang: Language, site: URL | undefined): Feed {
  const { title, publisher, licence } = report.package.tiendo.report;
  const absolute = (path: string) => absoluteTo(site, pageHref(lang, path));
  return {
    id: lastingId(`${report.id} ${lang}`),
    lang,
    title: textsOf(lang).feed.title(title[lang]),
    author: publisher.name[lang],
    rights: licence.title,
    self: absolute(feedPath(report)),
    href: absolute(`${report.id}/`),
    entries: releaseCalendar(report)
      .flatMap(({ planned, released, reason }) =>
        released === null ? [] : { planned, released, reason: reason?.[lang] },
      )
      .toSorted((a, b) => (a.released < b.released ? 1 : -1))
      .map(
        ({ planned, released, reason }): FeedEntry => ({
          id: lastingId(`${report.id} ${lang} ${released}`),
          title: `${title[lang]}. ${textsOf(lang).asOf(longDate(released, "day", lang))}`,
          href: absolute(releasePath(report, released)),
          day: released,
          summary: [said(report, released, lang), slipped(planned, reason, lang)].join(" ").trim(),
        }),
      ),
  };
}

// Without the portal's address links are relative to the host that serves the feed, which readers resolve.
function absoluteTo(site: URL | undefined, href: string): string {
  return site === undefined ? href : new URL(href, site).href;
}

function said({ releases }: Report, day: string, lang: Language): string {
  const report = releases.find(({ as_of }) => as_of === day);
  if (report === undefined) return "";
  if (report.tables.cleaning_progress.size === 0) return `${contents(report, lang)}.`;
  return sentenceOf({ report, unit: unitOf(report, report.package.tiendo.report.root_unit), lang });
}

function slipped(planned: string | null, reason: string | undefined, lang: Language): string {
  if (planned === null || reason === undefined) return "";
  return textsOf(lang).feed.slipped(shortDate(planned, "day", lang), reason);
}
