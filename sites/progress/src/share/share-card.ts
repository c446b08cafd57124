import type { Language, PublishedUnit } from "@tiendo/schema";
import { escapeXml } from "../charts/escape-xml.ts";
import { cleaningOf } from "../data/cleaning.ts";
import { unitName, unitOf } from "../data/lookup.ts";
import type { Report } from "../data/report.ts";
import { longDate } from "../format/date.ts";
import { textsOf } from "../texts/index.ts";
import { embeddedFigures } from "../views/embedded.ts";

/** What a card is of: a unit or, without it, the whole report, in one language. */
export interface Card {
  report: Report;
  lang: Language;
  unit?: PublishedUnit;
}

const FIGURES = 3;
// Longer numbers, such as "trên 73.112.823", would not stand beside each other in large letters.
const LARGE = 10;

/** The page that is drawn as the picture of a shared link; `style` is all of its styles. */
export function shareCard({ report, lang, unit }: Card, style: string): string {
  const { title, publisher, synthetic, root_unit } = report.package.tiendo.report;
  const texts = textsOf(lang);
  const asOf = texts.embed.asOf(longDate(report.as_of, "day", lang));
  const [kicker, heading] = unit === undefined ? [texts.tagline, title[lang]] : [title[lang], unitName(unit, lang)];
  return [
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><style>${style}</style><body>`,
    `<p class="kicker">${escapeXml(kicker)}</p><h1>${escapeXml(heading)}</h1>`,
    synthetic ? `<p class="synthetic">${escapeXml(texts.synthetic)}</p>` : "",
    figuresOf(report, unit ?? unitOf(report, root_unit), lang),
    `<p class="foot"><span>${escapeXml(publisher.name[lang])}</span><span>${escapeXml(asOf)}</span></p></body></html>`,
  ].join("");
}

function figuresOf(report: Report, unit: PublishedUnit, lang: Language): string {
  const shown = embeddedFigures({ report, unit, lang }).slice(0, FIGURES);
  if (shown.length === 0) return `<p class="none">${escapeXml(textsOf(lang).embed.nothing(unitName(unit, lang)))}</p>`;
  const long = shown.some(({ text, kind }) => kind === "number" && text.length > LARGE);
  const cells = shown.map(({ label, text, kind }) => {
    const look = kind === "number" ? "" : ' class="why"';
    return `<div><dt>${escapeXml(label)}</dt><dd${look}>${escapeXml(text)}</dd></div>`;
  });
  return `<dl${long ? ' class="long"' : ""}>${cells.join("")}</dl>${bar(report, unit)}`;
}

// A hidden share has no bar, since an empty one would say zero.
function bar(report: Report, unit: PublishedUnit): string {
  const share = cleaningOf(report, unit.unit_code)?.progress.cleaned_pct ?? null;
  if (share === null) return "";
  const part = `<rect class="part" width="${Math.min(100, share)}%" height="100%"/>`;
  return `<svg><rect class="whole" width="100%" height="100%"/>${part}</svg>`;
}
