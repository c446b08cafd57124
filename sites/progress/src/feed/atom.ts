import { escapeXml } from "../charts/escape-xml.ts";

/** An entry of a feed: one release. Addresses may be relative to the feed's own. */
export interface FeedEntry {
  id: string;
  title: string;
  href: string;
  /** A day; a release has no hour. */
  day: string;
  /** Empty where there is nothing to say beyond the title. */
  summary: string;
}

/** A feed of releases, the latest first. */
export interface Feed {
  id: string;
  lang: string;
  title: string;
  author: string;
  rights: string;
  /** The feed's own address, and that of the page it tells of. */
  self: string;
  href: string;
  entries: readonly FeedEntry[];
}

/** A feed as Atom (RFC 4287). Its dates are those of the numbers, so that the same releases give the same bytes. */
export function atom({ id, lang, title, author, rights, self, href, entries }: Feed): string {
  return `${[
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${instant(entries[0]?.day ?? "1970-01-01")}</updated>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    `<rights>${escapeXml(rights)}</rights>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${lang}" href="${escapeXml(href)}"/>`,
    ...entries.map(entryOf),
    `</feed>`,
  ].join("\n")}\n`;
}

function entryOf({ id, title, href, day, summary }: FeedEntry): string {
  return [
    `<entry>`,
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${instant(day)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`,
    ...(summary === "" ? [] : [`<summary>${escapeXml(summary)}</summary>`]),
    `</entry>`,
  ].join("\n");
}

// Midnight in Vietnam, where the day is one.
function instant(day: string): string {
  return `${day}T00:00:00+07:00`;
}
